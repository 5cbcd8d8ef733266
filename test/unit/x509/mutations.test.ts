/** Whatever octets come: a result or an error of the toolkit, soon. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ToolkitError } from "../../../src/errors.js";
import { readBasicConstraints } from "../../../src/x509/basic-constraints.js";
import { canonicalName } from "../../../src/x509/canonical-name.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { derivePublicIdentity } from "../../../src/x509/derive-public-key.js";
import { readSubjectAltName } from "../../../src/x509/general-name.js";
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../../../src/x509/key-identifiers.js";
import { readExtKeyUsage, readKeyUsage } from "../../../src/x509/key-usage.js";
import { formatName } from "../../../src/x509/name.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { FULL_CERTIFICATE, fromBase64, PAIRS, PSS_CERTIFICATE, V1_CERTIFICATE } from "./fixtures.js";

const READERS = [
  readKeyUsage,
  readExtKeyUsage,
  readBasicConstraints,
  readSubjectKeyIdentifier,
  readAuthorityKeyIdentifier,
  readSubjectAltName,
];

/** The octets with some replaced, some put in and some cut out. */
function mutated(originals: readonly string[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: fc.nat(1200), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 4 }) });
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([original, edits]) => {
      const octets = [...fromBase64(original)];
      for (const { at, remove, insert } of edits) octets.splice(at % octets.length, remove, ...insert);
      return Uint8Array.from(octets);
    });
}

async function outcome(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(ToolkitError);
  }
}

describe("mutated input", () => {
  it("gives a certificate or an error of the toolkit", async () => {
    const originals = [FULL_CERTIFICATE, V1_CERTIFICATE, PSS_CERTIFICATE];
    const property = fc.asyncProperty(mutated(originals), (bytes) =>
      outcome(() => {
        const certificate = parseCertificate(bytes, "bag");
        for (const read of READERS) read(certificate);
        expect(`${formatName(certificate.subject)}${formatName(certificate.issuer)}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        canonicalName(certificate.subject);
      }),
    );
    await fc.assert(property, { numRuns: 2000, seed: 509 });
  });

  it("gives a key or an error of the toolkit", async () => {
    const originals = Object.values(PAIRS).map(({ pkcs8 }) => pkcs8);
    const property = fc.asyncProperty(mutated(originals), (bytes) =>
      outcome(() => derivePublicIdentity(parsePrivateKey(bytes, "bag"))),
    );
    await fc.assert(property, { numRuns: 600, seed: 5958 });
  });
});
