/** Behaviours of addTokenSigningCertificate and of the activation of what it makes. */
import type { Behaviour } from "./behaviour.js";
import { inArea } from "./behaviour.js";

const PAGE = "page addTokenSigningCertificate";
const DECODED = "a published certificate, decoded; lengths of the documented examples";

export const TOKEN_SIGNING_BEHAVIOURS: readonly Behaviour[] = inArea("token signing", [
  {
    id: "mint-three-entries",
    what: "Adds a Sign key, a Verify key and the password of the Sign key, with one customKeyIdentifier; answers 200.",
    evidence: "documented",
    source: PAGE,
  },
  {
    id: "mint-key-id",
    what: "The answer's keyId is the Sign key's and the password's, although usage says Verify; the Verify key has its own.",
    evidence: "third-party",
    source: "terraform-provider-azuread#968 and its source",
  },
  {
    id: "mint-identifier",
    what: "customKeyIdentifier is base64 of the 20 octets whose hex form is thumbprint: SHA-1 over the certificate.",
    evidence: "documented",
    source: `${PAGE}: its examples, decoded`,
  },
  {
    id: "mint-certificate",
    what: "RSA-2048, SHA-256, v3 without extensions, a serial number of 8 octets, one CN as UTF8String; it verifies.",
    evidence: "third-party",
    source: DECODED,
    difference: "may have changed its template",
  },
  {
    id: "mint-not-before",
    what: "The certificate's notBefore is ten minutes before startDateTime, which is the time of the request.",
    evidence: "third-party",
    source: "one published certificate; startDateTime is documented",
    difference: "may set it otherwise",
  },
  {
    id: "mint-end",
    what: "endDateTime is at most three calendar years away, which is the default; a past or later one is answered 400.",
    evidence: "documented",
    source: `${PAGE}; the text is the mock's`,
    difference: "has another text",
    errors: ["endDateTime"],
  },
  {
    id: "mint-date-text",
    what: "startDateTime has seven digits of fraction; an endDateTime that was sent comes back in UTC with Z.",
    evidence: "documented",
    source: `${PAGE}: its example`,
    difference: "may write the same instant otherwise",
  },
  {
    id: "mint-display-name",
    what: "displayName starts with CN= in any case and names one common name; else 400.",
    evidence: "documented",
    source: `${PAGE}; any case: a live test of hamilton; the text is the mock's`,
    difference: "may take further parts of a name",
    errors: ["displayNamePrefix"],
  },
  {
    id: "mint-default-name",
    what: "Without displayName the subject is CN=Microsoft Azure Federated SSO Certificate.",
    evidence: "third-party",
    source: "Terraform provider azuread: its documentation and acceptance test",
  },
  {
    id: "mint-extra-members",
    what: "Other members of the body are passed over.",
    evidence: "third-party",
    source: "a live test of hamilton sends type and usage",
  },
  {
    id: "not-activated",
    what: "Nothing is activated: preferredTokenSigningKeyThumbprint stays until it is PATCHed.",
    evidence: "documented",
    source: "page on configuring SAML single sign-on by Graph",
    difference: "may use a first certificate by itself (terraform-provider-azuread#823)",
  },
  {
    id: "any-thumbprint",
    what: "preferredTokenSigningKeyThumbprint takes any text, whether such a certificate is there or not; null clears it.",
    evidence: "third-party",
    source: "Terraform provider microsoft365; MSIdentityTools writes lower case",
  },
  {
    id: "key-shown",
    what: "key is shown for Verify entries of one object under $select=keyCredentials; in lists and otherwise it is null.",
    evidence: "documented",
    source: "page keyCredential",
  },
  {
    id: "sign-key-hidden",
    what: "The private key is never shown, and its entry has the type AsymmetricX509Cert when it is read.",
    evidence: "third-party",
    source: "Stack Overflow 73749687; a published GET in an article of Semperis",
  },
  {
    id: "secret-hidden",
    what: "secretText is null in every read.",
    evidence: "documented",
    source: "page passwordCredential",
  },
]);
