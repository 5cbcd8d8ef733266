/** The public exponent of the RSA key is too small, or no exponent at all. */
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { renew } from "../renew.js";

/** FIPS 186-5 section 5.1 wants odd exponents above 2^16: this is the least, and what nearly all keys have. */
const LEAST = 65_537n;

/** `weak-rsa-exponent` */
export const weakRsaExponent: Rule = {
  id: "weak-rsa-exponent",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "standard",
  reference: "RFC 8017 section 3.1 (odd, at least 3); FIPS 186-5 section 5.1 (above 65536)",
  summary: "The RSA exponent is 1 or even, which no key can have, or smaller than 65537.",
  check({ opened, target }) {
    const leading = leadingCertificate(opened);
    const exponent = leading?.certificate.publicKey.rsaExponent;
    if (leading === undefined || exponent === undefined) return [];
    const { at } = leading;
    const fix = renew(target);
    if (exponent === 1n) {
      return [{ at, message: "The RSA exponent is 1: anybody can forge a signature of this key.", fix }];
    }
    if (exponent % 2n === 0n) {
      const message = "The RSA exponent is even: no RSA key has such a one, and programs refuse it.";
      return [{ at, message, fix }];
    }
    if (exponent >= LEAST) return [];
    const message = `The RSA exponent is ${exponent}. It is allowed, but rules such as FIPS 186-5 want ${LEAST} or more, since small ones have made faulty programs forgeable.`;
    return [{ at, message, fix, severity: "info" }];
  },
};
