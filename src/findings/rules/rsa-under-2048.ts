/** An RSA key is too small. */
import type { Rule } from "../finding.js";
import { judgedCertificates } from "../judged.js";
import { renew } from "../renew.js";

/** 112 bits of security: NIST SP 800-131A Rev. 2 table 2 disallows less for making signatures; also what is documented. */
const LEAST_BITS = 2048;

/** `rsa-under-2048` */
export const rsaUnder2048: Rule = {
  id: "rsa-under-2048",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: null },
  evidence: "standard",
  reference:
    "NIST SP 800-131A Rev. 2 section 3; https://learn.microsoft.com/azure/active-directory-b2c/secure-rest-api recommends 2048",
  summary: "The RSA key of the certificate, or of one in its chain, has fewer than 2048 bits.",
  check(subject) {
    return judgedCertificates(subject).flatMap(({ at, certificate: { publicKey } }, index) => {
      const { bits, algorithm, rsaExponent } = publicKey;
      if (rsaExponent === undefined || bits === undefined || bits >= LEAST_BITS) return [];
      const whose = index === 0 ? "the certificate" : "a certificate of the chain";
      const message = `The ${algorithm} key of ${whose} has ${bits} bits${explain(bits)}. NIST disallows fewer than ${LEAST_BITS} for signatures, and many programs refuse them; whether Graph does is not documented.`;
      return [{ at, message, fix: renew(subject.target, index) }];
    });
  },
};

/** Some writers multiply two primes of 1024 bits without making sure that the product has 2048. */
function explain(bits: number): string {
  return bits === LEAST_BITS - 1 ? ", hardly fewer than was meant: the highest bit of its modulus is zero" : "";
}
