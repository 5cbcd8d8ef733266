/**
 * What a request may be refused with: status and code, and the text where it is one that Graph was seen to send. The codes
 * of uploads are those of B2C's list; where nothing is published, the model expects what the mock's table promises.
 */

import type { Answer } from "./answer.js";
import { assertEqual, assertThat } from "./assertions.js";
import type { Members } from "./expected-state.js";

interface Row {
  readonly status: number;
  readonly code: string;
  readonly message?: string;
}

const BAD = "Request_BadRequest";

const ROWS = {
  notFound: { status: 404, code: "Request_ResourceNotFound" },
  missingMember: { status: 400, code: BAD },
  badMember: { status: 400, code: BAD },
  readOnly: { status: 400, code: BAD },
  badType: { status: 400, code: "BadRequest" },
  badOption: { status: 400, code: "BadRequest" },
  unsupportedQuery: { status: 400, code: "Request_UnsupportedQuery" },
  nullPfx: { status: 400, code: "AADB2C90186" },
  badPfx: { status: 400, code: "AADB2C90215" },
  wrongPassword: {
    status: 400,
    code: "AADB2C90213",
    message: "The certificate password provided in request is incorrect.",
  },
  noSuchApplication: { status: 400, code: BAD },
  principalExists: { status: 409, code: "Request_MultipleObjectsWithSameKeyValue" },
  subjectName: { status: 400, code: BAD },
  endDate: { status: 400, code: BAD },
  dateForm: { status: 400, code: BAD },
  newPassword: {
    status: 400,
    code: BAD,
    message: "New password credentials must be generated using service actions.",
  },
  usage: {
    status: 400,
    code: BAD,
    message:
      'The value for the property "usage" in one of your credentials is invalid. Acceptable values are Sign, Verify.',
  },
  retained: { status: 400, code: BAD },
  duplicate: { status: 400, code: BAD },
  keyMissing: { status: 400, code: "KeyCredentialsInvalidValue", message: "KeyValue cannot be null or empty" },
  badCertificate: {
    status: 400,
    code: "KeyCredentialsInvalidValue",
    message: "Invalid certificate: Key value is invalid certificate",
  },
  binary: {
    status: 400,
    code: BAD,
    message:
      "Cannot convert a primitive value to the expected type 'Edm.Binary'. See the inner exception for more details.",
  },
  keyEnd: { status: 400, code: BAD, message: "Key credential end date is invalid." },
  identifier: { status: 400, code: BAD },
  proof: { status: 401, code: "Authentication_MissingOrMalformed", message: "Access Token missing or malformed." },
  noCredential: { status: 400, code: BAD },
  pairRemoval: { status: 403, code: "Authorization_RequestDenied" },
} as const satisfies Readonly<Record<string, Row>>;

/** A reason to refuse a request. */
export type Problem = keyof typeof ROWS;

/**
 * Holds an answer against what is wrong with the request. Of several reasons any may be given.
 * @returns whether the request had to be refused, and was
 */
export function isRefused(answer: Answer, problems: readonly Problem[]): boolean {
  if (problems.length === 0) {
    assertThat(answer.status < 400, `expected success, got ${answer.status} ${JSON.stringify(answer.json)}`);
    return false;
  }
  const { error } = answer.json as { readonly error?: Members };
  const { code, message } = error ?? {};
  const isOne = problems.some((problem) => {
    const row: Row = ROWS[problem];
    return row.status === answer.status && row.code === code && (row.message ?? message) === message;
  });
  assertThat(isOne, `expected ${problems.join(" or ")}, got ${answer.status} ${JSON.stringify(answer.json)}`);
  return true;
}

/** Holds the shape of an error against the one on the wire: `date` has no zone. */
export function checkErrorShape({ json, headers, now }: Answer): void {
  const { error } = json as { readonly error?: Members };
  const inner = error?.["innerError"] as Members | undefined;
  assertThat(typeof error?.["message"] === "string", "an error without a message");
  assertEqual(inner?.["date"], new Date(now).toISOString().slice(0, 19), "innerError.date");
  assertEqual(inner?.["request-id"], headers.get("request-id"), "innerError.request-id");
}
