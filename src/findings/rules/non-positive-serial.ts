/** A serial number is zero or negative. */
import { isSelfIssued } from "../../credential/chain.js";
import type { Observation, Rule } from "../finding.js";
import { judgedCertificates } from "../judged.js";
import { renew } from "../renew.js";

/** `non-positive-serial` */
export const nonPositiveSerial: Rule = {
  id: "non-positive-serial",
  severity: { "api-connector": "warning", "token-signing": "info", reader: null },
  evidence: "standard",
  reference: "RFC 5280 section 4.1.2.2; crypto/x509 of Go 1.23 refuses negative ones",
  summary: "The serial number of the certificate, or of one in its chain below the root, is zero or negative.",
  check(subject) {
    return judgedCertificates(subject).flatMap((opened, index): Observation[] => {
      const { serialNumber } = opened.certificate;
      const isNegative = serialNumber.startsWith("-");
      if (!isNegative && serialNumber !== "0") return [];
      // Old roots have zero; nobody sends them.
      if (index > 0 && isSelfIssued(opened)) return [];
      const whose = index === 0 ? "the certificate" : "a certificate of the chain";
      const fix = renew(subject.target, index);
      if (!isNegative) {
        const message = `The serial number of ${whose} is zero. The standard wants a positive one and asks readers to put up with others.`;
        return [{ at: opened.at, message, fix, severity: "info" }];
      }
      const message = `The serial number of ${whose} is negative. The standard wants a positive one; programs in Go 1.23 and later refuse such certificates.`;
      return [{ at: opened.at, message, fix }];
    });
  },
};
