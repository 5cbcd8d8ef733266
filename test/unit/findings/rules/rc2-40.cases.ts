/** Files for the rule of this name. */
import type { RuleCases } from "../rule-case.js";
import { good, info, vector, warning } from "../sample-files.js";

const [file, keyToo] = [vector("openssl-legacy"), vector("openssl-rc4-40")];

export const cases: RuleCases = {
  catches: [
    { name: "the certificates", file, says: info("authSafe[0]") },
    { name: "the certificates for token-signing", file, target: "token-signing", says: info("authSafe[0]") },
    { name: "the certificates for a reader", file, target: "openssl-3", says: info("authSafe[0]") },
    { name: "under a wrong password", file: vector("openssl-legacy", "wrong"), says: info("authSafe[0]") },
    { name: "the key too, by RC4", file: keyToo, says: warning("authSafe[1].safeBag[0]") },
    { name: "the key for a reader", file: keyToo, target: "openssl-3", says: warning("authSafe[1].safeBag[0]") },
    { name: "RC2-40 in PBES2", file: vector("openssl-pbes2-rc2-40"), says: warning("authSafe[1].safeBag[0]") },
  ],
  leaves: [
    good,
    { name: "RC2-128", file: vector("openssl-rc2-128") },
    { name: "RC2-64", file: vector("openssl-pbes1-sha1-rc2") },
    { name: "RC4-128", file: vector("openssl-rc4-128") },
    { name: "Triple DES", file: vector("openssl-3des") },
    { name: "AES", file: vector("openssl-default") },
  ],
};
