/** The list of all rules. */
import type { AuditRule } from "./audit-finding.js";
import { doubleBase64 } from "./rules/double-base64.js";
import { duplicateKeyId } from "./rules/duplicate-key-id.js";
import { endsBeforeStart } from "./rules/ends-before-start.js";
import { expired } from "./rules/expired.js";
import { expiresSoon } from "./rules/expires-soon.js";
import { hexAsBase64 } from "./rules/hex-as-base64.js";
import { identifierMismatch } from "./rules/identifier-mismatch.js";
import { identifierOver32Octets } from "./rules/identifier-over-32-octets.js";
import { keyIdNotShared } from "./rules/key-id-not-shared.js";
import { lifetimeOverPolicy } from "./rules/lifetime-over-policy.js";
import { notYetValid } from "./rules/not-yet-valid.js";
import { orphanPassword } from "./rules/orphan-password.js";
import { outsideCertificate } from "./rules/outside-certificate.js";
import { preferredExpired } from "./rules/preferred-expired.js";
import { preferredMissing } from "./rules/preferred-missing.js";
import { severalActive } from "./rules/several-active.js";
import { sharedIdentifier } from "./rules/shared-identifier.js";
import { signKeyIsCertificate } from "./rules/sign-key-is-certificate.js";
import { signWithoutPassword } from "./rules/sign-without-password.js";
import { signWithoutVerify } from "./rules/sign-without-verify.js";
import { thumbprintMismatch } from "./rules/thumbprint-mismatch.js";
import { verifyKeyNoCertificate } from "./rules/verify-key-no-certificate.js";
import { verifyWithPasswordType } from "./rules/verify-with-password-type.js";
import { verifyWithoutSign } from "./rules/verify-without-sign.js";

/** All rules, in the order in which their findings are listed. */
export const AUDIT_RULES: readonly AuditRule[] = [
  signKeyIsCertificate,
  verifyKeyNoCertificate,
  verifyWithPasswordType,
  signWithoutVerify,
  signWithoutPassword,
  identifierMismatch,
  keyIdNotShared,
  duplicateKeyId,
  sharedIdentifier,
  thumbprintMismatch,
  hexAsBase64,
  doubleBase64,
  identifierOver32Octets,
  preferredMissing,
  preferredExpired,
  expired,
  expiresSoon,
  notYetValid,
  severalActive,
  lifetimeOverPolicy,
  endsBeforeStart,
  outsideCertificate,
  orphanPassword,
  verifyWithoutSign,
];
