/** The password fits in an encoding that the standards do not have. */
import type { PasswordForm } from "../../pkcs12/password.js";
import type { Rule } from "../finding.js";
import { namePlaces } from "../protection.js";

const ASCII_ONLY = "Export the file again with a password of ASCII letters, digits and signs: they have one encoding.";
const COMMON_ALGORITHMS =
  "Export the file again with a current version of the program that made it, with AES or Triple DES.";
const OTHER_CIPHER_KEY = {
  habit: "the key or the IV is not of the form that its algorithm names, as NSS makes them",
  fix: COMMON_ALGORITHMS,
};

/** What the maker of the file did, by the form of the password that fitted where the standard has another. */
const HABITS: Readonly<Record<PasswordForm, { readonly habit: string; readonly fix: string }>> = {
  "utf-8-as-bmp-string": {
    habit: "each byte of its UTF-8 form was taken for a character, as OpenSSL before 1.1 and gpgsm do",
    fix: ASCII_ONLY,
  },
  "utf-8-7-bit-as-bmp-string": {
    habit:
      "each byte of its UTF-8 form was taken for a character and lost its highest bit, as keytool does with old ciphers",
    fix: ASCII_ONLY,
  },
  "latin-1": { habit: "each character became one byte, as node-forge does", fix: ASCII_ONLY },
  nfc: {
    habit: "it was typed with composed characters (Unicode NFC), and is given here with decomposed ones",
    fix: ASCII_ONLY,
  },
  nfd: {
    habit: "it was typed with decomposed characters (Unicode NFD), and is given here with composed ones",
    fix: ASCII_ONLY,
  },
  // In this form it is right for the MAC and the old ciphers, and told only where UTF-8 is wanted.
  "bmp-string": {
    habit: "it was encoded in UTF-16 where UTF-8 is wanted, as NSS does for some ciphers",
    fix: COMMON_ALGORITHMS,
  },
  // The password is as it should be: then what breaks the standard is the cipher's key.
  "utf-8": OTHER_CIPHER_KEY,
  none: OTHER_CIPHER_KEY,
};

/** `password-misencoded` */
export const passwordMisencoded: Rule = {
  id: "password-misencoded",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "standard",
  reference: "RFC 7292 appendix B.1 (BMPString) and RFC 8018 section 3 (UTF-8)",
  summary: "The password fits only in an encoding that breaks the standard: other readers will call it wrong.",
  check({ opened: { pkcs12 } }) {
    if (pkcs12 === undefined) return [];
    const { mac, encryptions } = pkcs12;
    const misencoded = (mac === undefined ? encryptions : [mac, ...encryptions]).filter((it) => it.misencoded === true);
    const [first] = misencoded;
    if (first?.passwordForm === undefined) return [];
    const { habit, fix } = HABITS[first.passwordForm];
    const how = /^nf/.test(first.passwordForm) ? "in another form of Unicode" : "against the standard";
    const message = `The password opens ${namePlaces(misencoded)} only ${how}: ${habit}. Other readers will call the right password wrong.`;
    return [{ at: first.at, message, fix }];
  },
};
