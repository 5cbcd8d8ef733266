/** Opened files with certificates of given thumbprints and dates, and the times that the tests speak of. */
import type { OpenedFile, ReadableCertificate } from "../../../src/credential/opened-file.js";
import type { UploadedCertificate } from "../../../src/graph/certificate-list.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { open } from "../credential/open-file.js";
import { certBag, keyBag, plainPfx } from "../credential/pfx-writer.js";

/** The instant of so many seconds since 1970. */
export const at = (seconds: number): Date => new Date(seconds * 1000);

/** A certificate as Graph keeps it; dates in seconds since 1970. */
export function uploaded(thumbprint: string, notBefore: number, notAfter: number): UploadedCertificate {
  return { thumbprint, notBefore: at(notBefore), notAfter: at(notAfter) };
}

/** A file with one key and its certificate. */
export function openPair(notBefore: string, notAfter: string): Promise<OpenedFile> {
  const certificate = writeCertificate({ key: KEYS.first, subject: "leaf", notBefore, notAfter });
  return open(plainPfx(certBag(certificate), keyBag(KEYS.first.pkcs8)));
}

/** The certificate of a file's first credential. */
export function leaderOf({ credentials }: OpenedFile): ReadableCertificate {
  const [credential] = credentials;
  if (credential === undefined) throw new RangeError(`"opened" has no credential`);
  return credential.certificate;
}

/** The file as if the SHA-1 over its first credential's certificate were this one. */
export function withThumbprint(opened: OpenedFile, thumbprint: string): OpenedFile {
  const certificate = { ...leaderOf(opened), thumbprint };
  return { ...opened, credentials: opened.credentials.map((it) => ({ ...it, certificate })) };
}

/** GUIDs that end in 1, 2, 3 and so on. */
export function ids(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
}
