/** The kinds of file that people take for a PFX. */

/**
 * What a file looks like from outside:
 * - `pfx`: of any version, DER or BER, whole or cut off;
 * - `certificate` to `pkcs7`: DER, of which `pkcs8` to `ec-private-key` are private keys;
 * - `pem-…`: PEM text with blocks of that sort alone; `pem`: any other or mixed PEM text;
 * - `openssh-key`, public or private, and `putty-key`; `jks`, `jceks` and `bks`: key stores of Java;
 * - `jwe`, `jwt`: tokens in compact serialization;
 * - `mangled`: a binary file that a program treated as text;
 * - `empty`: no bytes or white space alone; `unknown`: nothing that is known here.
 */
export const FILE_KINDS = [
  "pfx",
  "certificate",
  "certificate-request",
  "crl",
  "pkcs8",
  "encrypted-pkcs8",
  "rsa-private-key",
  "ec-private-key",
  "public-key",
  "pkcs7",
  "pem-certificate",
  "pem-private-key",
  "pem-key-and-certificate",
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
