/** What this project makes is as sound to its own audit as what Graph makes. */
import { expect, it } from "vitest";
import { auditServicePrincipal } from "../../../src/audit/audit.js";
import { createTokenSigningCertificate } from "../../../src/graph/create-token-signing-certificate.js";
import { IDENTIFIER_CONVENTIONS } from "../../../src/graph/custom-key-identifier.js";
import { toKeyCredentials } from "../../../src/graph/key-credentials.js";
import { activationPatch, addToPatch } from "../../../src/graph/service-principal-patch.js";
import { fixedKeyProvider } from "../graph/fixed-key-provider.js";
import { guid, NOW, servicePrincipal } from "./sample-service-principal.js";

const counting = (): (() => string) => {
  let number = 60;
  return () => guid(number++);
};

it.each(["graph", "portal"] as const)(
  "a certificate of profile %s, as it is shown and as it is sent",
  async (profile) => {
    const created = await createTokenSigningCertificate({
      now: NOW,
      newId: counting(),
      profile,
      provider: fixedKeyProvider(),
      random: (length) => new Uint8Array(length).fill(0x61),
    });
    const { thumbprint } = created.selfSignedCertificate;
    for (const { keyCredentials, passwordCredential } of [created.shown, created.selected, created.stored]) {
      const json = { keyCredentials, passwordCredentials: [passwordCredential], ...activationPatch(thumbprint) };
      expect(auditServicePrincipal(json, { now: NOW })).toEqual([]);
    }
  },
);

it("a certificate of one's own, in each convention that may be written", async () => {
  const created = await createTokenSigningCertificate({ now: NOW, newId: counting(), provider: fixedKeyProvider() });
  const signing = { certificate: created.certificate, pfx: created.pfx, password: created.password };
  const found = IDENTIFIER_CONVENTIONS.filter(({ isWritable }) => isWritable).map(({ id }) => {
    const added = toKeyCredentials(signing, { newId: counting(), keyIdentifier: id });
    const json = { ...addToPatch(servicePrincipal([]), added), ...activationPatch(added.thumbprint) };
    return [id, auditServicePrincipal(json, { now: NOW }).map((finding) => finding.id)];
  });
  // The documentation's own slips are told of; they still name the certificate.
  expect(Object.fromEntries(found)).toEqual({
    sha1: [],
    "sha256-of-hex-thumbprint": [],
    "hex-as-base64": ["hex-as-base64"],
    "double-base64": ["double-base64"],
  });
});
