/** One key has several certificates: a renewal beside the old one. */

import { isValidAt } from "../../credential/pair.js";
import { formatName } from "../../x509/name.js";
import type { Rule } from "../finding.js";
import { isReader } from "../finding.js";
import { leadingCertificate } from "../judged.js";
import { PACK, UNPACK } from "../repack.js";

/** The key and the chain stay. */
const TAKE_CERTIFICATE: string = `${UNPACK}, delete the key's other certificates from unpacked.pem, then ${PACK}`;

/** `several-certificates` */
export const severalCertificates: Rule = {
  id: "several-certificates",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "third-party",
  reference: "Measured: OpenSSL 3, node-forge, pkijs and Java 17 take the first certificate of the key, valid or not",
  summary: "The key has more than one certificate in the file: programs differ in which one they take.",
  check({ opened, target, now }) {
    const leading = leadingCertificate(opened);
    if (leading === undefined) return [];
    const own = opened.credentials[0]?.privateKey.certificates ?? [];
    const count = new Set(own.map(({ thumbprintSha256 }) => thumbprintSha256)).size;
    if (count < 2) return [];
    const { subject, notAfter } = leading.certificate;
    const isOnlyValid = own.every((it) => isValidAt(it, now) === (it.thumbprintSha256 === leading.thumbprintSha256));
    const isFirst = own[0]?.thumbprintSha256 === leading.thumbprintSha256;
    const graph = isReader(target) ? "" : " Which one Graph takes is not documented.";
    const message = `The key has ${count} certificates. This tool assumes ${formatName(subject)} until ${notAfter.toISOString()} with thumbprint ${leading.thumbprint}${isOnlyValid ? ", the one that is valid" : ""}; other programs take the first, which is ${isFirst ? "the same" : "another"}.${graph}`;
    return [{ at: leading.at, message, fix: `Pack only the one that is meant: ${TAKE_CERTIFICATE}` }];
  },
};
