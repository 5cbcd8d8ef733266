/** Files for the rule of this name. */
import { brokenBag, data, envelopedData, followedBy, keyBag, pfxOf, plainPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, camellia, error, garbage, good, key, pem, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "a key alone", file: bags(key), says: error("pfx") },
    { name: "nothing at all", file: bags(), says: error("pfx") },
    { name: "a key and a line break", file: bytes(followedBy(plainPfx(key), "\n")), says: error("pfx") },
    { name: "a broken key alone", file: bags(keyBag(brokenBag())), says: error("pfx") },
  ],
  leaves: [
    good,
    pem,
    wrongPassword,
    camellia,
    { name: "a key and a broken bag", file: bags(key, brokenBag()) },
    { name: "a key and a broken certificate", file: bags(key, garbage) },
    { name: "a key and what a public key hides", file: bytes(pfxOf(data(key), envelopedData())) },
  ],
};
