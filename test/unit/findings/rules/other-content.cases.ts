/** Files for the rule of this name. */
import { OID } from "../../../../src/asn1/oids.js";
import { explicit, octetString, oid, sequence, utf8 } from "../../../setup/der.js";
import { safeBag } from "../../../setup/pfx.js";
import type { RuleCases } from "../rule-case.js";
import { bags, good, info, key, leaf, vector } from "../sample-files.js";

const typed = (type: string): Uint8Array => sequence(oid(type), explicit(0, octetString(Uint8Array.of(0x30, 0))));
const secret = safeBag(OID.secretBag, typed("1.2.3"));
const crl = safeBag(OID.crlBag, typed("1.2.840.113549.1.9.23.1"));
const sdsi = safeBag(OID.certBag, sequence(oid(OID.sdsiCertificate), explicit(0, utf8("MAA="))));
const file = bags(leaf, key, crl, secret);

export const cases: RuleCases = {
  catches: [
    { name: "a revocation list and a secret, in one finding", file, says: info("authSafe[0].safeBag[2]") },
    { name: "the same for token-signing", file, target: "token-signing", says: info("authSafe[0].safeBag[2]") },
    { name: "the same for a reader", file, target: "java-25", says: info("authSafe[0].safeBag[2]") },
    { name: "a secret", file: bags(secret, leaf, key), says: info("authSafe[0].safeBag[0]") },
    { name: "a certificate of another kind", file: bags(leaf, key, sdsi), says: info("authSafe[0].safeBag[2]") },
    { name: "a secret of keytool", file: vector("keytool-secret"), says: info("authSafe[0].safeBag[0]") },
    { name: "an unknown bag", file: vector("made-unknown-bag"), says: info("authSafe[0].safeBag[0]") },
  ],
  leaves: [
    good,
    { name: "bags in bags", file: vector("made-nested-safe-contents") },
    { name: "an unknown attribute", file: vector("made-unknown-attribute") },
    { name: "a wrong password", file: vector("made-unknown-bag", "wrong") },
  ],
};
