import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import { MalformedError, PasswordError } from "../../../src/errors.js";
import { openedToKeyCredentials, toKeyCredentials } from "../../../src/graph/key-credentials.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { join } from "../../setup/der.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { open } from "../credential/open-file.js";
import { certBag, keyBag, plainPfx } from "../credential/pfx-writer.js";
import { ids, leaderOf, openPair } from "./fixtures.js";

const SIGN = "00000000-0000-4000-8000-000000000001";
const VERIFY = "00000000-0000-4000-8000-000000000002";
const certificate = writeCertificate({
  key: KEYS.first,
  subject: "a, b",
  notBefore: "20260101000000Z",
  notAfter: "20270125235959Z",
});
const credential = { certificate, pfx: Uint8Array.of(0x30, 0x82, 1, 2), password: "secret" };

describe("toKeyCredentials", () => {
  it("gives the three entries of the how-to", () => {
    const customKeyIdentifier = encodeBase64(decodeHex(thumbprint(certificate), "thumbprint"));
    const shared = {
      customKeyIdentifier,
      displayName: "CN=a\\, b",
      endDateTime: "2027-01-25T23:59:59Z",
      startDateTime: "2026-01-01T00:00:00Z",
    };
    expect(toKeyCredentials(credential, { newId: ids() })).toEqual({
      keyCredentials: [
        { ...shared, key: "MIIBAg==", keyId: SIGN, type: "X509CertAndPassword", usage: "Sign" },
        { ...shared, key: encodeBase64(certificate), keyId: VERIFY, type: "AsymmetricX509Cert", usage: "Verify" },
      ],
      passwordCredential: { ...shared, keyId: SIGN, secretText: "secret" },
      thumbprint: thumbprint(certificate),
    });
  });

  it("takes another display name and another identifier for all three", () => {
    const { keyCredentials, passwordCredential } = toKeyCredentials(
      { ...credential, displayName: "CN=other" },
      { newId: ids(), keyIdentifier: "hex-as-base64" },
    );
    for (const entry of [...keyCredentials, passwordCredential]) {
      expect(entry.displayName).toBe("CN=other");
      expect(entry.customKeyIdentifier).toBe(thumbprint(certificate));
    }
  });

  it("leaves out what lies behind the certificate", () => {
    const trailing = { ...credential, certificate: join(certificate, Uint8Array.of(0, 0)) };
    expect(toKeyCredentials(trailing, { newId: ids() })).toEqual(toKeyCredentials(credential, { newId: ids() }));
  });

  it("refuses an empty password", () => {
    const make = () => toKeyCredentials({ ...credential, password: "" }, { newId: ids() });
    expect(make).toThrow(PasswordError);
    expect(make).toThrow(expect.objectContaining({ code: "ERR_GRAPH_PASSWORD_EMPTY", at: "password" }));
  });

  it("refuses an identifier that is too long, and what is no certificate", () => {
    expect(() => toKeyCredentials(credential, { newId: ids(), keyIdentifier: new Uint8Array(33) })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_CUSTOM_KEY_IDENTIFIER" }),
    );
    expect(() => toKeyCredentials({ ...credential, certificate: Uint8Array.of(1) }, { newId: ids() })).toThrow(
      expect.objectContaining({ code: "ERR_X509_CERTIFICATE" }),
    );
  });

  it.each<[string, () => string, ErrorConstructor]>([
    ["no GUID", () => "1", TypeError],
    ["the same GUID twice", () => SIGN, RangeError],
  ])("refuses ids that are %s", (_, newId, kind) => {
    expect(() => toKeyCredentials(credential, { newId })).toThrow(kind);
    expect(() => toKeyCredentials(credential, { newId })).toThrow(/^"newId" expected/);
  });
});

describe("openedToKeyCredentials", () => {
  it("takes the first credential of the file, and the whole file", async () => {
    const opened = await openPair("20260101000000Z", "20270125000000Z");
    const made = openedToKeyCredentials(opened, "secret", { newId: ids(), displayName: "CN=given" });
    const [sign, verify] = made.keyCredentials;
    expect(sign.key).toBe(encodeBase64(opened.bytes));
    expect(verify.key).toBe(encodeBase64(leaderOf(opened).der));
    expect(verify.displayName).toBe("CN=given");
    expect(made.thumbprint).toBe(leaderOf(opened).thumbprint);
    expect(parseCertificate(leaderOf(opened).der, "leaf").notAfter).toEqual(new Date(verify.endDateTime ?? ""));
  });

  it("refuses a file without a key, one that did not open, and one with no password", async () => {
    const withoutKey = await open(plainPfx(certBag(certificate)));
    expect(() => openedToKeyCredentials(withoutKey, "secret", { newId: ids() })).toThrow(MalformedError);
    expect(() => openedToKeyCredentials(withoutKey, "secret", { newId: ids() })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_NO_CREDENTIAL", at: "pfx" }),
    );
    const failed = { ...(await openPair("20260101000000Z", "20270125000000Z")), pkcs12: undefined };
    expect(() => openedToKeyCredentials(failed, "secret", { newId: ids() })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_NO_CREDENTIAL" }),
    );
    const withKey = await open(plainPfx(certBag(certificate), keyBag(KEYS.first.pkcs8)));
    expect(() => openedToKeyCredentials(withKey, "", { newId: ids() })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_PASSWORD_EMPTY" }),
    );
  });
});
