/** A key without certificate stands beside a sound pair. Where there is no sound pair, see `key-mismatch`. */
import type { Rule } from "../finding.js";
import { TAKE_ONE } from "../repack.js";
import { troublesOf } from "../troubles.js";

/** `orphan-key` */
export const orphanKey: Rule = {
  id: "orphan-key",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference:
    "Measured: go-pkcs12 0.7 refuses a second key; Node 20 and OpenSSL 3 take the first key and find no certificate",
  summary: "A private key without certificate stands beside one that has its own.",
  check({ opened }) {
    const { keys, credentials } = opened;
    // A part that could not be read may hold the certificate: then that part is what is wrong.
    if (credentials.length === 0 || troublesOf(opened).length > 0) return [];
    return keys
      .filter(({ certificates }) => certificates.length === 0)
      .map(({ at, algorithm, isComputed }) => ({
        at,
        message: isComputed
          ? `A private key (${algorithm}) belongs to none of the certificates. Some readers take the first key of a file, whichever it is, others refuse a second one.`
          : `Nothing shows to which certificate a private key (${algorithm}) belongs: its public key cannot be computed here.`,
        fix: `Export only the pair that is meant, before anything else (OpenSSL packs the first key), here by its name: ${TAKE_ONE}`,
      }));
  },
};
