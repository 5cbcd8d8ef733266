/** S3: the identifier is the thumbprint's octets. */
import { encodeHex } from "../../bytes/hex.js";
import { equals } from "../judge.js";
import { decodeBinary } from "../model/binary.js";
import { mintings } from "../model/minting.js";
import type { Rule } from "../rule.js";

export const mintedIdentifier: Rule = {
  id: "S3",
  title: "customKeyIdentifier is the thumbprint as octets, in base64",
  evidence: ["doc-example", "crypto"],
  source: "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate (both published examples)",
  operations: ["servicePrincipal.addTokenSigningCertificate", "servicePrincipal.addTokenSigningCertificateByAppId"],
  check: (exchanges, expected) =>
    mintings(exchanges, expected).map(({ exchange, answer, reading }) => {
      const octets = decodeBinary(answer["customKeyIdentifier"]);
      const expectedHex = reading.isReadable ? reading.thumbprint : String(answer["thumbprint"]).toUpperCase();
      return equals([exchange], "/customKeyIdentifier", expectedHex, octets === undefined ? null : encodeHex(octets));
    }),
};
