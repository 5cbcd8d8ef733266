/** S4: the certificate bears the name that was asked for. */
import { attributeText } from "../../x509/name.js";
import { equals } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule } from "../rule.js";

/** Names whose text needs no escapes. */
const PLAIN = /^CN=([\p{L}\p{N}][\p{L}\p{N} .-]*[\p{L}\p{N}]|[\p{L}\p{N}])$/u;

export const subject: Rule = {
  id: "S4",
  title: "displayName is the request's, and the certificate's subject is it",
  evidence: ["doc-text"],
  source: "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (displayName)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ exchange, asked, answer, reading }) => {
      const name = asked["displayName"] ?? answer["displayName"];
      const shown = equals([exchange], "/displayName", name, answer["displayName"] ?? null);
      const [, text] = PLAIN.exec(String(name)) ?? [];
      if (!reading.isReadable || text === undefined) return [shown];
      const [attribute, ...others] = reading.certificate.subject.rdns.flat();
      const found = attribute === undefined || others.length > 0 ? null : (attributeText(attribute) ?? null);
      return [shown, equals([exchange], "/key", text, found)];
    }),
};
