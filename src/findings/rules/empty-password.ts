/** The file opens with the empty password. */
import { PasswordError } from "../../errors.js";
import type { Rule } from "../finding.js";
import { REPACK_WITH_PASSWORD } from "../repack.js";
import { troublesOf } from "../troubles.js";

/** `empty-password` */
export const emptyPassword: Rule = {
  id: "empty-password",
  // For a connector the empty password is documented: it must be sent as "".
  severity: { "api-connector": null, "token-signing": "error", reader: null },
  evidence: "third-party",
  reference:
    "https://learn.microsoft.com/graph/application-saml-sso-configure-api, azure-docs issue 56589, microsoft-graph-docs issue 11326",
  summary: "The file has the empty password: a token-signing key must come with one that is not empty.",
  check({ opened }) {
    const { isPasswordEmpty, failure, pkcs12 } = opened;
    if (!isPasswordEmpty || failure !== undefined) return [];
    if (troublesOf(opened).some(({ error }) => error instanceof PasswordError)) return [];
    const message =
      'The file opens with the empty password. The key of a service principal is taken only with a passwordCredential that is not empty; without one, users report the misleading answer that the "usage" of a credential is invalid.';
    return [
      { at: pkcs12?.mac?.at ?? "pfx", message, fix: `Pack the file anew with a password: ${REPACK_WITH_PASSWORD}` },
    ];
  },
};
