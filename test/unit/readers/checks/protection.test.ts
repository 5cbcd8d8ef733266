import { describe, expect, it } from "vitest";
import {
  ciphers,
  iterationsAtMost,
  macHashes,
  macRequired,
  macSaltAtLeast,
  noNullPassword,
  noPbmac1,
} from "../../../../src/readers/checks/protection.js";
import { encryption, mac, places, rc2, traits } from "../sample-traits.js";

describe("ciphers", () => {
  const aes = ciphers({ PBKDF2: /SHA-256 AES/ });

  it("knows hashes and ciphers by the derivation of the key", () => {
    expect(places(aes)).toEqual([]);
    expect(places(aes, { encryptions: [rc2()] })).toEqual(["authSafe[0]"]);
    expect(places(aes, { encryptions: [encryption({ cipher: "Camellia-256-CBC" })] })).toHaveLength(1);
    expect(places(aes, { encryptions: [encryption({ prf: "HMAC-SM3" })] })).toHaveLength(1);
    expect(places(aes, { encryptions: [encryption({ kdf: "scrypt" })] })).toHaveLength(1);
    expect(places(ciphers({ "PKCS12-KDF": /^SHA-1 RC2/ }), { encryptions: [rc2()] })).toEqual([]);
  });

  it("refuses what has no name", () => {
    const unknown = { ...encryption({ scheme: "1.2.3", cipher: null, kdf: null, prf: null }), unsupportedOid: "1.2.3" };
    expect(places(ciphers({ PBKDF2: /./ }), { encryptions: [unknown] })).toHaveLength(1);
  });

  it("names the encryption, and what would help", () => {
    const say = (check: typeof aes, ...encryptions: readonly ReturnType<typeof rc2>[]): readonly string[] =>
      check(traits({ encryptions })).map(({ message }) => message);
    const withX = { "PKCS12-KDF": /RC2/ };
    expect(say(ciphers({}, " without -x", withX), rc2())).toEqual([
      "pbeWithSHAAnd40BitRC2-CBC is not supported without -x.",
    ]);
    expect(say(ciphers({}, " without -x", withX), encryption({ cipher: "IDEA-CBC" }))).toEqual([
      "IDEA-CBC (PBES2, HMAC-SHA-256) is not supported.",
    ]);
    expect(say(ciphers({}), encryption(), encryption({ kdf: "scrypt" }))).toEqual([
      "AES-256-CBC (PBES2, HMAC-SHA-256) is not supported.",
      "AES-256-CBC (PBES2, scrypt) is not supported.",
    ]);
  });
});

describe("the MAC", () => {
  const pbmac1 = { mac: mac({ kind: "pbmac1" }) };

  it("has a known hash or another", () => {
    expect(places(macHashes(/^SHA-1$/))).toEqual(["macData"]);
    expect(places(macHashes(/^SHA-(1|256)$/))).toEqual([]);
    expect(places(macHashes(/^SHA-1$/), pbmac1)).toEqual([]);
    expect(places(macHashes(/^SHA-1$/), { mac: undefined })).toEqual([]);
  });

  it("is by PBMAC1 or not", () => {
    expect(places(noPbmac1())).toEqual([]);
    expect(places(noPbmac1(), { mac: undefined })).toEqual([]);
    expect(places(noPbmac1(), pbmac1)).toEqual(["macData"]);
  });

  it("is needed only where there is a password", () => {
    expect(places(macRequired)).toEqual([]);
    expect(places(macRequired, { mac: undefined })).toEqual(["pfx"]);
    expect(places(macRequired, { mac: undefined, isPasswordEmpty: true })).toEqual([]);
  });

  it("has a salt that is long enough or not", () => {
    expect(places(macSaltAtLeast(8))).toEqual([]);
    expect(places(macSaltAtLeast(8), { mac: mac({ saltBytes: 7 }) })).toEqual(["macData"]);
    expect(places(macSaltAtLeast(8), { mac: mac({ kind: "pbmac1", saltBytes: 7 }) })).toEqual([]);
  });

  it("is under the empty password or under none", () => {
    expect(places(noNullPassword)).toEqual([]);
    expect(places(noNullPassword, { mac: mac({ passwordForm: "none" }) })).toEqual(["macData"]);
  });
});

describe("iterationsAtMost", () => {
  it("looks at the MAC and at each encryption", () => {
    expect(places(iterationsAtMost(2048))).toEqual([]);
    expect(places(iterationsAtMost(2047))).toEqual(["macData", "authSafe[0]"]);
    expect(places(iterationsAtMost(1), { mac: undefined, encryptions: [encryption({ iterations: null })] })).toEqual(
      [],
    );
  });
});
