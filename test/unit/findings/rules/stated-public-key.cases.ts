/** Files for the rule of this name. */
import type { Der } from "../../../setup/der.js";
import { contextPrimitive, integer, octetString, oid, sequence } from "../../../setup/der.js";
import { KEYS, UNKNOWN_KEY, writeCertificate } from "../../credential/certificate-writer.js";
import { certBag, keyBag, sealedPfx } from "../../credential/pfx-writer.js";
import { fromBase64, fromHex, PAIRS } from "../../x509/fixtures.js";
import type { RuleCases } from "../rule-case.js";
import { LEAF_AT, SECOND_AT, sound } from "../sample-credentials.js";
import { bags, bytes, leaf, vector, warning } from "../sample-files.js";

/** The first key of RFC 8032 section 7.1 as OneAsymmetricKey (RFC 5958) with a public key beside it. */
function stating(publicKey: string): Der {
  const privateKey = octetString(fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  const algorithm = sequence(oid("1.3.101.112"));
  return sequence(integer(1), algorithm, octetString(privateKey), contextPrimitive(1, fromHex(`00${publicKey}`)));
}

const own = keyBag(stating("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
const others = keyBag(stating("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
const othersLeaf = certBag(writeCertificate({ key: KEYS.second, subject: "other" }));

/** EC on P-256: the last octet of the structure is the last of the stated y, whose lowest bit is the point's sign. */
const ec = fromBase64(PAIRS.p256.pkcs8);
const negated = ec.map((octet, index) => (index === ec.length - 1 ? octet ^ 1 : octet));
const ecLeaf = certBag(
  writeCertificate({ key: { pkcs8: ec, spki: fromBase64(PAIRS.p256.spki) }, subject: "connector" }),
);

export const cases: RuleCases = {
  catches: [
    { name: "Ed25519 with another's", file: bags(leaf, others), says: warning(SECOND_AT) },
    { name: "EC with another's", file: bags(ecLeaf, keyBag(negated)), says: warning(SECOND_AT) },
    { name: "another's, whose certificate is there", file: bags(others, othersLeaf), says: warning(LEAF_AT) },
    { name: "for signing", target: "token-signing", file: bags(leaf, others), says: warning(SECOND_AT) },
    { name: "for a reader", target: "node-20", file: bags(leaf, others), says: warning(SECOND_AT) },
  ],
  leaves: [
    sound,
    { name: "Ed25519 with its own", file: bags(leaf, own) },
    { name: "EC with its own", file: bags(ecLeaf, keyBag(ec)) },
    { name: "EC with explicit parameters", file: vector("openssl-key-ec-explicit") },
    { name: "a key from which nothing is computed", file: bags(keyBag(UNKNOWN_KEY.pkcs8)) },
    { name: "a wrong password", file: bytes(sealedPfx(leaf, others)) },
  ],
};
