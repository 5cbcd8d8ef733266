import { beforeAll, describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { encodeBase64Url } from "../../../../src/bytes/base64url.js";
import { encodeHex } from "../../../../src/bytes/hex.js";
import { createRedactor } from "../../../../src/contract/redaction/redactor.js";
import { scanForSecrets } from "../../../../src/contract/redaction/scan.js";
import type { KeyFiles } from "./key-files.js";
import { createKeyFiles, toPem } from "./key-files.js";

let files: KeyFiles;
beforeAll(async () => {
  files = await createKeyFiles();
});

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (json: unknown): string => encodeBase64Url(octets(JSON.stringify(json)));
const JWT = `${part({ alg: "RS256", typ: "JWT" })}.${part({ tid: "t" })}.c2lnbmF0dXJl`;
const kinds = (text: string, known?: readonly string[]): readonly string[] =>
  scanForSecrets(text, known).map(({ kind }) => kind);

describe("scanForSecrets", () => {
  it.each<[string, string]>([
    ["a bearer token", "Authorization: Bearer EwBAA8l6BAAU7p9QDpi"],
    ["a bearer token in JSON", '{"authorization":"Bearer short1"}'],
    ["a JWT", JWT],
    ["a JWE", `${part({ alg: "RSA-OAEP", enc: "A256GCM" })}.a.b.c.d`],
  ])("finds %s", (_, text) => {
    expect(kinds(`before ${text} after`)).toEqual(["token"]);
  });

  it.each<[string, keyof KeyFiles, string]>([
    ["a PFX", "pfx", "pfx"],
    ["PKCS#8", "pkcs8", "private key"],
    ["PKCS#1", "pkcs1", "private key"],
    ["SEC1", "sec1", "private key"],
    ["an Ed25519 key", "ed25519", "private key"],
  ])("finds %s in base64, base64url and hexadecimal, in lines and cut off", (_, name, kind) => {
    const der = files[name];
    const base64 = encodeBase64(der);
    const forms = [base64, encodeBase64Url(der), encodeHex(der), encodeHex(der).toLowerCase(), base64.slice(0, -7)];
    const lines = base64.replaceAll(/.{60}/g, "$&\r\n");
    for (const text of [...forms, lines, JSON.stringify(lines), `https://a.example.com/x/${base64}`]) {
      expect(kinds(`{"x": "${text}"}`)).toEqual([kind]);
    }
  });

  it("finds PEM by its label", () => {
    for (const label of ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"]) {
      expect(kinds(toPem(label, files.pkcs8))).toEqual(["private key"]);
    }
  });

  it("leaves alone what is for everybody", () => {
    const certificate = encodeBase64(files.certificate);
    const texts = [
      certificate,
      encodeHex(files.certificate),
      toPem("CERTIFICATE", files.certificate),
      "01234567-89ab-cdef-0123-456789abcdef",
      "30a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f",
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
      "Bearer $GRAPH_TOKEN, Bearer …, Bearer authentication is needed",
      '{"authorization":"[redacted]"}',
      "eyJhbGciOi.no.token and eyJ",
      "[pkcs12Value 1] <pkcs12Value>",
    ];
    for (const text of texts) expect([text.slice(0, 20), kinds(text)]).toEqual([text.slice(0, 20), []]);
  });

  it("finds known secrets in any encoding, and tells where and not what", () => {
    const secret = 'corr"ect horse';
    const texts = [
      secret,
      JSON.stringify(JSON.stringify(secret)),
      encodeURIComponent(secret),
      encodeBase64(octets(`xy${secret}`)),
    ];
    for (const text of texts) expect(scanForSecrets(`one\n  ${text}`, [secret])).toMatchObject([{ kind: "known" }]);
    expect(scanForSecrets(`one\n  ${secret}`, [secret])).toEqual([{ kind: "known", at: "line 2, column 3" }]);
    expect(kinds("corr horse abc", [secret, "abc", ""])).toEqual([]);
  });

  it("is what a redactor leaves nothing for, also of secrets that nobody has named", () => {
    const everything = [JWT, encodeBase64(files.pfx), encodeHex(files.pkcs8), toPem("PRIVATE KEY", files.pkcs1)].join(
      " and ",
    );
    expect(kinds(everything)).toEqual(["token", "pfx", "private key", "private key"]);
    expect(createRedactor().text(everything)).toBe("[token 1] and [pfx 1] and [private key 1] and [private key 2]\n");
  });
});
