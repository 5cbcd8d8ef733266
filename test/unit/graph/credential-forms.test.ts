import { describe, expect, it } from "vitest";
import type { CredentialParts } from "../../../src/graph/credential-forms.js";
import { toCredentialForms } from "../../../src/graph/credential-forms.js";

const PARTS: CredentialParts = {
  selfSignedCertificate: {
    customKeyIdentifier: "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=",
    displayName: "cn=customDisplayName",
    endDateTime: "2024-01-25T00:00:00Z",
    key: "MAA=",
    keyId: "93bc223f-7235-4b9c-beea-d66847531c49",
    startDateTime: "2021-05-05T18:38:51.8100763Z",
    thumbprint: "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1",
    type: "AsymmetricX509Cert",
    usage: "Verify",
  },
  subject: "CN=customDisplayName",
  pfx: Uint8Array.of(0x30, 1, 0),
  password: "secret",
  verifyKeyId: "0c9a7e6b-51d4-4f3a-8b22-6c1d2e3f4a5b",
};

describe("toCredentialForms", () => {
  it("keeps the PFX with the Sign key, the certificate with the Verify key and the password", () => {
    const { keyCredentials, passwordCredential } = toCredentialForms(PARTS).stored;
    expect(keyCredentials).toMatchObject([
      { usage: "Sign", type: "X509CertAndPassword", key: "MAEA", keyId: PARTS.selfSignedCertificate.keyId },
      { usage: "Verify", type: "AsymmetricX509Cert", key: "MAA=", keyId: PARTS.verifyKeyId },
    ]);
    expect(passwordCredential).toMatchObject({ secretText: "secret", keyId: PARTS.selfSignedCertificate.keyId });
  });

  it("shows no secret and, unless it is selected, no certificate", () => {
    const { shown, selected } = toCredentialForms(PARTS);
    expect(JSON.stringify([shown, selected])).not.toMatch(/secret"|MAEA|X509CertAndPassword/);
    expect(shown.keyCredentials.map(({ key }) => key)).toEqual([null, null]);
    expect(selected.keyCredentials.map(({ key }) => key)).toEqual([null, "MAA="]);
    expect(shown.keyCredentials.map(({ type }) => type)).toEqual(["AsymmetricX509Cert", "AsymmetricX509Cert"]);
    expect(shown.passwordCredential).toEqual(selected.passwordCredential);
    expect(shown.passwordCredential).toMatchObject({ secretText: null, hint: null });
  });

  it("has the same members in the same order in every form, and the same values but for the secrets", () => {
    const { stored, shown, selected } = toCredentialForms(PARTS);
    for (const { keyCredentials, passwordCredential } of [stored, shown, selected]) {
      for (const entry of [...keyCredentials, passwordCredential]) {
        expect(Object.keys(entry)).toEqual(Object.keys(entry).sort());
        expect(entry).toMatchObject({
          customKeyIdentifier: "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=",
          displayName: "CN=customDisplayName",
          startDateTime: "2021-05-05T18:38:51.8100763Z",
          endDateTime: "2024-01-25T00:00:00Z",
        });
      }
      expect(keyCredentials.map((entry) => Object.keys(entry))).toEqual(
        new Array(2).fill([
          ...["customKeyIdentifier", "displayName", "endDateTime", "key", "keyId", "startDateTime", "type", "usage"],
        ]),
      );
    }
  });

  it.each([
    ["a".repeat(87), "a".repeat(87)],
    ["a".repeat(88), "a".repeat(87)],
    [`${"a".repeat(85)}😀b`, `${"a".repeat(85)}😀`],
    [`${"a".repeat(86)}😀b`, "a".repeat(86)],
  ])("shortens a name to 90 characters at most: %s", (name, kept) => {
    const { stored } = toCredentialForms({ ...PARTS, subject: `CN=${name}` });
    expect(stored.passwordCredential.displayName).toBe(`CN=${kept}`);
  });
});
