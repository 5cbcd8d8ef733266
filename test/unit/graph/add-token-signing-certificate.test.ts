import { describe, expect, it } from "vitest";
import type { MintedCertificate } from "../../../src/graph/add-token-signing-certificate.js";
import { toSelfSignedCertificate } from "../../../src/graph/add-token-signing-certificate.js";

/** What the action's reference page shows, without its certificate, which the page cuts short. */
const SAMPLE = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.selfSignedCertificate",
  customKeyIdentifier: "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=",
  displayName: "CN=customDisplayName",
  endDateTime: "2024-01-25T00:00:00Z",
  key: "MAA=",
  keyId: "93bc223f-7235-4b9c-beea-d66847531c49",
  startDateTime: "2021-05-05T18:38:51.8100763Z",
  thumbprint: "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1",
  type: "AsymmetricX509Cert",
  usage: "Verify",
} as const;

const minted: MintedCertificate = {
  displayName: "CN=customDisplayName",
  der: Uint8Array.of(0x30, 0),
  thumbprint: "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1",
  signKeyId: "93bc223f-7235-4b9c-beea-d66847531c49",
  startDateTime: "2021-05-05T18:38:51.8100763Z",
  endDateTime: "2024-01-25T00:00:00Z",
};

describe("toSelfSignedCertificate", () => {
  it("gives the answer of the reference page, member by member", () => {
    expect(JSON.stringify(toSelfSignedCertificate(minted))).toBe(JSON.stringify(SAMPLE));
  });

  it("has the octets of the thumbprint, in whatever case it is written, as customKeyIdentifier", () => {
    const { thumbprint } = minted;
    const { customKeyIdentifier } = toSelfSignedCertificate({ ...minted, thumbprint: thumbprint.toLowerCase() });
    expect(customKeyIdentifier).toBe("2iD8ppbE+D6Kmu1ZvjM2jtQh88E=");
    expect(atob(customKeyIdentifier)).toHaveLength(20);
  });

  it("has the certificate in padded base64 without line breaks", () => {
    const der = Uint8Array.from({ length: 700 }, (_, index) => index & 0xff);
    const { key } = toSelfSignedCertificate({ ...minted, der });
    expect(key).toMatch(/^[A-Za-z0-9+/]{934}==$/);
    expect(Uint8Array.from(atob(key), (character) => character.charCodeAt(0))).toEqual(der);
  });

  it.each(["DA20F", "no thumbprint", "DA 20"])("refuses %j as a thumbprint", (thumbprint) => {
    expect(() => toSelfSignedCertificate({ ...minted, thumbprint })).toThrow(
      expect.objectContaining({ code: "ERR_BYTES_HEX", at: "thumbprint" }),
    );
  });
});
