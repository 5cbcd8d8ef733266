/** C4: the thumbprint is that of the file's own certificate. */
import { equals, observed } from "../judge.js";
import { changedThumbprints } from "../model/changed-thumbprints.js";
import { uploadedEntries } from "../model/uploaded-entry.js";
import type { Rule } from "../rule.js";

const QUESTION = "has somebody else put a certificate of the same validity in the place of the known one?";

export const connectorThumbprint: Rule = {
  id: "C4",
  title: "thumbprint is the SHA-1 of the DER of the certificate that belongs to the PFX's key, in upper-case hex",
  evidence: ["doc-example", "doc-text", "crypto"],
  source:
    "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation (40 upper-case digits); https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509certificate2.thumbprint (SHA-1 of the certificate)",
  operations: [
    "identityApiConnector.uploadClientCertificate",
    "identityApiConnector.update",
    "identityApiConnector.create",
    "identityApiConnector.get",
    "identityApiConnector.list",
  ],
  check: (exchanges, expected) => [
    ...uploadedEntries(exchanges, expected).map(({ exchanges: found, upload, entry, pointer }) =>
      equals(found, `${pointer}/thumbprint`, upload.thumbprint, entry["thumbprint"] ?? null),
    ),
    ...changedThumbprints(exchanges, expected).map(({ exchange, pointer, expected: known, actual, isCertain }) =>
      isCertain
        ? equals([exchange], `${pointer}/thumbprint`, known, actual)
        : observed([exchange], `${pointer}/thumbprint`, QUESTION, "a thumbprint that nobody has uploaded here"),
    ),
  ],
};
