/** Files for the rule of this name. */
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { certBag, keyBag, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, good, key, leaf, past, vector, warning } from "../sample-files.js";

const [otherLeaf, otherKey] = [
  certBag(writeCertificate({ key: KEYS.second, subject: "other" })),
  keyBag(KEYS.second.pkcs8),
];
const file = bags(leaf, key, otherLeaf, otherKey);

export const cases: RuleCases = {
  catches: [
    { name: "two pairs", file, says: warning("authSafe[0].safeBag[0]") },
    { name: "two pairs for token-signing", file, target: "token-signing", says: warning("authSafe[0].safeBag[0]") },
    { name: "two pairs for a reader", file, target: "go-pkcs12", says: warning("authSafe[0].safeBag[0]") },
    {
      name: "an expired pair before a valid one",
      file: bags(certBag(past), key, otherLeaf, otherKey),
      says: warning("authSafe[0].safeBag[2]"),
    },
    { name: "a file of keytool", file: vector("keytool-two-keys"), says: warning("authSafe[1].safeBag[0]") },
  ],
  leaves: [
    good,
    { name: "the same pair twice", file: bags(leaf, key, leaf, key) },
    { name: "a key without certificate beside a pair", file: bags(leaf, key, otherKey) },
    { name: "two certificates of one key", file: bags(leaf, certBag(past), key) },
    { name: "two keys, no certificate", file: bags(key, otherKey) },
    { name: "two pairs under a wrong password", file: bytes(sealedPfx(leaf, key, otherLeaf, otherKey)) },
  ],
};
