/** Files for the rule of this name. */
import { OID } from "../../../../src/asn1/oids.js";
import { integer, octetString, sequence } from "../../../setup/der.js";
import { algorithm } from "../../../setup/pfx.js";
import { withMacOf } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { good, vector, warning } from "../sample-files.js";

const kdf = algorithm(OID.pbkdf2, sequence(octetString(new Uint8Array(8)), integer(1), integer(20)));
const pbmac1 = algorithm(OID.pbmac1, sequence(kdf, algorithm("1.2.840.113549.2.6")));

export const cases: RuleCases = {
  catches: [
    { name: "MD5", file: vector("openssl-mac-md5"), says: warning("macData") },
    {
      name: "MD5 for token-signing",
      file: vector("openssl-mac-md5"),
      target: "token-signing",
      says: warning("macData"),
    },
    { name: "MD5 for a reader", file: vector("openssl-mac-md5"), target: "java-17", says: warning("macData") },
    { name: "MD5 under a wrong password", file: vector("openssl-mac-md5", "wrong"), says: warning("macData") },
    { name: "MD4", file: withMacOf(algorithm("1.2.840.113549.2.4")), says: warning("macData") },
    { name: "MD2", file: withMacOf(algorithm("1.2.840.113549.2.2")), says: warning("macData") },
    { name: "MD5 in PBMAC1", file: withMacOf(pbmac1), says: warning("macData") },
  ],
  leaves: [
    good,
    { name: "SHA-1, which services want", file: vector("openssl-mac-sha1") },
    { name: "RIPEMD-160", file: vector("openssl-mac-ripemd160") },
    { name: "SHA-256", file: vector("openssl-default") },
    { name: "PBMAC1 with SHA-256", file: vector("go-modern-2026") },
    { name: "a hash that nobody here knows", file: vector("openssl-mac-whirlpool") },
  ],
};
