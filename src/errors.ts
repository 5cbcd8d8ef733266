/**
 * The errors of the toolkit: one base class, four classes by the caller's next move, one list of codes.
 *
 * A caller's own mistake (a wrong argument) is a `TypeError` or `RangeError` instead; what is worth saying about an
 * input that could be read is data, never an error.
 */

/** Stable identifiers, `ERR_<ROOM>_<WHAT>`. A code is never renamed or reused. */
export type ErrorCode =
  | "ERR_BYTES_HEX"
  | "ERR_ASN1_TRUNCATED"
  | "ERR_ASN1_TRAILING_DATA"
  | "ERR_ASN1_ENCODING"
  | "ERR_ASN1_UNEXPECTED"
  | "ERR_ASN1_LIMIT"
  | "ERR_CRYPTO_UNAVAILABLE"
  | "ERR_CRYPTO_PARAMETERS"
  | "ERR_X509_CERTIFICATE"
  | "ERR_X509_PRIVATE_KEY"
  | "ERR_X509_NAME"
  | "ERR_PKCS12_NOT_PFX"
  | "ERR_PKCS12_VERSION"
  | "ERR_PKCS12_STRUCTURE"
  | "ERR_PKCS12_PUBLIC_KEY_MODE"
  | "ERR_PKCS12_MAC_ALGORITHM"
  | "ERR_PKCS12_MAC_PARAMETERS"
  | "ERR_PKCS12_MAC_MISMATCH"
  | "ERR_PKCS12_CIPHER"
  | "ERR_PKCS12_CIPHER_PARAMETERS"
  | "ERR_PKCS12_DECRYPT"
  | "ERR_PKCS12_FILE_BYTES"
  | "ERR_PKCS12_ITERATIONS"
  | "ERR_PKCS12_SCRYPT_MEMORY"
  | "ERR_PKCS12_CONTENTS"
  | "ERR_PKCS12_BAGS"
  | "ERR_PKCS12_KEYS"
  | "ERR_GRAPH_NO_CREDENTIAL"
  | "ERR_GRAPH_DISPLAY_NAME_PREFIX"
  | "ERR_GRAPH_DISPLAY_NAME_EMPTY"
  | "ERR_GRAPH_DISPLAY_NAME_RDNS"
  | "ERR_GRAPH_DATE_TIME"
  | "ERR_GRAPH_END_DATE_TIME_PAST"
  | "ERR_GRAPH_END_DATE_TIME_LIFETIME"
  | "ERR_GRAPH_PASSWORD_EMPTY"
  | "ERR_GRAPH_CUSTOM_KEY_IDENTIFIER"
  | "ERR_GRAPH_SERVICE_PRINCIPAL"
  | "ERR_GRAPH_CREDENTIAL_EXISTS"
  | "ERR_GRAPH_CREDENTIAL_NOT_FOUND"
  | "ERR_GRAPH_ACTION_UNAVAILABLE"
  | "ERR_GRAPH_TOKEN_KEY"
  | "ERR_CONTRACT_CSDL_XML"
  | "ERR_CONTRACT_CSDL_STRUCTURE"
  | "ERR_CONTRACT_CSDL_LIMIT"
  | "ERR_CONTRACT_CSDL_FOREIGN"
  | "ERR_CONTRACT_CASSETTE_HEAD"
  | "ERR_CONTRACT_CASSETTE_LINE"
  | "ERR_CONTRACT_CASSETTE_VERSION"
  | "ERR_CONTRACT_CASSETTE_LIMIT"
  | "ERR_CONTRACT_HAR_JSON"
  | "ERR_CONTRACT_HAR_STRUCTURE"
  | "ERR_CONTRACT_HAR_LIMIT"
  | "ERR_CONTRACT_TOKEN"
  | "ERR_CONTRACT_JOURNAL"
  | "ERR_MOCK_STATE"
  | "ERR_MOCK_SEED_DATA";

/** What every error of the toolkit carries beside its message. */
export interface ErrorDetails {
  readonly code: ErrorCode;
  /** The place in the input, such as `authSafe[1].safeBag[0]` or `macData`. */
  readonly at: string;
  readonly cause?: unknown;
}

/** Base class: `code` says what happened, `at` says where in the input. Messages never hold a password or a key. */
export class ToolkitError extends Error {
  override readonly name: string = "ToolkitError";
  readonly code: ErrorCode;
  readonly at: string;

  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.at = details.at;
  }
}

/** The input breaks its standard: only another file helps. */
export class MalformedError extends ToolkitError {
  override readonly name: string = "MalformedError";
}

/** The password does not fit, or the file was altered (nobody can tell which): ask again. */
export class PasswordError extends ToolkitError {
  override readonly name: string = "PasswordError";
}

/** The input is well-formed and asks for something that is not implemented, named by `oid` where it has one. */
export class UnsupportedError extends ToolkitError {
  override readonly name: string = "UnsupportedError";
  /** Dotted object identifier of the algorithm or type; `undefined` where the thing has none. */
  readonly oid: string | undefined;

  constructor(message: string, details: ErrorDetails & { readonly oid?: string | undefined }) {
    super(message, details);
    this.oid = details.oid;
  }
}

/** The input asks for more than a limit allows: raise the limit if the file is trusted. */
export class LimitError extends ToolkitError {
  override readonly name: string = "LimitError";
  /** Name of the limit, a member of `Limits`. */
  readonly limit: string;
  /** What the input asks for, in the limit's unit. */
  readonly actual: number;

  constructor(message: string, details: ErrorDetails & { readonly limit: string; readonly actual: number }) {
    super(message, details);
    this.limit = details.limit;
    this.actual = details.actual;
  }
}
