/** One key has several certificates: a renewal beside the old one. */
import { formatName } from "../../x509/name.js";
import type { Rule } from "../finding.js";
import { leadingCertificate } from "../judged.js";

/** Out of a file that holds more than what is meant; the certificates are no secret, the key is written encrypted. */
const TAKE_CERTIFICATE =
  "openssl pkcs12 -legacy -in old.pfx -out all.pem, keep the key and that certificate in all.pem, then " +
  "openssl pkcs12 -export -in all.pem -out new.pfx -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1";

/** `several-certificates` */
export const severalCertificates: Rule = {
  id: "several-certificates",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference: "Measured: OpenSSL 3, node-forge, pkijs and Java 17 take the first certificate of the key, valid or not",
  summary: "The key has more than one certificate in the file: programs differ in which one they take.",
  check({ opened }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const own = opened.credentials[0]?.privateKey.certificates ?? [];
    const count = new Set(own.map(({ thumbprintSha256 }) => thumbprintSha256)).size;
    if (count < 2) return [];
    const { subject, notAfter } = leading.certificate;
    const message = `The key has ${count} certificates. This tool assumes ${formatName(subject)} until ${notAfter.toISOString()} with thumbprint ${leading.thumbprint}, the one that is valid; other programs take the first. Which one Graph takes is not documented.`;
    return [{ at: leading.at, message, fix: `Pack only the one that is meant: ${TAKE_CERTIFICATE}` }];
  },
};
