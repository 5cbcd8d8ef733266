/** The list of all rules. */
import type { Rule } from "./finding.js";
import { aesProtection } from "./rules/aes-protection.js";
import { duplicateCertificate } from "./rules/duplicate-certificate.js";
import { emptyPassword } from "./rules/empty-password.js";
import { expired } from "./rules/expired.js";
import { highIterations } from "./rules/high-iterations.js";
import { keyMismatch } from "./rules/key-mismatch.js";
import { limitExceeded } from "./rules/limit-exceeded.js";
import { lowIterations } from "./rules/low-iterations.js";
import { malformed } from "./rules/malformed.js";
import { noCertificate } from "./rules/no-certificate.js";
import { noMac } from "./rules/no-mac.js";
import { noPrivateKey } from "./rules/no-private-key.js";
import { notPkcs12 } from "./rules/not-pkcs12.js";
import { notYetValid } from "./rules/not-yet-valid.js";
import { orphanKey } from "./rules/orphan-key.js";
import { otherContent } from "./rules/other-content.js";
import { passwordMisencoded } from "./rules/password-misencoded.js";
import { passwordNeeded } from "./rules/password-needed.js";
import { rc240 } from "./rules/rc2-40.js";
import { severalKeys } from "./rules/several-keys.js";
import { trailingData } from "./rules/trailing-data.js";
import { truncated } from "./rules/truncated.js";
import { unsupported } from "./rules/unsupported.js";
import { weakMac } from "./rules/weak-mac.js";
import { wrongPassword } from "./rules/wrong-password.js";

/** All rules, in the order in which their findings are listed. */
export const RULES: readonly Rule[] = [
  notPkcs12,
  truncated,
  malformed,
  limitExceeded,
  unsupported,
  passwordNeeded,
  wrongPassword,
  passwordMisencoded,
  emptyPassword,
  noMac,
  weakMac,
  aesProtection,
  rc240,
  lowIterations,
  highIterations,
  noCertificate,
  noPrivateKey,
  keyMismatch,
  severalKeys,
  orphanKey,
  duplicateCertificate,
  otherContent,
  expired,
  notYetValid,
  trailingData,
];
