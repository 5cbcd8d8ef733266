/** The list of all rules. */
import type { Rule } from "./finding.js";
import { expired } from "./rules/expired.js";
import { keyMismatch } from "./rules/key-mismatch.js";
import { limitExceeded } from "./rules/limit-exceeded.js";
import { malformed } from "./rules/malformed.js";
import { noCertificate } from "./rules/no-certificate.js";
import { noPrivateKey } from "./rules/no-private-key.js";
import { notPkcs12 } from "./rules/not-pkcs12.js";
import { notYetValid } from "./rules/not-yet-valid.js";
import { trailingData } from "./rules/trailing-data.js";
import { truncated } from "./rules/truncated.js";
import { unsupported } from "./rules/unsupported.js";
import { wrongPassword } from "./rules/wrong-password.js";

/** All rules, in the order in which their findings are listed. */
export const RULES: readonly Rule[] = [
  notPkcs12,
  truncated,
  malformed,
  limitExceeded,
  unsupported,
  wrongPassword,
  noCertificate,
  noPrivateKey,
  keyMismatch,
  expired,
  notYetValid,
  trailingData,
];
