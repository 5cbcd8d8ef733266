/** The file holds no certificate. */
import type { Rule } from "../finding.js";
import { troublesOf } from "../troubles.js";

/** `no-certificate` */
export const noCertificate: Rule = {
  id: "no-certificate",
  severity: { "api-connector": "error", "token-signing": "error", reader: null },
  evidence: "documented",
  reference: "https://learn.microsoft.com/graph/api/identityapiconnector-uploadclientcertificate",
  summary: "The file holds no certificate.",
  check({ opened }) {
    // A part that could not be read may hold it: then that part is what is wrong. Only a key surely does not.
    const isHidden = troublesOf(opened).some(({ error }) => error.code !== "ERR_X509_PRIVATE_KEY");
    if (isHidden || opened.certificates.length > 0) return [];
    const fix = "Export the certificate together with its private key.";
    return [{ at: "pfx", message: "The file holds no certificate.", fix }];
  },
};
