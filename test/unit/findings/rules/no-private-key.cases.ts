/** Files for the rule of this name. */
import { brokenBag, data, envelopedData, followedBy, keyBag, pfxOf, plainPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import {
  bags,
  bytes,
  camellia,
  error,
  garbage,
  good,
  leaf,
  lockedKey,
  PASSWORD,
  pem,
  vector,
} from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "a certificate alone", file: bags(leaf), says: error("pfx") },
    { name: "the same for token signing", file: bags(leaf), target: "token-signing", says: error("pfx") },
    { name: "nothing at all", file: bags(), says: error("pfx") },
    { name: "a trust store", file: vector("keytool-truststore"), says: error("pfx") },
    { name: "a certificate and a line break", file: bytes(followedBy(plainPfx(leaf), "\n")), says: error("pfx") },
    { name: "certificates, one of them broken", file: bags(leaf, garbage), says: error("pfx") },
  ],
  leaves: [
    good,
    pem,
    lockedKey,
    camellia,
    { name: "a wrong password and an open certificate", file: vector("made-plain", PASSWORD) },
    { name: "a certificate and a broken bag", file: bags(leaf, brokenBag()) },
    { name: "a certificate and a broken key", file: bags(leaf, keyBag(brokenBag())) },
    { name: "a certificate and what a public key hides", file: bytes(pfxOf(data(leaf), envelopedData())) },
  ],
};
