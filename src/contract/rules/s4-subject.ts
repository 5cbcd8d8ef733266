/** S4: the certificate bears the name that was asked for. */
import { attributeText } from "../../x509/name.js";
import { equals } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule } from "../rule.js";

/** As long as a commonName may be (RFC 5280 appendix A.1); the service shortens names of keys beyond 90 characters. */
const MOST_CHARACTERS = 64;
/** Names whose text needs no escapes. */
const PLAIN = /^CN=([\p{L}\p{N}][\p{L}\p{N} .-]*[\p{L}\p{N}]|[\p{L}\p{N}])$/u;

export const subject: Rule = {
  id: "S4",
  title: "displayName is the request's, and the certificate's subject is it",
  evidence: ["doc-text", "doc-example"],
  source:
    "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (displayName; the length of the key in its examples is that of a certificate with this name)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ exchange, asked, answer, reading }) => {
      const isAsked = typeof asked["displayName"] === "string";
      const name = String((isAsked ? asked : answer)["displayName"]);
      // What becomes of others is S13's, or not documented: cn=, and names that are too long.
      if (!name.startsWith("CN=") || name.length > MOST_CHARACTERS) return [];
      const shown = equals([exchange], "/displayName", name, answer["displayName"] ?? null);
      const [, text] = PLAIN.exec(name) ?? [];
      if (!reading.isReadable || text === undefined) return [shown];
      const [attribute, ...others] = reading.certificate.subject.rdns.flat();
      const found = attribute === undefined || others.length > 0 ? null : (attributeText(attribute) ?? null);
      return [shown, equals([exchange], "/key", text, found)];
    }),
};
