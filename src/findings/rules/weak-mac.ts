/** The MAC rests on a broken hash function. */
import type { Rule } from "../finding.js";
import { protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";

/**
 * Hashes that nobody should use any more, by RFC 6149, 6150 and 6151. SHA-1 is not among them: in an HMAC it is unbroken,
 * and it is what the services around Graph are reported to want.
 */
const WEAK: ReadonlySet<string> = new Set(["MD2", "MD4", "MD5"]);

/** `weak-mac` */
export const weakMac: Rule = {
  id: "weak-mac",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference: "Measured with Java 17 and go-pkcs12 0.7; RFC 6151 section 2.3 advises against new uses of HMAC-MD5",
  summary: "The MAC rests on MD5 or an older hash, which some readers refuse.",
  check({ opened }) {
    const mac = protectionOf(opened)?.mac;
    if (mac === undefined || !WEAK.has(mac.digest)) return [];
    const message = `The MAC is an HMAC over ${mac.digest}: Java and go-pkcs12 refuse such files, and so may others.`;
    return [{ at: mac.at, message, fix: `Pack the file anew with a MAC over SHA-1: ${REPACK_WHOLE}` }];
  },
};
