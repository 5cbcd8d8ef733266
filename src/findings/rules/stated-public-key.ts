/** A private key contradicts the public key that is stored beside it. */
import type { Rule } from "../finding.js";
import { pack } from "../repack.js";

/** Certificates out of the file, the key out of it and without the stated public key, and both packed anew. */
const RESTATE: string =
  "openssl pkcs12 -legacy -in old.pfx -nokeys -out old.pem && openssl pkcs12 -legacy -in old.pfx -nocerts -out old-key.pem && " +
  `openssl ec -in old-key.pem -no_public -aes256 -out new-key.pem && ${pack("-inkey new-key.pem -in old.pem")}`;

/** `stated-public-key` */
export const statedPublicKey: Rule = {
  id: "stated-public-key",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "standard",
  reference:
    "RFC 5915 section 3 and RFC 5958 section 2: the stated public key is that of the private key; measured with EC keys: OpenSSL 3.0 and Node 20 believe it",
  summary: "A private key states a public key that is not its own.",
  check({ opened: { failure, keys } }) {
    if (failure !== undefined) return [];
    return keys
      .filter(({ statesOtherPublicKey }) => statesOtherPublicKey)
      .map(({ at, algorithm }) => ({
        at,
        message: `The private key (${algorithm}) states a public key that is not the one it computes to. Readers that believe what is stated${algorithm.startsWith("EC") ? ", OpenSSL among them," : ""} find that it does not match its certificate.`,
        fix: algorithm.startsWith("EC")
          ? `Leave the stated public key out, so that it is computed: ${RESTATE}`
          : "Export the key anew from the program that made it: whatever wrote this file mixed up two keys.",
      }));
  },
};
