/** parsePkcs12: what it costs, what stops it, and who does the work. */
import { describe, expect, it } from "vitest";
import { PasswordError } from "../../../src/errors.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { integer, octetString, sequence } from "../../setup/der.js";
import { ownVector } from "../../setup/own-vectors.js";
import {
  algorithm,
  authenticatedSafe,
  certBag,
  encryptedContent,
  macDataOf,
  pfx,
  plainContent,
  shroudedKeyBag,
} from "../../setup/pfx.js";
import { encodings, encryptPbes2, pbmac1MacData } from "../../setup/protect.js";
import type { RecordedCall } from "../../setup/recording-provider.js";
import { recordProvider } from "../../setup/recording-provider.js";

const octets = Uint8Array.of(1, 2, 3);
const key = sequence(integer(0), algorithm("1.3.101.112"), octetString(octets));
const password = "abc";
const bytesOfPassword = encodings.utf8(password);

/** PBMAC1 of 100 iterations, a content of 20, a key in the clear of 3: 123 in all, each counted by WebCrypto. */
async function threeDerivations(certificate = octets): Promise<Uint8Array<ArrayBuffer>> {
  const outer = await encryptPbes2(sequence(certBag(certificate)), bytesOfPassword, { iterations: 20 });
  const inner = await encryptPbes2(key, bytesOfPassword, { iterations: 3 });
  const contents = [
    encryptedContent(outer.algorithm, outer.ciphertext),
    plainContent(shroudedKeyBag(inner.algorithm, inner.ciphertext)),
  ];
  return pfx(contents, await pbmac1MacData(authenticatedSafe(contents), bytesOfPassword, { iterations: 100 }));
}

/** So much that its HMAC is left to WebCrypto. */
const large = new Uint8Array(20_000);

/** The iteration counts of PBKDF2 in the order in which they were asked for. */
const iterationsOf = (calls: readonly RecordedCall[]): readonly unknown[] =>
  calls
    .filter(({ method }) => method === "deriveBits")
    .map(({ args: [parameters] }) => (parameters as { iterations: number }).iterations);

describe("derivations", () => {
  it("are made once each, the MAC's first", async () => {
    const { subtle, calls } = recordProvider();
    await parsePkcs12(await threeDerivations(), { password, provider: { subtle } });
    expect(iterationsOf(calls)).toEqual([100, 20, 3]);
  });

  it("are begun ahead of their use for four encryptions, not for hundreds", async () => {
    const sealed = await encryptPbes2(sequence(certBag(octets)), bytesOfPassword, { iterations: 20 });
    const other = await encryptPbes2(sequence(certBag(octets)), bytesOfPassword, { iterations: 7 });
    const contents = [sealed, sealed, sealed, sealed, other].map((it) => encryptedContent(it.algorithm, it.ciphertext));
    const bytes = pfx(contents, await pbmac1MacData(authenticatedSafe(contents), bytesOfPassword, { iterations: 100 }));
    const { subtle, calls } = recordProvider();
    await expect(parsePkcs12(bytes, { password: "abd", provider: { subtle } })).rejects.toThrow(PasswordError);
    expect(iterationsOf(calls)).toEqual([100, 20, 100]);
  });

  it("are shared where salt and count are the same", async () => {
    const outer = await encryptPbes2(sequence(certBag(octets)), bytesOfPassword);
    const inner = await encryptPbes2(key, bytesOfPassword);
    const contents = [
      encryptedContent(outer.algorithm, outer.ciphertext),
      plainContent(shroudedKeyBag(inner.algorithm, inner.ciphertext)),
    ];
    const bytes = pfx(contents, await pbmac1MacData(authenticatedSafe(contents), bytesOfPassword));
    const { subtle, calls } = recordProvider();
    expect((await parsePkcs12(bytes, { password, provider: { subtle } })).bags).toHaveLength(2);
    expect(iterationsOf(calls)).toEqual([1]);
  });

  it("stop at the MAC where the password is wrong: those begun beside it are in vain, nothing is decrypted", async () => {
    const { subtle, calls } = recordProvider();
    const opening = parsePkcs12(await threeDerivations(), { password: "abd", provider: { subtle } });
    await expect(opening).rejects.toThrow(expect.objectContaining({ code: "ERR_PKCS12_MAC_MISMATCH" }));
    expect(iterationsOf(calls)).toEqual([100, 20, 3, 100]);
    expect(calls.filter(({ method }) => method === "decrypt")).toEqual([]);
  });

  it("start with the MAC's before any decryption where the password is right", async () => {
    const { subtle, calls } = recordProvider();
    await parsePkcs12(await threeDerivations(large), { password, provider: { subtle } });
    const methods = calls.map(({ method }) => method);
    expect(methods.indexOf("sign")).toBeGreaterThan(-1);
    expect(methods.indexOf("sign")).toBeLessThan(methods.indexOf("decrypt"));
  });
});

describe("limits", () => {
  it("let the sum of iterations reach them and refuse one more before anything is derived", async () => {
    const bytes = await threeDerivations();
    expect(inspectPkcs12(bytes).workload).toEqual({ derivations: 3, iterations: 123, scryptBytes: 0 });
    expect((await parsePkcs12(bytes, { password, limits: { iterations: 123 } })).bags).toHaveLength(2);
    const { subtle, calls } = recordProvider();
    await expect(parsePkcs12(bytes, { password, limits: { iterations: 122 }, provider: { subtle } })).rejects.toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS", limit: "iterations", actual: 123 }),
    );
    expect(calls).toEqual([]);
  });

  it("bound scrypt's memory and the file, each with its error", async () => {
    const { bytes, entry } = ownVector("bouncy-castle-scrypt");
    const { scryptBytes } = inspectPkcs12(bytes).workload;
    const refusal = (code: string): unknown => expect.objectContaining({ code });
    const open = (limits: object) => parsePkcs12(bytes, { password: entry.password, limits });
    expect((await open({ scryptBytes, fileBytes: bytes.length })).bags).toHaveLength(2);
    await expect(open({ scryptBytes: scryptBytes - 1 })).rejects.toThrow(refusal("ERR_PKCS12_SCRYPT_MEMORY"));
    await expect(open({ fileBytes: bytes.length - 1 })).rejects.toThrow(refusal("ERR_PKCS12_FILE_BYTES"));
    await expect(open({ contents: 0 })).rejects.toThrow(refusal("ERR_PKCS12_CONTENTS"));
  });

  it("that are not given keep their defaults, and those that are no numbers are refused", async () => {
    const { bytes, entry } = ownVector("broken-mac-iterations-most");
    const limits = { iterations: undefined } as object;
    await expect(parsePkcs12(bytes, { password: entry.password, limits })).rejects.toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_ITERATIONS" }),
    );
    await expect(parsePkcs12(bytes, { limits: { iterations: Number.NaN } })).rejects.toThrow(RangeError);
  });
});

describe("an AbortSignal", () => {
  const macOf = (iterations: number): Uint8Array =>
    macDataOf(algorithm("2.16.840.1.101.3.4.2.1"), octets, octetString(octets), integer(iterations));

  it("that is aborted already stops a file that needs no derivation too", async () => {
    const opening = parsePkcs12(pfx([plainContent(certBag(octets))]), { signal: AbortSignal.abort("enough") });
    await expect(opening).rejects.toBe("enough");
  });

  it("stops 5 million iterations on this thread within a fraction of their time", async () => {
    const controller = new AbortController();
    const opening = parsePkcs12(pfx([], macOf(5_000_000)), { password, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    const start = performance.now();
    await expect(opening).rejects.toThrow("enough");
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it("stops the wait for WebCrypto", async () => {
    const { subtle } = recordProvider(({ method }) => (method === "deriveBits" ? new Promise(() => {}) : undefined));
    const controller = new AbortController();
    const opening = parsePkcs12(await threeDerivations(), {
      password,
      provider: { subtle },
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("enough")), 5);
    await expect(opening).rejects.toThrow("enough");
  });

  it("that is never aborted changes nothing", async () => {
    const { signal } = new AbortController();
    expect((await parsePkcs12(await threeDerivations(), { password, signal })).bags).toHaveLength(2);
  });
});

describe("the provider", () => {
  const failing = (...methods: readonly string[]) =>
    recordProvider(({ method }) => {
      if (methods.includes(method)) throw new DOMException("not here", "NotSupportedError");
    });

  it("does the work that WebCrypto can do", async () => {
    const { subtle, calls } = recordProvider();
    await parsePkcs12(await threeDerivations(large), { password, provider: { subtle } });
    expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(["importKey", "deriveBits", "sign", "decrypt"]));
  });

  it("may lack PBKDF2 and AES: both are made up for", async () => {
    const { subtle, calls } = failing("deriveBits", "decrypt");
    expect((await parsePkcs12(await threeDerivations(), { password, provider: { subtle } })).bags).toHaveLength(2);
    expect(calls.some(({ method }) => method === "decrypt")).toBe(true);
  });

  it("must have HMAC for a large file: what it throws is not taken for a wrong password", async () => {
    const { subtle } = failing("importKey", "deriveBits", "decrypt", "sign");
    const opening = parsePkcs12(await threeDerivations(large), { password, provider: { subtle } });
    await expect(opening).rejects.toThrow("not here");
  });

  it("is not asked for the HMAC of a small file, which takes less time than the asking", async () => {
    const { subtle, calls } = recordProvider();
    await parsePkcs12(await threeDerivations(), { password, provider: { subtle } });
    expect(calls.filter(({ method }) => method === "sign")).toEqual([]);
  });

  it("is not needed for what it never has: 3DES, RC2 and the MAC over MD5", async () => {
    const { subtle, calls } = failing("importKey");
    const { bytes, entry } = ownVector("openssl-mac-md5");
    const inspection = inspectPkcs12(bytes);
    expect(inspection.mac?.digest).toBe("MD5");
    expect((await parsePkcs12(bytes, { password: entry.password, provider: { subtle } })).bags).toHaveLength(2);
    expect(calls.every(({ method }) => method === "importKey")).toBe(true);
  });

  it("is not asked where the file has nothing to compute", async () => {
    const { subtle, calls } = failing("importKey");
    expect((await parsePkcs12(pfx([plainContent(certBag(octets))]), { provider: { subtle } })).bags).toHaveLength(1);
    expect(calls).toEqual([]);
  });
});
