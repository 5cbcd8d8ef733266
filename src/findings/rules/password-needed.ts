/** The file needs a password, and the empty one was tried. */
import type { OpenedFile } from "../../credential/opened-file.js";
import { PasswordError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** `password-needed` */
export const passwordNeeded: Rule = {
  id: "password-needed",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "standard",
  reference: "RFC 7292 section 5.2: the MAC and the encryption are undone with the password",
  summary: "The file does not open without a password, and none was given, or the empty one.",
  check({ opened }) {
    if (!isPasswordMissing(opened)) return [];
    const [first] = troublesOf(opened).filter(({ error }) => error instanceof PasswordError);
    if (first === undefined) return [];
    const { severity, error } = first;
    const message = "The file is protected with a password, and none was given, or the empty one.";
    const fix = "Give the password of the file; on the command line with --passin, in a request body as `password`.";
    return [{ severity, at: error.at, message, fix }];
  },
};

/**
 * True where the empty password was tried and nothing shows that it is the file's own. Once the MAC fits it, the empty
 * password is right, and a part that does not decrypt is under another one.
 */
export function isPasswordMissing({ isPasswordEmpty, pkcs12 }: OpenedFile): boolean {
  return isPasswordEmpty && pkcs12?.mac === undefined;
}
