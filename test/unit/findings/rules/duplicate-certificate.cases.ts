/** Files for the rule of this name. */
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { certBag, data, pfxOf, sealedPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, certificate, garbage, good, info, key, leaf, vector } from "../sample-files.js";

const renewed = certBag(writeCertificate({ key: KEYS.first, subject: "leaf", serial: 2n }));
const file = bags(leaf, key, leaf);

export const cases: RuleCases = {
  catches: [
    { name: "the leaf twice", file, says: info("authSafe[0].safeBag[2]") },
    { name: "the leaf twice for token-signing", file, target: "token-signing", says: info("authSafe[0].safeBag[2]") },
    { name: "the leaf twice for a reader", file, target: "java-17", says: info("authSafe[0].safeBag[2]") },
    { name: "thrice, in one finding", file: bags(leaf, leaf, key, leaf), says: info("authSafe[0].safeBag[1]") },
    {
      name: "in two contents, under two names",
      file: bytes(pfxOf(data(leaf, key), data(certBag(certificate, { friendlyName: "again" })))),
      says: info("authSafe[1].safeBag[0]"),
    },
    { name: "one that cannot be read", file: bags(leaf, key, garbage, garbage), says: info("authSafe[0].safeBag[3]") },
  ],
  leaves: [
    good,
    { name: "a renewal of the same name and key", file: bags(leaf, renewed, key) },
    { name: "a chain", file: vector("openssl-chain") },
    { name: "two keys", file: bags(leaf, key, key) },
    { name: "under a wrong password", file: bytes(sealedPfx(leaf, leaf, key)) },
  ],
};
