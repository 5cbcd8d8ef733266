/** Files for the rule of this name. */
import type { OpenedFile } from "../../../../src/credential/opened-file.js";
import { KEYS } from "../../credential/certificate-writer.js";
import { open, openVector } from "../../credential/open-file.js";
import { plainPfx, shroudedKeyBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { camellia, good, leaf, PASSWORD, pem, vector, warning, wrongPassword } from "../sample-files.js";

const file = vector("openssl-default");
const shrouded = async (): Promise<OpenedFile> =>
  open(plainPfx(leaf, await shroudedKeyBag(KEYS.first.pkcs8, PASSWORD)), PASSWORD);

export const cases: RuleCases = {
  catches: [
    { name: "AES-256", file, says: warning("authSafe[0]") },
    { name: "AES-192", file: vector("openssl-aes-192"), says: warning("authSafe[0]") },
    { name: "AES-128 under a wrong password", file: wrongPassword.file, says: warning("authSafe[0]") },
    {
      name: "AES-128 without its password",
      file: () => openVector("openssl-aes-128", null),
      says: warning("authSafe[0]"),
    },
    { name: "the key alone", file: shrouded, says: warning("authSafe[0].safeBag[1]") },
    { name: "AES-256 behind AES-128", file: vector("bouncy-castle-aes"), says: warning("authSafe[0].safeBag[0]") },
  ],
  leaves: [
    good,
    pem,
    camellia,
    { name: "Triple DES", file: vector("openssl-3des") },
    { name: "Triple DES in PBES2", file: vector("openssl-pbes2-3des") },
    { name: "nothing", file: vector("openssl-none") },
    { name: "AES-256 for token-signing", file, target: "token-signing" },
    { name: "AES-256 for a reader", file, target: "windows-server-2016" },
  ],
};
