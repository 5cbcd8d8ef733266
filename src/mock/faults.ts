/**
 * The deliberate defects that the mock can have, off by default: each is a mistake that a mock or a client could really
 * make, and names the rule of the contract that must catch it. Rules: E envelope, C connectors, S service principals, T
 * transport and time.
 */
import type { FaultName } from "./fault-set.js";
import { FAULT_NAMES } from "./fault-set.js";

/** One defect. */
export interface Fault {
  readonly name: FaultName;
  /** The rule that must catch it. */
  readonly rule: string;
  /** What goes wrong, in a line. */
  readonly what: string;
}

const FACTS: Readonly<Record<FaultName, readonly [rule: string, what: string]>> = {
  "html-error": ["E1", "an error comes as HTML"],
  "drop-request-id": ["E2", "an answer has no request-id"],
  "client-request-id-lost": ["E2", "client-request-id is not echoed"],
  "error-string": ["E3", "error is a string, not an object"],
  "error-innererror-lowercase": ["E3", "innerError is spelt innererror"],
  "500-on-bad-json": ["E4", "a body that is no JSON is answered with 500"],
  "context-relative": ["E5", "@odata.context is relative"],
  "context-missing-entity": ["E5", "@odata.context of one object lacks /$entity"],
  "no-hash": ["E6", "@odata.type has no leading #"],
  "null-collection": ["E8", "an empty collection is null"],
  "int64-as-string": ["E8", "notBefore and notAfter are strings"],
  "echo-password-in-error": ["E9", "an error repeats the password that was sent"],
  "next-link-relative": ["E10", "@odata.nextLink is relative"],
  "page-loses-one": ["E10", "an object falls between two pages"],
  "count-of-page": ["E10", "@odata.count counts the page, not the list"],
  "no-location": ["E11", "201 has no Location"],
  "no-cors": ["E12", "an answer to a page of another origin has no CORS headers"],
  "lost-update": ["C1", "a PATCH is answered with 204 and changes nothing"],
  zombie: ["C1", "a connector can be read after it was deleted"],
  "returns-pkcs12": ["C2", "an answer shows the type pkcs12Certificate"],
  "replaces-list": ["C3", "an upload replaces certificateList"],
  "thumb-lower": ["C4", "thumbprints are in lower case"],
  "thumb-sha256": ["C4", "thumbprints are SHA-256"],
  "thumb-of-CA": ["C4", "the thumbprint is that of another certificate in the file"],
  "thumb-of-spki": ["C4", "the thumbprint is taken over the public key"],
  "ms-dates": ["C5", "notBefore and notAfter are in milliseconds"],
  swapped: ["C5", "notBefore and notAfter are swapped"],
  "local-time": ["C5", "notBefore and notAfter are off by a time zone"],
  "two-active": ["C6", "two certificates are active"],
  "first-wins": ["C6", "the first valid certificate is active, not the last one"],
  "future-active": ["C6", "a certificate is active before it is valid"],
  "never-recomputed": ["C6", "isActive stays as it was at the upload"],
  "partial-commit": ["C7", "an upload that is refused leaves a trace"],
  "accepts-anything": ["C7", "what is invalid is accepted"],
  "picks-first-bag": ["C8", "the first certificate of the file is taken, whatever its key"],
  "patch-appends": ["C9", "a PATCH with a PFX adds to certificateList"],
  "key-urlsafe": ["S1", "key is base64url"],
  "key-pem": ["S1", "key is PEM"],
  "bad-signature": ["S1", "the certificate's signature does not verify"],
  "cki-ascii": ["S3", "customKeyIdentifier holds the thumbprint's hexadecimal text"],
  "cki-sha256": ["S3", "customKeyIdentifier holds a SHA-256"],
  "subject-other": ["S4", "the certificate's subject is not the displayName"],
  "end-plus-1h": ["S5", "the certificate ends an hour after endDateTime"],
  "four-years": ["S5", "the answer says that the certificate lives four years"],
  "no-default": ["S5", "without endDateTime the answer says one year"],
  "keyid-of-verify": ["S6", "the answer's keyId is the Verify key's"],
  "password-keyid-random": ["S6", "the password's keyId is its own"],
  "missing-password": ["S7", "no passwordCredential is added"],
  "cki-differs": ["S7", "the entries of one certificate differ in customKeyIdentifier"],
  "key-without-select": ["S8", "key is shown without $select"],
  "sign-key-leak": ["S8", "key of a Sign entry is shown"],
  "secret-in-get": ["S9", "a GET shows secretText"],
  "second-wins": ["S10", "a second certificate replaces the first"],
  "patch-drops-key-bytes": ["S11", "an entry that is sent back with key null loses its key"],
  "wrong-pair-removed": ["S11", "removing one certificate removes another"],
  "patch-keeps-omitted": ["S12", "entries that a PATCH leaves out stay"],
  "appid-ignored": ["S15", "(appId='…') finds another service principal"],
  "path-case-sensitive": ["C12", "segments of a path are case-sensitive"],
  "batch-differs": ["T8", "an answer within $batch differs from the direct one"],
  "flapping-replica": ["T1", "reads go back to an earlier state"],
  "no-retry-after": ["T3", "429 has no Retry-After"],
  "parallel-loses": ["T7", "of two requests at the same time one is lost"],
};

/** All defects, in the order of the rules. */
export const FAULTS: readonly Fault[] = FAULT_NAMES.map((name) => {
  const [rule, what] = FACTS[name];
  return { name, rule, what };
});
