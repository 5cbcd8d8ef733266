/** S1: the answer holds one sound certificate. */
import { equals, holds, supposed } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule, RuleResult } from "../rule.js";

const LEAST_BITS = 2048;

export const mintedCertificate: Rule = {
  id: "S1",
  title:
    "key is one X.509 certificate in standard base64, self-issued, signed by its own RSA key; type and usage say so",
  evidence: ["doc-text", "doc-example", "crypto", "hypothesis"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate; RSA of 2048 bits with SHA-256 is supposed: published certificates of the action have it, no page promises it",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ exchange, answer, reading }): RuleResult[] => {
      const form = [
        equals([exchange], "/type", "AsymmetricX509Cert", answer["type"] ?? null),
        equals([exchange], "/usage", "Verify", answer["usage"] ?? null),
      ];
      if (!reading.isReadable) return [...form, holds(false, [exchange], "/key", "a certificate", reading.problem)];
      const { isSelfIssued, isSelfSigned, isUsual } = reading;
      const { bits } = reading.certificate.publicKey;
      return [
        ...form,
        holds(isSelfIssued, [exchange], "/key", "issuer and subject are one", isSelfIssued),
        supposed(isUsual, [exchange], "/key", "RSA with SHA-256", isUsual ? "RSA with SHA-256" : "another algorithm"),
        ...(isUsual ? [holds(isSelfSigned, [exchange], "/key", "a signature of its own key", isSelfSigned)] : []),
        supposed((bits ?? 0) >= LEAST_BITS, [exchange], "/key", "at least 2048 bits", bits ?? null),
      ];
    }),
};
