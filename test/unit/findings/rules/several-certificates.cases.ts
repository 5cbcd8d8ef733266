/** Files for the rule of this name. */
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { certBag, keyBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, good, key, leaf, past, warning } from "../sample-files.js";

const otherLeaf = certBag(writeCertificate({ key: KEYS.second, subject: "other" }));
const otherKey = keyBag(KEYS.second.pkcs8);

export const cases: RuleCases = {
  catches: [
    { name: "an old one first", file: bags(certBag(past), leaf, key), says: warning("authSafe[0].safeBag[1]") },
    { name: "an old one behind", file: bags(leaf, certBag(past), key), says: warning("authSafe[0].safeBag[0]") },
  ],
  leaves: [
    good,
    { name: "the same certificate twice", file: bags(leaf, leaf, key) },
    { name: "two keys with one each", file: bags(leaf, key, otherLeaf, otherKey) },
    { name: "two without a key", file: bags(leaf, certBag(past)) },
    { name: "two under a wrong password", file: bytes(sealedPfx(certBag(past), leaf, key)) },
  ],
};
