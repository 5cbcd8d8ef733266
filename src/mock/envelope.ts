/** Around every answer: headers that all have, the shape of errors, what browsers need (CORS). */
import type { Answer } from "./pipeline.js";
import type { Refusal } from "./refusal.js";

/** What an answer needs to know of its request. */
export interface Envelope {
  readonly requestId: string;
  /** As sent; else the request-id, as Graph does it. */
  readonly clientRequestId: string;
  readonly now: Date;
  /** Whether the request came from a page of another origin. */
  readonly isCrossOrigin: boolean;
}

/** Graph's own media type. */
const JSON_TYPE = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** The headers that pages may read. */
const EXPOSED =
  "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, " +
  "SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After";

/** The body of a refusal. `date` has no zone, which is how Graph writes it. */
export function toErrorAnswer({ row, message, details }: Refusal, envelope: Envelope): Answer {
  const { requestId, clientRequestId, now } = envelope;
  const innerError = {
    ...details.inner,
    date: now.toISOString().slice(0, 19),
    "request-id": requestId,
    "client-request-id": clientRequestId,
  };
  return {
    status: row.status,
    ...(details.headers === undefined ? {} : { headers: details.headers }),
    json: { error: { code: row.code, message, ...details.members, innerError } },
  };
}

/** All headers of an answer. */
export function toHeaders(answer: Answer, envelope: Envelope): Record<string, string> {
  const { requestId, clientRequestId, now, isCrossOrigin } = envelope;
  const type = answer.text === undefined ? JSON_TYPE : "text/plain";
  // Member by member: to spread what is there or not took longer than all else here.
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (answer.json !== undefined || answer.text !== undefined) {
    headers["Content-Type"] = type;
    headers["OData-Version"] = "4.0";
  }
  headers["request-id"] = requestId;
  headers["client-request-id"] = clientRequestId;
  headers["Date"] = now.toUTCString();
  headers["Strict-Transport-Security"] = "max-age=31536000";
  if (isCrossOrigin) {
    headers["Access-Control-Allow-Origin"] = "*";
    headers["Access-Control-Expose-Headers"] = EXPOSED;
  }
  return answer.headers === undefined ? headers : Object.assign(headers, answer.headers);
}

/** The answer as a Response. */
export function toResponse(answer: Answer, headers: Record<string, string>): Response {
  const body = answer.text ?? (answer.json === undefined ? null : JSON.stringify(answer.json));
  return new Response(body, { status: answer.status, headers });
}

/** The answer to a preflight (Fetch Standard section 3.3): whatever is asked for is allowed. */
export function preflightAnswer(headers: Headers): Answer {
  return {
    status: 200,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
      "Access-Control-Allow-Headers": headers.get("access-control-request-headers") ?? "Authorization, Content-Type",
      "Access-Control-Max-Age": "3600",
    },
  };
}
