/** The commands that make new keys, certificates and chains. Checked with OpenSSL 3.0; keys are written encrypted. */
import type { Target } from "./finding.js";

/** A request for a client certificate: RSA 2048 and SHA-256, for TLS client authentication and nothing else. */
export const REQUEST: string =
  "openssl req -new -newkey rsa:2048 -sha256 -keyout key.pem -out request.pem -subj /CN=connector " +
  "-addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=clientAuth";

/** A certificate for token signing as Graph makes them: RSA 2048, SHA-256, signed with its own key, three years at most. */
export const SIGNING_CERTIFICATE: string =
  "openssl req -x509 -newkey rsa:2048 -sha256 -days 1095 -keyout key.pem -out certificate.pem -subj /CN=signing " +
  "-addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature";

/** The protection that every known reader takes. */
export const COMMON_PROTECTION = "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1";

/** Writes out what a file holds, its key encrypted under the pass phrase that is asked for. */
export const UNPACK = "openssl pkcs12 -in old.pfx -out all.pem";

/** Packs what was written out, and the certificates in `issuers.pem` after it. */
export const PACK_WITH_ISSUERS: string = `openssl pkcs12 -export -in all.pem -certfile issuers.pem -out new.pfx ${COMMON_PROTECTION}`;

/** Packs the key that was written out with the certificate in `leaf.pem`, and those in `issuers.pem` in their order. */
export const PACK_IN_ORDER: string = `openssl pkcs12 -export -inkey all.pem -in leaf.pem -certfile issuers.pem -out new.pfx ${COMMON_PROTECTION}`;

/** What to do about a certificate whose fault cannot be mended: how its successor is made. */
export function renew(target: Target): string {
  return target === "token-signing"
    ? `Make a new certificate: ${SIGNING_CERTIFICATE}`
    : `Request a new certificate and have your CA sign it: ${REQUEST}`;
}

/** What to do about such a one in the chain. */
export const RENEW_CHAIN = "Ask your CA for its current chain; if there is no other, take a certificate of another CA.";
