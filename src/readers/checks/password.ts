/** What the password, and the way it was encoded, mean to other readers. */
import type { PasswordForm } from "../../pkcs12/password.js";
import type { Check } from "../check.js";

const ASCII = "a password of ASCII characters";

const EXPORT_ANEW = `Export it again with the program that wrote it, under ${ASCII}.`;

/**
 * Parts that open only with a mistake that their writer made, or with another password, or not at all. A reader may know
 * single mistakes by itself.
 */
export const encodedAsExpected =
  (...known: readonly PasswordForm[]): Check =>
  ({ mac, encryptions }) =>
    [...(mac === undefined ? [] : [mac]), ...encryptions].flatMap(
      ({ at, passwordForm, misencoded, unsupportedOid }) => {
        if (passwordForm === undefined && unsupportedOid === undefined) {
          return [
            {
              at,
              message: "It does not open with the password of the file.",
              fix: "Ask for the password of this part.",
            },
          ];
        }
        if (misencoded !== true || (passwordForm !== undefined && known.includes(passwordForm))) return [];
        return [
          { at, message: "Its writer broke the standard, so the password will be called wrong.", fix: EXPORT_ANEW },
        ];
      },
    );

/** ASCII alone, wherever something is encrypted. */
export const asciiAlone: Check = ({ passwordCharacters, encryptions: [first] }) =>
  passwordCharacters === "ascii" || first === undefined
    ? []
    : [{ at: first.at, message: "Only passwords in ASCII are taken.", under: ASCII }];

/** No emoji, nor anything else outside the basic multilingual plane. */
export const bmpAlone: Check = ({ passwordCharacters }) =>
  passwordCharacters === "unicode"
    ? [
        {
          at: "pfx",
          message: "The password has characters outside the basic multilingual plane, such as emoji.",
          under: ASCII,
        },
      ]
    : [];

/** A password that is not empty. */
export const passwordRequired: Check = ({ isPasswordEmpty }) =>
  isPasswordEmpty ? [{ at: "pfx", message: "A password is required.", under: "a password" }] : [];
