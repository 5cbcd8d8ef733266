/**
 * The commands that make a new file of an old one. Checked with OpenSSL 3.0.22 and keytool 17; the key is never on disk in
 * the clear.
 */

/**
 * Packs the first key, its certificate and the other certificates anew with these options of `openssl pkcs12 -export`. It
 * goes through a PEM file whose key is encrypted under the pass phrase that is asked for: OpenSSL 3.0 reads its input twice,
 * once for the key and once for the certificates, so a pipe fails.
 */
export function repackWith(options: string): string {
  return `openssl pkcs12 -legacy -in old.pfx -out key.pem && openssl pkcs12 -export -in key.pem -out new.pfx ${options} && rm key.pem`;
}

/** The same with Triple DES and SHA-1, the one protection that every known reader takes; 2,048 iterations each. */
export const REPACK: string = repackWith("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1");

/** Takes one key with its chain, by the name that `keytool -list -keystore old.pfx` shows for it. */
export const TAKE_ONE =
  "keytool -importkeystore -srckeystore old.pfx -srcstoretype PKCS12 -srcalias NAME -destkeystore new.pfx -deststoretype PKCS12";

/** Takes every key, each with its chain and nothing else. */
export const TAKE_CHAINS =
  "keytool -importkeystore -srckeystore old.pfx -srcstoretype PKCS12 -destkeystore new.pfx -deststoretype PKCS12";
