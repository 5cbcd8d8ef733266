/** S2: the thumbprint is the certificate's. */
import { equals } from "../judge.js";
import { mintings } from "../model/minting.js";
import type { Rule } from "../rule.js";

export const mintedThumbprint: Rule = {
  id: "S2",
  title: "thumbprint is the SHA-1 of the certificate in key, in upper-case hex",
  evidence: ["doc-example", "crypto"],
  source: "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).flatMap(({ exchange, answer, reading }) =>
      reading.isReadable ? [equals([exchange], "/thumbprint", reading.thumbprint, answer["thumbprint"] ?? null)] : [],
    ),
};
