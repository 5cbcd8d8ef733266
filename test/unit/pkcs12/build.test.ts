import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { encodeHex } from "../../../src/bytes/hex.js";
import { digest } from "../../../src/crypto/hash.js";
import type { BuildPkcs12Options, PackableCredential } from "../../../src/pkcs12/build.js";
import { buildPkcs12 } from "../../../src/pkcs12/build.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import type { Protection } from "../../../src/pkcs12/protection.js";
import { PROTECTIONS } from "../../../src/pkcs12/protection.js";
import { bmpString, integer, octetString, sequence, set } from "../../setup/der.js";
import { attribute } from "../../setup/pfx.js";
import { testProvider } from "../../setup/provider.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { watchAbort } from "../crypto/abort.js";
import { countingRandom } from "./counting-random.js";

const root = writeCertificate({ key: KEYS.third, subject: "root", isCa: true });
const between = writeCertificate({ key: KEYS.third, subject: "between", issuer: "root", isCa: true });
const first: PackableCredential = {
  privateKey: KEYS.first.pkcs8,
  certificate: writeCertificate({ key: KEYS.first, subject: "first", issuer: "between" }),
  chain: [between, root],
};
const second: PackableCredential = {
  privateKey: KEYS.second.pkcs8,
  certificate: writeCertificate({ key: KEYS.second, subject: "second", issuer: "root" }),
  chain: [root],
};

const options: BuildPkcs12Options = { password: "secret", protection: "graph", iterations: 1 };

/** The file opened again: of each bag its kind, the certificate's place in `known`, and what pairs it. */
async function build(credentials: readonly PackableCredential[], more: Partial<BuildPkcs12Options> = {}) {
  const file = await buildPkcs12(credentials, { ...options, ...more });
  return await parsePkcs12(file, { password: more.password ?? options.password });
}

const sha1 = (certificate: Uint8Array): string => encodeHex(digest("SHA-1", certificate));

describe("buildPkcs12", () => {
  it.each(PROTECTIONS)("writes under %s what is read again, in DER", async (protection) => {
    const opened = await build([first], { protection });
    expect(opened).toMatchObject({ encoding: "DER", trailingBytes: 0, unreadable: [] });
    expect(opened.bags.map(({ kind, at }) => [kind, at])).toEqual([
      ["certBag", "authSafe[0].safeBag[0]"],
      ["certBag", "authSafe[0].safeBag[1]"],
      ["certBag", "authSafe[0].safeBag[2]"],
      ["pkcs8ShroudedKeyBag", "authSafe[1].safeBag[0]"],
    ]);
    expect(opened.bags).toMatchObject([
      { certId: OID.x509Certificate, certValue: first.certificate },
      { certValue: between },
      { certValue: root },
      { privateKeyInfo: first.privateKey },
    ]);
    expect(opened.mac?.misencoded).toBe(false);
    expect(opened.encryptions.map(({ misencoded }) => misencoded)).toEqual([false, false]);
  });

  it.each([
    [
      "graph",
      { kind: "hmac", digest: "SHA-1", iterations: 5, saltBytes: 8 },
      { scheme: "pbeWithSHAAnd3-KeyTripleDES-CBC", cipher: "DES-EDE3-CBC", kdf: "PKCS12-KDF", prf: "SHA-1" },
    ],
    [
      "modern",
      { kind: "hmac", digest: "SHA-256", iterations: 5, saltBytes: 16 },
      { scheme: "PBES2", cipher: "AES-256-CBC", kdf: "PBKDF2", prf: "HMAC-SHA-256" },
    ],
    [
      "pbmac1",
      { kind: "pbmac1", digest: "SHA-256", iterations: 5, saltBytes: 16 },
      { scheme: "PBES2", cipher: "AES-256-CBC", kdf: "PBKDF2", prf: "HMAC-SHA-256" },
    ],
  ] as const)("protects as %s says", async (protection, mac, encryption) => {
    const opened = await build([first], { protection, iterations: 5 });
    expect(opened.mac).toMatchObject(mac);
    const expected = { ...encryption, iterations: 5 };
    expect(opened.encryptions).toMatchObject([
      { at: "authSafe[0]", ...expected },
      { at: "authSafe[1].safeBag[0]", ...expected },
    ]);
  });

  it("has 2,048 iterations under graph, unless told otherwise", async () => {
    const file = await buildPkcs12([first], { password: "secret", protection: "graph" });
    const { mac, encryptions } = inspectPkcs12(file);
    expect([mac, ...encryptions].map((it) => it?.iterations)).toEqual([2048, 2048, 2048]);
  });

  it("pairs leaf and key by the SHA-1 of the certificate, and no other certificate", async () => {
    const { bags } = await build([first]);
    const id = digest("SHA-1", first.certificate);
    expect(bags.map(({ attributes }) => attributes.localKeyId)).toEqual([id, undefined, undefined, id]);
    expect(bags.map(({ attributes }) => attributes.all.length)).toEqual([1, 0, 0, 1]);
  });

  it("takes a localKeyId and a friendlyName, each on both bags, in the order of DER", async () => {
    const { bags } = await build([{ ...second, localKeyId: Uint8Array.of(1), friendlyName: "Κλειδί 🔑" }]);
    const expected = { friendlyName: "Κλειδί 🔑", localKeyId: Uint8Array.of(1) };
    expect(bags[0]?.attributes).toMatchObject(expected);
    expect(bags[2]?.attributes).toEqual(bags[0]?.attributes);
    expect(bags[1]?.attributes).toMatchObject({ friendlyName: undefined, localKeyId: undefined });
    // The localKeyId is the shorter one here and so the lesser; a longer one comes behind.
    expect(bags[0]?.attributes.all).toEqual([
      { oid: OID.localKeyId, values: [octetString(Uint8Array.of(1))] },
      { oid: OID.friendlyName, values: [bmpString("Κλειδί 🔑")] },
    ]);
    const named = await build([{ ...second, friendlyName: "x" }]);
    expect(named.bags[0]?.attributes.all.map(({ oid }) => oid)).toEqual([OID.friendlyName, OID.localKeyId]);
  });

  it("writes several credentials, a shared issuer once, and no leaf again in a chain", async () => {
    const own = { ...first, chain: [first.certificate, between, root, second.certificate] };
    const { bags } = await build([own, second]);
    expect(bags).toMatchObject([
      { certValue: first.certificate, attributes: { localKeyId: digest("SHA-1", first.certificate) } },
      { certValue: between },
      { certValue: root },
      { certValue: second.certificate, attributes: { localKeyId: digest("SHA-1", second.certificate) } },
      { privateKeyInfo: first.privateKey, attributes: { localKeyId: digest("SHA-1", first.certificate) } },
      { privateKeyInfo: second.privateKey, attributes: { localKeyId: digest("SHA-1", second.certificate) } },
    ]);
    expect(bags).toHaveLength(6);
  });

  it("takes the same file for one without `chain` and for one whose is empty", async () => {
    const { chain, ...alone } = first;
    const [one, other] = await Promise.all(
      [alone, { ...alone, chain: [], friendlyName: undefined, localKeyId: undefined }].map((credential) =>
        buildPkcs12([credential], { ...options, random: countingRandom().random }),
      ),
    );
    expect(chain).toHaveLength(2);
    expect(one).toEqual(other);
  });

  it.each(["", "secret", "pä€ss", "🔑", "\uFEFFx", "a\0b", "x".repeat(200)])(
    "takes the password %j",
    async (password) => {
      for (const protection of PROTECTIONS) {
        const opened = await build([second], { password, protection });
        expect(opened.bags).toHaveLength(3);
        expect([opened.mac, ...opened.encryptions].map((it) => it?.misencoded)).toEqual([false, false, false]);
      }
    },
  );

  it("gives the empty password its terminator where RFC 7292 wants one", async () => {
    const opened = await build([second], { password: "" });
    expect([opened.mac, ...opened.encryptions].map((it) => it?.passwordForm)).toEqual(Array(3).fill("bmp-string"));
  });

  it("leaves its arguments alone, and takes views of larger buffers", async () => {
    const backing = new Uint8Array(1000).fill(0xee);
    const view = (bytes: Uint8Array, offset: number): Uint8Array => {
      backing.set(bytes, offset);
      return backing.subarray(offset, offset + bytes.length);
    };
    const credential = { privateKey: view(KEYS.first.pkcs8, 10), certificate: view(first.certificate, 200) };
    const before = backing.slice();
    const { bags } = await build([credential]);
    expect(bags).toMatchObject([{ certValue: first.certificate }, { privateKeyInfo: KEYS.first.pkcs8 }]);
    expect(backing).toEqual(before);
  });
});

describe("the random octets of a file", () => {
  it.each([
    ["graph", [8, 8, 8, 8]],
    ["modern", [16, 16, 16, 16, 16, 16, 16]],
    ["pbmac1", [16, 16, 16, 16, 16, 16, 16]],
  ] as const)("are asked for in a fixed order: %s", async (protection, lengths) => {
    const { random, asked } = countingRandom();
    await build([first, second], { protection, random });
    expect(asked).toEqual(lengths);
  });

  // OpenSSL 4.0 opened each of these files when its digest was taken, OpenSSL 3.0 the first two.
  it.each([
    ["graph", "79EDEED031AE2AD8929584DBA4F50B434AB44FB6"],
    ["modern", "8CBE2AC619AFF6B63C031061F677EF47E6D4EE4E"],
    ["pbmac1", "BCC8F264F81359CDA99E90A0AC2797A9EF0267F0"],
  ] as const)("are all that differs between two files: %s", async (protection, expected) => {
    const make = (): Promise<Uint8Array> =>
      buildPkcs12([{ ...first, friendlyName: "first" }, second], {
        password: "pä€ss",
        protection,
        iterations: 3,
        random: countingRandom().random,
        provider: testProvider,
      });
    const file = await make();
    expect(await make()).toEqual(file);
    expect(sha1(file)).toBe(expected);
  });

  it("come from the runtime where no source is given", async () => {
    const [one, other] = await Promise.all([buildPkcs12([first], options), buildPkcs12([first], options)]);
    expect(one).toHaveLength(other.length);
    expect(one).not.toEqual(other);
  });
});

describe("buildPkcs12 refuses", () => {
  const refusal = (credential: object, more: object = {}): Promise<unknown> =>
    buildPkcs12([{ ...second, ...credential }], { ...options, ...more }).catch((error: unknown) => error);

  it("no credentials", async () => {
    await expect(buildPkcs12([], options)).rejects.toThrow(new RangeError('"credentials" expected at least 1, got 0'));
    await expect(buildPkcs12(second as never, options)).rejects.toThrow(
      new TypeError('"credentials" expected an array'),
    );
  });

  const pem = new TextEncoder().encode("-----BEGIN CERTIFICATE-----");
  const pkcs1 = sequence(integer(0), integer(3233), integer(17));
  const cutOff = KEYS.first.pkcs8.subarray(0, 20);

  it.each([
    ["privateKey", "text", TypeError, "credentials[0].privateKey"],
    ["privateKey", new Uint8Array(0), RangeError, "credentials[0].privateKey"],
    ["privateKey", pem, TypeError, "credentials[0].privateKey"],
    ["privateKey", pkcs1, TypeError, "credentials[0].privateKey"],
    ["privateKey", cutOff, TypeError, "credentials[0].privateKey"],
    ["privateKey", second.certificate, TypeError, "credentials[0].privateKey"],
    ["privateKey", Uint8Array.of(...KEYS.first.pkcs8, 10), TypeError, "credentials[0].privateKey"],
    ["certificate", undefined, TypeError, "credentials[0].certificate"],
    ["certificate", new Uint8Array(0), RangeError, "credentials[0].certificate"],
    ["certificate", pem, TypeError, "credentials[0].certificate"],
    ["certificate", KEYS.first.pkcs8, TypeError, "credentials[0].certificate"],
    ["certificate", set(), TypeError, "credentials[0].certificate"],
    ["chain", [root, pem], TypeError, "credentials[0].chain[1]"],
    ["chain", [new Uint8Array(0)], RangeError, "credentials[0].chain[0]"],
    ["localKeyId", new Uint8Array(0), RangeError, "credentials[0].localKeyId"],
    ["localKeyId", "01", TypeError, "credentials[0].localKeyId"],
    ["friendlyName", "", RangeError, "credentials[0].friendlyName.length"],
    ["friendlyName", "x".repeat(256), RangeError, "credentials[0].friendlyName.length"],
    ["friendlyName", "\uD83D", TypeError, "credentials[0].friendlyName"],
    ["friendlyName", 7, TypeError, "credentials[0].friendlyName"],
  ])("%s %s", async (member, value, type, name) => {
    const error = await refusal({ [member]: value });
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toMatch(new RegExp(`^"${name.replace(/[[\].]/g, "\\$&")}" expected `));
  });

  it("takes a friendlyName of 255 characters, as RFC 2985 has it", async () => {
    const { bags } = await build([{ ...second, friendlyName: "x".repeat(255) }]);
    expect(bags[0]?.attributes.friendlyName).toHaveLength(255);
  });

  it.each([
    ["iterations", 0, RangeError],
    ["iterations", 1.5, RangeError],
    ["iterations", 2 ** 31, RangeError],
    ["iterations", Number.NaN, RangeError],
    ["protection", "aes" as Protection, RangeError],
    ["password", undefined, TypeError],
    ["password", "secret\uD800", TypeError],
    ["random", () => new Uint8Array(7), RangeError],
  ])("%s %s, without a word of the password", async (name, value, type) => {
    const error = await refusal({}, { [name]: value });
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toMatch(new RegExp(`^"${name}" expected `));
    expect((error as Error).message).not.toContain("secret");
  });

  it("to go on once its signal is aborted", async () => {
    const reason = new Error("enough");
    await expect(buildPkcs12([first], { ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (const protection of PROTECTIONS) {
      const observed = await watchAbort(
        (signal) => buildPkcs12([first], { password: "x", protection, iterations: 300_000, signal }),
        reason,
        20,
      );
      expect(observed.reason).toBe(reason);
    }
  });
});

it("writes no attribute that the reader did not see", async () => {
  const { bags } = await build([second]);
  const id = octetString(digest("SHA-1", second.certificate));
  expect(attribute(OID.localKeyId, id).length).toBeGreaterThan(id.length);
  expect(bags[0]?.attributes.all).toEqual([{ oid: OID.localKeyId, values: [id] }]);
});
