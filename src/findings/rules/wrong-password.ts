/** The password does not open the file, or a part of it. */
import { PasswordError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";
import { isPasswordMissing } from "./password-needed.js";

/** `wrong-password` */
export const wrongPassword: Rule = {
  id: "wrong-password",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "documented",
  reference: "RFC 7292 section 5.2; a sister API of Graph answers AADB2C90213 (Azure AD B2C error codes)",
  summary: "The password does not fit, or the file was altered.",
  check({ opened }) {
    // Where no password was given there is none to be wrong: see `password-needed`.
    if (isPasswordMissing(opened)) return [];
    // Where the MAC fitted, the password is right and nothing was altered.
    const hasMac = opened.pkcs12?.mac !== undefined;
    return troublesOf(opened)
      .filter(({ error }) => error instanceof PasswordError)
      .map(({ error, severity }) => ({
        severity,
        at: error.at,
        message: hasMac
          ? "The password fits the MAC of the file, but does not open this part: it seems to be under another one."
          : `The password does not open this: ${error.message}.`,
        fix: hasMac
          ? "Ask for the password of this part, or have all of the file exported under one."
          : "Check the password (also its spaces and keyboard layout); if it is right, copy the file again.",
      }));
  },
};
