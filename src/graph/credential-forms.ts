/** The entries that addTokenSigningCertificate leaves on a servicePrincipal: as they are kept and as Graph shows them. */
import { encodeBase64 } from "../bytes/base64.js";
import type { KeyCredential, PasswordCredential, SelfSignedCertificate } from "./model.js";

/** The three entries of one certificate. */
export interface CredentialEntries {
  readonly keyCredentials: readonly [sign: KeyCredential, verify: KeyCredential];
  readonly passwordCredential: PasswordCredential;
}

/** The same entries in three states. */
export interface CredentialForms {
  /** With `key` and `secretText`: what Graph keeps. Secret. */
  readonly stored: CredentialEntries;
  /** As a GET shows them that does not name them: nothing secret, no certificate. */
  readonly shown: CredentialEntries;
  /** As a GET of the one object shows them under `$select=keyCredentials,passwordCredentials`: with the certificate. */
  readonly selected: CredentialEntries;
}

/** What the entries are made of. */
export interface CredentialParts {
  readonly selfSignedCertificate: SelfSignedCertificate;
  /** As RFC 4514 writes it. */
  readonly subject: string;
  readonly pfx: Uint8Array;
  readonly password: string;
  readonly verifyKeyId: string;
}

/** Longer values are accepted and shortened, says the page of keyCredential; where they are cut is unverified. */
const DISPLAY_NAME_UNITS = 90;

/**
 * The forms, with members in the order of Graph's answers. Documented or recorded by third parties: what the entries
 * share; that reads show no secret, the certificate only under `$select`, and AsymmetricX509Cert as the type of both keys.
 * Unverified: that their dates are the answer's to the tick, that the password has the subject as displayName too, and
 * that it has no hint. (`hint` is documented as the first three characters of a password that addPassword made; no
 * recorded answer shows one for the action's, and null gives nothing of the password away.)
 */
export function toCredentialForms(parts: CredentialParts): CredentialForms {
  const { selfSignedCertificate, subject, pfx, password, verifyKeyId } = parts;
  const { customKeyIdentifier, endDateTime, key: certificate, keyId: signKeyId, startDateTime } = selfSignedCertificate;
  const shared = { customKeyIdentifier, displayName: shorten(subject), endDateTime };

  const sign = (key: string | null, type: string): KeyCredential => ({
    ...shared,
    key,
    keyId: signKeyId,
    startDateTime,
    type,
    usage: "Sign",
  });
  const verify = (key: string | null): KeyCredential => ({
    ...shared,
    key,
    keyId: verifyKeyId,
    startDateTime,
    type: "AsymmetricX509Cert",
    usage: "Verify",
  });
  const passwordCredential = (secretText: string | null): PasswordCredential => ({
    ...shared,
    hint: null,
    keyId: signKeyId,
    secretText,
    startDateTime,
  });
  const read = (key: string | null): CredentialEntries => ({
    keyCredentials: [sign(null, "AsymmetricX509Cert"), verify(key)],
    passwordCredential: passwordCredential(null),
  });
  return {
    stored: {
      keyCredentials: [sign(encodeBase64(pfx), "X509CertAndPassword"), verify(certificate)],
      passwordCredential: passwordCredential(password),
    },
    shown: read(null),
    selected: read(certificate),
  };
}

/** At most 90 UTF-16 units, no half of a surrogate pair at the end. */
function shorten(text: string): string {
  return text.slice(0, DISPLAY_NAME_UNITS).replace(/[\uD800-\uDBFF]$/, "");
}
