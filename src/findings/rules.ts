/** The list of all rules. */
import type { Rule } from "./finding.js";
import { aesProtection } from "./rules/aes-protection.js";
import { base64LineBreaks } from "./rules/base64-line-breaks.js";
import { base64url } from "./rules/base64url.js";
import { caAsLeaf } from "./rules/ca-as-leaf.js";
import { chainIncomplete } from "./rules/chain-incomplete.js";
import { chainMisordered } from "./rules/chain-misordered.js";
import { doubleBase64 } from "./rules/double-base64.js";
import { duplicateCertificate } from "./rules/duplicate-certificate.js";
import { ekuWithoutClientAuth } from "./rules/eku-without-client-auth.js";
import { emptyPassword } from "./rules/empty-password.js";
import { expired } from "./rules/expired.js";
import { expiresSoon } from "./rules/expires-soon.js";
import { highIterations } from "./rules/high-iterations.js";
import { keyMismatch } from "./rules/key-mismatch.js";
import { keyType } from "./rules/key-type.js";
import { kuWithoutDigitalSignature } from "./rules/ku-without-digital-signature.js";
import { limitExceeded } from "./rules/limit-exceeded.js";
import { lowIterations } from "./rules/low-iterations.js";
import { malformed } from "./rules/malformed.js";
import { md5Signature } from "./rules/md5-signature.js";
import { missingPasswordField } from "./rules/missing-password-field.js";
import { misspeltMember } from "./rules/misspelt-member.js";
import { noCertificate } from "./rules/no-certificate.js";
import { noMac } from "./rules/no-mac.js";
import { noPrivateKey } from "./rules/no-private-key.js";
import { nonPositiveSerial } from "./rules/non-positive-serial.js";
import { notPkcs12 } from "./rules/not-pkcs12.js";
import { notYetValid } from "./rules/not-yet-valid.js";
import { orphanKey } from "./rules/orphan-key.js";
import { otherContent } from "./rules/other-content.js";
import { passwordMisencoded } from "./rules/password-misencoded.js";
import { passwordNeeded } from "./rules/password-needed.js";
import { rc240 } from "./rules/rc2-40.js";
import { refusedByTarget } from "./rules/refused-by-target.js";
import { rsaUnder2048 } from "./rules/rsa-under-2048.js";
import { selfSigned } from "./rules/self-signed.js";
import { severalCertificates } from "./rules/several-certificates.js";
import { severalKeys } from "./rules/several-keys.js";
import { sha1Signature } from "./rules/sha1-signature.js";
import { statedPublicKey } from "./rules/stated-public-key.js";
import { textEncoded } from "./rules/text-encoded.js";
import { trailingData } from "./rules/trailing-data.js";
import { truncated } from "./rules/truncated.js";
import { unsupported } from "./rules/unsupported.js";
import { v1Certificate } from "./rules/v1-certificate.js";
import { validityOverThreeYears } from "./rules/validity-over-three-years.js";
import { weakMac } from "./rules/weak-mac.js";
import { weakRsaExponent } from "./rules/weak-rsa-exponent.js";
import { wrongPassword } from "./rules/wrong-password.js";

/** All rules, in the order in which their findings are listed. */
export const RULES: readonly Rule[] = [
  notPkcs12,
  textEncoded,
  doubleBase64,
  base64url,
  base64LineBreaks,
  misspeltMember,
  missingPasswordField,
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
  severalCertificates,
  orphanKey,
  duplicateCertificate,
  otherContent,
  statedPublicKey,
  chainIncomplete,
  chainMisordered,
  caAsLeaf,
  selfSigned,
  v1Certificate,
  nonPositiveSerial,
  keyType,
  rsaUnder2048,
  weakRsaExponent,
  sha1Signature,
  md5Signature,
  kuWithoutDigitalSignature,
  ekuWithoutClientAuth,
  validityOverThreeYears,
  expired,
  notYetValid,
  expiresSoon,
  refusedByTarget,
  trailingData,
];
