/** Files for the rule of this name. */
import { encodings } from "../../../setup/protect.js";
import { authenticatedAs, sealedAs } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { good, PASSWORD, vector, warning, wrongPassword } from "../sample-files.js";

const GREEK = "Καλημέρα";
const [composed, decomposed] = ["clé".normalize("NFC"), "clé".normalize("NFD")];
const asCharacters = (octets: Uint8Array): string => String.fromCharCode(...octets);

export const cases: RuleCases = {
  catches: [
    { name: "a file of node-forge", file: vector("forge-greek"), says: warning("authSafe[1].safeBag[0]") },
    { name: "a file of keytool", file: vector("keytool-25-legacy-greek"), says: warning("authSafe[0].safeBag[0]") },
    {
      name: "UTF-8 as characters in the MAC",
      file: authenticatedAs(encodings.bmp(asCharacters(encodings.utf8(GREEK))), GREEK),
      says: warning("macData"),
    },
    {
      name: "decomposed characters",
      file: authenticatedAs(encodings.bmp(decomposed), composed),
      says: warning("macData"),
    },
    { name: "composed characters", file: sealedAs(encodings.utf8(composed), decomposed), says: warning("authSafe[0]") },
    { name: "UTF-16 in PBES2", file: sealedAs(encodings.bmp(PASSWORD), PASSWORD), says: warning("authSafe[0]") },
    {
      name: "AES-256 under the identifier of AES-128",
      file: sealedAs(encodings.utf8(PASSWORD), PASSWORD, { oldNss: true }),
      says: warning("authSafe[0]"),
    },
    {
      name: "the same for token-signing",
      file: vector("forge-greek"),
      target: "token-signing",
      says: warning("authSafe[1].safeBag[0]"),
    },
    {
      name: "the same for a reader",
      file: vector("forge-greek"),
      target: "java-17",
      says: warning("authSafe[1].safeBag[0]"),
    },
  ],
  leaves: [
    good,
    wrongPassword,
    { name: "Greek as the standard has it", file: vector("openssl-greek") },
    { name: "Greek under old ciphers", file: vector("openssl-greek-legacy") },
    { name: "characters beyond the BMP", file: vector("openssl-emoji-legacy") },
    { name: "no octets for the empty password", file: authenticatedAs(new Uint8Array(0), "") },
    { name: "the terminator alone for the empty password", file: authenticatedAs(encodings.bmp(""), "") },
    { name: "UTF-8 in PBES2", file: sealedAs(encodings.utf8(GREEK), GREEK) },
    { name: "UTF-16 in the MAC", file: authenticatedAs(encodings.bmp(GREEK), GREEK) },
  ],
};
