/** The kinds of file that people take for a PFX. */

/** What a file looks like from its first bytes; `unknown` where it looks like nothing that is known here. */
export const FILE_KINDS = [
  "pfx",
  "certificate",
  "certificate-request",
  "crl",
  "pkcs8",
  "encrypted-pkcs8",
  "rsa-private-key",
  "ec-private-key",
  "pkcs7",
  "pem-certificate",
  "pem-private-key",
  "pem",
  "openssh-key",
  "putty-key",
  "jks",
  "jceks",
  "bks",
  "jwe",
  "jwt",
  "json",
  "zip",
  "gzip",
  "html",
  "xml",
  "mangled",
  "text",
  "empty",
  "unknown",
] as const;

/** One of the kinds. */
export type FileKind = (typeof FILE_KINDS)[number];
