/** Errors about certificates, keys and passwords. */
import type { ErrorRow } from "./error-row.js";
import { row } from "./error-row.js";

const BAD = "Request_BadRequest";
const USAGE =
  'The value for the property "usage" in one of your credentials is invalid. Acceptable values are Sign, Verify.';
const MOCK = "no answer of Graph is published";
const B2C = "list of B2C error codes; that an upload answers with this one is a guess";

/** A row of {@link CREDENTIAL_ERRORS}. */
export type CredentialErrorId =
  | "pfxPassword"
  | "pfxFormat"
  | "pfxNoKey"
  | "pfxNoCertificate"
  | "pfxExists"
  | "pfxNull"
  | "basicConnector"
  | "displayNamePrefix"
  | "endDateTime"
  | "dateTime"
  | "guid"
  | "newPassword"
  | "usage"
  | "retained"
  | "keyMissing"
  | "badCertificate"
  | "keyEndDate"
  | "identifier"
  | "duplicateKeyId"
  | "lifetimePolicy"
  | "proof"
  | "noCredential"
  | "pairRemoval"
  | "pairRemovalFails"
  | "noApplication"
  | "principalExists";

/** The part of the table about credentials. */
export const CREDENTIAL_ERRORS: Readonly<Record<CredentialErrorId, ErrorRow>> = {
  pfxPassword: row(
    400,
    "AADB2C90213",
    "The certificate password provided in request is incorrect.",
    "observed",
    "microsoft-graph-docs-contrib#8994, for keySets; for this action a guess",
  ),
  pfxFormat: row(
    400,
    "AADB2C90215",
    "The key provided in the request is not a properly formatted PKCS12.",
    "synthetic",
    B2C,
  ),
  pfxNoKey: row(400, "AADB2C90178", "The uploaded certificate does not contain the private key.", "synthetic", B2C),
  pfxNoCertificate: row(400, "AADB2C90179", "The certificate is not a valid X.509 certificate.", "synthetic", B2C),
  pfxExists: row(409, "AADB2C90180", "The uploaded certificate already exists.", "synthetic", B2C),
  pfxNull: row(400, "AADB2C90186", "The value of '{0}' cannot be null.", "synthetic", B2C),
  basicConnector: row(400, "BadRequest", "The connector uses basicAuthentication.", "synthetic", MOCK),

  displayNamePrefix: row(
    400,
    BAD,
    "displayName must start with CN= and name one common name.",
    "synthetic",
    "the rule is documented, the answer is not published",
  ),
  endDateTime: row(
    400,
    BAD,
    "endDateTime must be in the future and at most three years away.",
    "synthetic",
    "the rule is documented, the answer is not published",
  ),
  dateTime: row(
    400,
    BAD,
    "Cannot convert the literal of '{0}' to the expected type 'Edm.DateTimeOffset'.",
    "synthetic",
    "the text is that of the OData library",
  ),
  guid: row(
    400,
    BAD,
    "Cannot convert the literal of '{0}' to the expected type 'Edm.Guid'.",
    "synthetic",
    "the text is that of the OData library",
  ),

  newPassword: row(
    400,
    BAD,
    "New password credentials must be generated using service actions.",
    "observed",
    "azure-docs#59275",
  ),
  usage: row(400, BAD, USAGE, "observed", "microsoft-graph-docs#11326, azure-docs#56589, msgraph-sdk-java#1823"),
  retained: row(
    400,
    BAD,
    "Update to existing credential with KeyId '{0}' is not allowed.",
    "observed",
    "azure-powershell#6784",
  ),
  keyMissing: row(
    400,
    "KeyCredentialsInvalidValue",
    "KeyValue cannot be null or empty",
    "observed",
    "ansible-collections/azure#1872",
  ),
  badCertificate: row(
    400,
    "KeyCredentialsInvalidValue",
    "Invalid certificate: Key value is invalid certificate",
    "observed",
    "entra-docs, jwt-claims-customization; the code is a guess",
  ),
  keyEndDate: row(
    400,
    BAD,
    "Key credential end date is invalid.",
    "observed",
    "azure-cli#11146, for the predecessor of Graph",
  ),
  identifier: row(
    400,
    BAD,
    "When present, application key identifier cannot be empty and can be at most 32 bytes. Parameter name: applicationKeyIdentifierValue",
    "observed",
    "azure-cli#20561; the code is a guess",
  ),
  duplicateKeyId: row(400, BAD, "Duplicate keyId '{0}' in one collection of credentials.", "synthetic", MOCK),
  lifetimePolicy: row(
    400,
    "CredentialInvalidLifetimeAsPerAppPolicy",
    "Credential lifetime exceeds the max value allowed as per assigned policy '{0}'.",
    "observed",
    "microsoft-365-agents-toolkit#10998",
  ),
  proof: row(
    401,
    "Authentication_MissingOrMalformed",
    "Access Token missing or malformed.",
    "observed",
    "microsoft-graph-docs#10686",
  ),
  noCredential: row(400, BAD, "No credentials found to be removed.", "synthetic", MOCK),
  pairRemoval: row(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
    "observed",
    "graph-explorer-v4#3145; 500 is reported as well (microsoft-graph-docs#13960)",
  ),
  pairRemovalFails: row(
    500,
    "InternalServerError",
    "An unexpected error occurred.",
    "observed",
    "microsoft-graph-docs#13960: the status; the code is a guess",
  ),

  noApplication: row(
    400,
    BAD,
    "The appId '{0}' of the service principal does not reference a valid application object.",
    "observed",
    "msgraph-sdk-powershell#846",
  ),
  principalExists: row(
    409,
    "Request_MultipleObjectsWithSameKeyValue",
    "The service principal cannot be created, updated, or restored because the service principal name {0} is already in use.",
    "observed",
    "reliable-web-app-pattern-java#185",
  ),
};
