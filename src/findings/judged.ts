/** Which certificates the rules on certificates judge: the one that Graph would hold, and those that vouch for it. */
import type { OpenedFile, ReadableCertificate } from "../credential/opened-file.js";
import type { Subject } from "./finding.js";

/**
 * The certificate of the credential that comes first; `undefined` where there is none, and where the file could not be
 * opened: what lies open in it is not authenticated, and another rule says why.
 */
export function leadingCertificate({ failure, credentials }: OpenedFile): ReadableCertificate | undefined {
  return failure === undefined ? credentials[0]?.certificate : undefined;
}

/**
 * The leading certificate and its chain, as a server that verifies it has to check them. For token signing the leading
 * one alone: applications are given that certificate, not a chain (the Verify entry of keyCredentials holds no other).
 */
export function judgedCertificates({ opened, target }: Subject): readonly ReadableCertificate[] {
  const leading = leadingCertificate(opened);
  if (leading === undefined) return [];
  return target === "token-signing" ? [leading] : [leading, ...(opened.credentials[0]?.chain ?? [])];
}
