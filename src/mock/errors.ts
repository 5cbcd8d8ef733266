/**
 * Every error body of the mock, in one table, each with what it rests on. Messages that mislead are kept where Graph's do:
 * a client must meet them somewhere before it meets Graph.
 */
import type { CredentialErrorId } from "./credential-errors.js";
import { CREDENTIAL_ERRORS } from "./credential-errors.js";
import type { ErrorRow } from "./error-row.js";
import type { RequestErrorId } from "./request-errors.js";
import { REQUEST_ERRORS } from "./request-errors.js";

/** A row of {@link ERRORS}. */
export type ErrorId = RequestErrorId | CredentialErrorId;

/** The table. */
export const ERRORS: Readonly<Record<ErrorId, ErrorRow>> = { ...REQUEST_ERRORS, ...CREDENTIAL_ERRORS };
