/** C4: the thumbprint is that of the file's own certificate. */
import { equals } from "../judge.js";
import { uploadedEntries } from "../model/uploaded-entry.js";
import type { Rule } from "../rule.js";

export const connectorThumbprint: Rule = {
  id: "C4",
  title: "thumbprint is the SHA-1 of the DER of the certificate that belongs to the PFX's key, in upper-case hex",
  evidence: ["doc-example", "crypto"],
  source: "https://learn.microsoft.com/graph/api/resources/pkcs12certificateinformation",
  operations: [
    "identityApiConnector.uploadClientCertificate",
    "identityApiConnector.update",
    "identityApiConnector.create",
  ],
  check: (exchanges, expected) =>
    uploadedEntries(exchanges, expected).map(({ exchanges: found, upload, entry, pointer }) =>
      equals(found, `${pointer}/thumbprint`, upload.thumbprint, entry["thumbprint"] ?? null),
    ),
};
