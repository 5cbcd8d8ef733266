import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { PasswordError, UnsupportedError } from "../../../src/errors.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import type { Decrypted } from "../../../src/pkcs12/decrypt.js";
import { decrypt } from "../../../src/pkcs12/decrypt.js";
import { readEncryptionAlgorithm } from "../../../src/pkcs12/encryption-algorithm.js";
import type { Session } from "../../../src/pkcs12/session.js";
import { createSession } from "../../../src/pkcs12/session.js";
import { integer, octetString, sequence } from "../../setup/der.js";
import { algorithm } from "../../setup/pfx.js";
import type { Encrypted } from "../../setup/protect.js";
import { encodings, encryptPbes2 } from "../../setup/protect.js";
import { testProvider } from "../../setup/provider.js";
import { recordProvider } from "../../setup/recording-provider.js";

const { bmp, latin1, utf8 } = encodings;
const secret = utf8("the plaintext, of more than one block of the cipher");

/** Takes the plaintext above and nothing else. */
const decode = (plaintext: Uint8Array): string | undefined =>
  plaintext.length === secret.length && plaintext.every((octet, index) => octet === secret[index]) ? "it" : undefined;

const start = (password: string, provider = testProvider): Session =>
  createSession(password, provider, DEFAULT_LIMITS, undefined);

async function open({ algorithm: der, ciphertext }: Encrypted, session: Session): Promise<Decrypted<string>> {
  return await decrypt(readEncryptionAlgorithm(decodeWhole(der, "test"), "here"), ciphertext, "here", session, decode);
}

describe("PBES2", () => {
  it.each([
    ["UTF-8", "Ελ 🔑", utf8("Ελ 🔑"), "utf-8", false],
    ["Latin-1 (node-forge)", "é", latin1("é"), "latin-1", true],
    ["a BMPString (old NSS)", "abc", bmp("abc"), "bmp-string", true],
    ["composed where it was typed decomposed", "e\u0301", utf8("\u00e9"), "nfc", true],
    ["decomposed where it was typed composed", "\u00e9", utf8("e\u0301"), "nfd", true],
  ])("opens under a password as %s and says so", async (_, password, bytes, passwordForm, misencoded) => {
    const encrypted = await encryptPbes2(secret, bytes);
    expect(await open(encrypted, start(password))).toEqual({ content: "it", passwordForm, misencoded });
  });

  it("opens AES-256 under the identifier of AES-128 by its key length (old NSS) and says so", async () => {
    const right = await encryptPbes2(secret, utf8("abc"), { oldNss: true });
    expect(await open(right, start("abc"))).toEqual({ content: "it", passwordForm: "utf-8", misencoded: true });
    const both = await encryptPbes2(secret, bmp("abc"), { oldNss: true });
    expect(await open(both, start("abc"))).toEqual({ content: "it", passwordForm: "bmp-string", misencoded: true });
  });

  it("does not try another cipher where the key length is the identifier's own or none at all", async () => {
    const { subtle, calls } = recordProvider();
    const encrypted = await encryptPbes2(secret, utf8("abc"));
    await expect(open(encrypted, start("abd", { subtle }))).rejects.toThrow(PasswordError);
    expect(calls.filter(({ method }) => method === "deriveBits")).toHaveLength(2);
  });

  it("does not open under another password", async () => {
    const encrypted = await encryptPbes2(secret, utf8("abc"));
    await expect(open(encrypted, start("abd"))).rejects.toThrow(
      expect.objectContaining({ code: "ERR_PKCS12_DECRYPT", at: "here" }),
    );
  });

  it("does not take what decrypts to something else", async () => {
    const encrypted = await encryptPbes2(utf8("anything"), utf8("abc"));
    await expect(open(encrypted, start("abc"))).rejects.toThrow(PasswordError);
  });

  it("derives each key once and starts with the form that fitted last", async () => {
    const { subtle, calls } = recordProvider();
    const session = start("é", { subtle });
    const derivations = (): number => calls.filter(({ method }) => method === "deriveBits").length;
    const [one, other] = [{ salt: Uint8Array.of(1) }, { salt: Uint8Array.of(2) }];
    await open(await encryptPbes2(secret, latin1("é"), one), session);
    expect(derivations()).toBe(2);
    await open(await encryptPbes2(secret, latin1("é"), one), session);
    expect(derivations()).toBe(2);
    await open(await encryptPbes2(secret, latin1("é"), other), session);
    expect(derivations()).toBe(3);
  });
});

describe("the schemes of PKCS#12 and PBES1", () => {
  it("end with the error for a wrong password where no candidate's plaintext is taken: RC4 always gives one", async () => {
    for (const scheme of ["1.2.840.113549.1.12.1.1", "1.2.840.113549.1.12.1.6", "1.2.840.113549.1.5.3"]) {
      const parameters = sequence(octetString(Uint8Array.of(1)), integer(1));
      const encrypted = { algorithm: algorithm(scheme, parameters), ciphertext: new Uint8Array(64) };
      await expect(open(encrypted, start("é"))).rejects.toThrow(
        expect.objectContaining({ code: "ERR_PKCS12_DECRYPT", at: "here" }),
      );
    }
  });

  it.each([0, 1, 7, 9])("take a ciphertext of %i octets, no whole block, for a wrong password", async (length) => {
    const parameters = sequence(octetString(Uint8Array.of(1)), integer(1));
    const encrypted = {
      algorithm: algorithm("1.2.840.113549.1.12.1.3", parameters),
      ciphertext: new Uint8Array(length),
    };
    await expect(open(encrypted, start("abc"))).rejects.toThrow(PasswordError);
  });
});

it("names an encryption that is not supported without trying a password", async () => {
  const { subtle, calls } = recordProvider();
  const encrypted = { algorithm: algorithm("1.2.410.200004.1.15"), ciphertext: secret };
  const failure = await open(encrypted, start("abc", { subtle })).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UnsupportedError);
  expect(failure).toMatchObject({ code: "ERR_PKCS12_CIPHER", at: "here", oid: "1.2.410.200004.1.15" });
  expect(calls).toEqual([]);
});
