/** A Verify key has no Sign key beside it. */
import type { AuditRule } from "../audit-finding.js";
import { isSameGuid } from "../credential-sets.js";
import { KEY_CREDENTIAL } from "../references.js";

/** `verify-without-sign` */
export const verifyWithoutSign: AuditRule = {
  id: "verify-without-sign",
  severity: "info",
  evidence: "documented",
  reference: KEY_CREDENTIAL,
  summary:
    "A Verify key stands alone: ordinary for a client that authenticates with a certificate, a leftover where tokens are signed.",
  check({ sets, servicePrincipal }) {
    const signsTokens = sets.signing.length > 0 || servicePrincipal.preferredSingleSignOnMode === "saml";
    const { tokenEncryptionKeyId } = servicePrincipal as { readonly tokenEncryptionKeyId?: string | null };
    return sets.loneVerifies
      .filter(({ credential }) => !isSameGuid(credential.keyId, tokenEncryptionKeyId))
      .map(({ at }) => ({
        at,
        message: signsTokens
          ? "This Verify key has no Sign key with its customKeyIdentifier. It signs no tokens: it lets a client authenticate with its certificate, or a removed signing certificate left it behind."
          : "This Verify key stands alone, as those do with which a client authenticates by its certificate. It signs no tokens.",
        fix: signsTokens
          ? "If no client authenticates with it, send keyCredentials without it; all other entries unchanged."
          : "Nothing, if a client authenticates with it; to sign tokens, add the certificate with its Sign key and password.",
      }));
  },
};
