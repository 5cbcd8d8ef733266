/** Protection in one line. */
import { describe, expect, it } from "vitest";
import { describeEncryption, describeMac } from "../../../../src/node/cli/describe-container.js";

const unknown = { at: "authSafe[0]", cipher: null, kdf: null, prf: null, iterations: null };

describe("describeEncryption", () => {
  it.each([
    [
      "AES-256-CBC, PBKDF2-HMAC-SHA-256, 1 iteration",
      { scheme: "PBES2", cipher: "AES-256-CBC", kdf: "PBKDF2", prf: "HMAC-SHA-256", iterations: 1 },
    ],
    ["AES-128-CBC, scrypt", { scheme: "PBES2", cipher: "AES-128-CBC", kdf: "scrypt", prf: "HMAC-SHA-256" }],
    [
      "pbeWithSHAAnd40BitRC2-CBC, 2000 iterations",
      { scheme: "pbeWithSHAAnd40BitRC2-CBC", cipher: "RC2-40-CBC", kdf: "PKCS12-KDF", prf: "SHA-1", iterations: 2000 },
    ],
    ["PBES2", { scheme: "PBES2" }],
    ["1.2.3.4", { scheme: "1.2.3.4" }],
  ])("%s", (words, encryption) => {
    expect(describeEncryption({ ...unknown, ...encryption })).toBe(words);
  });
});

describe("describeMac", () => {
  it.each([
    ["HMAC with SHA-1, 2000 iterations", { kind: "hmac", digest: "SHA-1", iterations: 2000 }],
    ["PBMAC1 with SHA-512, 1 iteration", { kind: "pbmac1", digest: "SHA-512", iterations: 1 }],
    ["HMAC with 1.2.3.4", { kind: "hmac", digest: "1.2.3.4", iterations: null }],
    ["none: nothing shows whether the file was altered", null],
  ] as const)("%s", (words, mac) => {
    expect(describeMac(mac)).toBe(words);
  });
});
