/** Errors about requests as such: tokens, paths, bodies, query options, members. */
import type { ErrorRow } from "./error-row.js";
import { row } from "./error-row.js";

const BAD = "Request_BadRequest";
const BINARY =
  "Cannot convert a primitive value to the expected type 'Edm.Binary'. See the inner exception for more details.";
const NOT_FOUND = "Resource '{0}' does not exist or one of its queried reference-property objects are not present.";
const UNREADABLE =
  "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.";
const MOCK = "no answer of Graph is published";

/** A row of {@link REQUEST_ERRORS}. */
export type RequestErrorId =
  | "tokenMissing"
  | "tokenInvalid"
  | "tokenExpired"
  | "denied"
  | "notFound"
  | "unknownSegment"
  | "unknownVersion"
  | "badPath"
  | "wrongMethod"
  | "notInCloud"
  | "badJson"
  | "notAnObject"
  | "mediaType"
  | "tooLarge"
  | "headersTooLarge"
  | "quota"
  | "throttled"
  | "unavailable"
  | "internal"
  | "unknownOption"
  | "badOption"
  | "badFilter"
  | "sorting"
  | "unknownProperty"
  | "countNeedsHeader"
  | "missingMember"
  | "badMember"
  | "unknownMember"
  | "readOnlyMember"
  | "badType"
  | "binary"
  | "batchSize"
  | "batchRequest"
  | "batchDependency";

/** The part of the table about requests. */
export const REQUEST_ERRORS: Readonly<Record<RequestErrorId, ErrorRow>> = {
  tokenMissing: row(
    401,
    "InvalidAuthenticationToken",
    "Access token is empty.",
    "observed",
    "msgraph-sample-reactspa#54",
  ),
  tokenInvalid: row(
    401,
    "InvalidAuthenticationToken",
    "Access token validation failure.",
    "observed",
    "wazuh#7620 and others",
  ),
  tokenExpired: row(
    401,
    "InvalidAuthenticationToken",
    "Lifetime validation failed, the token is expired.",
    "synthetic",
    MOCK,
  ),
  denied: row(
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation.",
    "observed",
    "microsoft-graph-docs-contrib#6401",
  ),
  notFound: row(
    404,
    "Request_ResourceNotFound",
    NOT_FOUND,
    "observed",
    "microsoft-graph-docs#6059; for connectors synthetic",
  ),
  unknownSegment: row(
    400,
    "BadRequest",
    "Resource not found for the segment '{0}'.",
    "observed",
    "msgraph-beta-sdk-python#764; the status: microsoft-graph-docs#4052",
  ),
  unknownVersion: row(400, "BadRequest", "Invalid version: {0}. This mock serves v1.0.", "synthetic", MOCK),
  badPath: row(400, "BadRequest", "The request path is malformed.", "synthetic", MOCK),
  wrongMethod: row(
    405,
    "Request_BadRequest",
    "Specified HTTP method is not allowed for the request target.",
    "synthetic",
    "RFC 9110 section 15.5.6; Graph's services differ",
  ),
  notInCloud: row(
    400,
    "BadRequest",
    "Resource not found for the segment '{0}'.",
    "synthetic",
    "tables of national clouds say that the action is missing; the answer is not published (terraform-provider-azuread#1447)",
  ),
  badJson: row(400, "BadRequest", UNREADABLE, "observed", "microsoft-graph-docs#6259"),
  notAnObject: row(400, "BadRequest", "A JSON object is expected as the request body.", "synthetic", MOCK),
  mediaType: row(
    415,
    "UnsupportedMediaType",
    "The media type '{0}' is not supported; use application/json.",
    "synthetic",
    "RFC 9110 section 15.5.16",
  ),
  tooLarge: row(
    413,
    "RequestEntityTooLarge",
    "The request body is larger than {0} bytes.",
    "synthetic",
    "RFC 9110 section 15.5.14",
  ),
  headersTooLarge: row(
    431,
    "RequestHeaderFieldsTooLarge",
    "The request headers are larger than {0} bytes.",
    "synthetic",
    "RFC 6585 section 5",
  ),
  quota: row(
    403,
    "Directory_QuotaExceeded",
    "The mock holds at most {0} objects.",
    "synthetic",
    "the mock's own limit; the code is the directory's for its quota",
  ),
  throttled: row(429, "TooManyRequests", "Please retry again later.", "documented", "page on throttling"),
  unavailable: row(
    503,
    "serviceNotAvailable",
    "The service is temporarily unavailable.",
    "synthetic",
    "the status is documented (page on errors)",
  ),
  internal: row(
    500,
    "InternalServerError",
    "The mock failed.",
    "synthetic",
    "a defect of the mock, never a client's fault",
  ),

  unknownOption: row(400, "BadRequest", "The query parameter '{0}' is not supported.", "synthetic", MOCK),
  badOption: row(400, "BadRequest", "Invalid value for the query parameter '{0}'.", "synthetic", MOCK),
  badFilter: row(
    400,
    "Request_UnsupportedQuery",
    "Unsupported or invalid query filter clause specified for the resource.",
    "synthetic",
    "the code is documented (advanced queries)",
  ),
  sorting: row(
    400,
    "Request_UnsupportedQuery",
    "Sorting not supported for current query.",
    "observed",
    "microsoft-graph-docs#13762",
  ),
  unknownProperty: row(
    400,
    "BadRequest",
    "Could not find a property named '{0}' on type '{1}'.",
    "synthetic",
    "the text is that of the OData library",
  ),
  countNeedsHeader: row(
    400,
    "Request_UnsupportedQuery",
    "$count needs the header ConsistencyLevel: eventual.",
    "synthetic",
    "page on advanced queries: the header is required",
  ),

  missingMember: row(400, BAD, "A value is required for property '{0}' of resource '{1}'.", "synthetic", MOCK),
  badMember: row(400, BAD, "Invalid value specified for property '{0}' of resource '{1}'.", "synthetic", MOCK),
  unknownMember: row(400, BAD, "The property '{0}' does not exist on type '{1}'.", "synthetic", MOCK),
  readOnlyMember: row(400, BAD, "Property '{0}' is read-only and cannot be set.", "synthetic", MOCK),
  badType: row(
    400,
    "BadRequest",
    "A type named '{0}' could not be resolved by the model or cannot be used here.",
    "synthetic",
    MOCK,
  ),
  binary: row(400, BAD, BINARY, "observed", "microsoft-graph-docs#10556"),

  batchSize: row(
    400,
    "BadRequest",
    "A batch holds 1 to 20 requests, got {0}.",
    "synthetic",
    "the limit is documented (page on JSON batching)",
  ),
  batchRequest: row(400, "BadRequest", "Invalid batch request: {0}.", "synthetic", MOCK),
  batchDependency: row(
    424,
    "FailedDependency",
    "A request that this one depends on has failed.",
    "documented",
    "page on JSON batching: the status",
  ),
};
