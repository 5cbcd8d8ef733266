/** The file holds more than one key with its certificate. */
import { formatName } from "../../x509/name.js";
import type { Rule } from "../finding.js";
import { isReader } from "../finding.js";
import { TAKE_ONE } from "../repack.js";

/** `several-keys` */
export const severalKeys: Rule = {
  id: "several-keys",
  severity: { "api-connector": "warning", "token-signing": "warning", reader: "warning" },
  evidence: "hypothesis",
  reference:
    "Graph's documentation speaks of one certificate; go-pkcs12 refuses such files, Node takes the first key (measured)",
  summary: "Several private keys have their certificates: programs differ in which one they take.",
  check({ opened: { credentials, failure }, target }) {
    const [leading] = credentials;
    if (leading === undefined || failure !== undefined) return [];
    const count = new Set(credentials.map(({ certificate }) => certificate.thumbprintSha256)).size;
    if (count < 2) return [];
    const { at, thumbprint, certificate } = leading.certificate;
    const graph = isReader(target) ? "" : ", and which one Graph takes is not documented";
    const message = `The file holds ${count} private keys with certificates. Programs differ in which one they take${graph}; this tool assumes ${formatName(certificate.subject)} with thumbprint ${thumbprint}, the first that is valid and not a CA's where there is one.`;
    return [
      {
        at,
        message,
        fix: `Export only the one that is meant, before anything else (OpenSSL packs the first), here by its name: ${TAKE_ONE}`,
      },
    ];
  },
};
