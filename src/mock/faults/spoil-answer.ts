/** Defects of answers as such: headers, errors, annotations. Each is off unless it is asked for by name. */
import type { FaultSet } from "../fault-set.js";
import type { Answer } from "../pipeline.js";

/** JSON that may be changed. */
export type Draft = Record<string, unknown>;

/** A deep copy of an answer's JSON that may be changed. */
export function toDraft(json: unknown): Draft {
  return structuredClone(json) as Draft;
}

/** Calls back for every object inside, the outermost last. */
export function eachObject(value: unknown, visit: (object: Draft) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const member of Object.values(value)) eachObject(member, visit);
  if (!Array.isArray(value)) visit(value as Draft);
}

/** The answer with those of its defects that are switched on. */
export function spoilAnswer(
  answer: Answer,
  context: { readonly body: unknown; readonly isInner: boolean },
  faults: FaultSet,
): Answer {
  const spoilt = answer.json === undefined ? answer : { ...answer, json: spoilJson(toDraft(answer.json), faults) };
  if (context.isInner && faults.has("batch-differs")) delete (spoilt.json as Draft | undefined)?.["@odata.context"];
  const error = (spoilt.json as Draft | undefined)?.["error"] as Draft | undefined;
  if (error !== undefined) return spoilError(spoilt, error, context.body, faults);
  if (faults.has("no-location") && spoilt.headers !== undefined) return { ...spoilt, headers: {} };
  return spoilt;
}

/** Headers that every answer has. */
export function spoilHeaders(headers: Record<string, string>, faults: FaultSet): Record<string, string> {
  const spoilt = { ...headers };
  if (faults.has("drop-request-id")) delete spoilt["request-id"];
  if (faults.has("client-request-id-lost") && "request-id" in headers) {
    spoilt["client-request-id"] = headers["request-id"] ?? "";
  }
  if (faults.has("no-cors")) delete spoilt["Access-Control-Expose-Headers"];
  if (faults.has("no-retry-after")) delete spoilt["Retry-After"];
  return spoilt;
}

function spoilJson(json: Draft, faults: FaultSet): Draft {
  const context = json["@odata.context"];
  if (typeof context === "string") {
    if (faults.has("context-relative")) json["@odata.context"] = context.replace(/^.*\/\$metadata/, "$metadata");
    if (faults.has("context-missing-entity")) json["@odata.context"] = context.replace(/\/\$entity$/, "");
  }
  const next = json["@odata.nextLink"];
  if (typeof next === "string" && faults.has("next-link-relative")) {
    json["@odata.nextLink"] = next.replace(/^[a-z]+:\/\/[^/]+/i, "");
  }
  const { value } = json;
  if (Array.isArray(value) && typeof next === "string" && faults.has("page-loses-one")) json["value"] = value.slice(1);
  if (typeof json["@odata.count"] === "number" && faults.has("count-of-page")) {
    json["@odata.count"] = Array.isArray(value) ? value.length + 1 : 0;
  }
  eachObject(json, (object) => {
    for (const [name, member] of Object.entries(object)) {
      if (faults.has("no-hash") && name === "@odata.type") object[name] = String(member).replace(/^#/, "");
      if (faults.has("null-collection") && Array.isArray(member) && member.length === 0) object[name] = null;
      if (faults.has("int64-as-string") && /^not(?:Before|After)$/.test(name)) object[name] = String(member);
    }
  });
  return json;
}

function spoilError(answer: Answer, error: Draft, body: unknown, faults: FaultSet): Answer {
  const json = answer.json as Draft;
  if (faults.has("echo-password-in-error")) {
    eachObject(body, ({ password }) => {
      if (typeof password === "string") error["message"] = `${String(error["message"])} (${password})`;
    });
  }
  const isUnreadable = String(error["message"]).startsWith("Unable to read JSON");
  const status = isUnreadable && faults.has("500-on-bad-json") ? 500 : answer.status;
  if (faults.has("error-innererror-lowercase")) {
    error["innererror"] = error["innerError"];
    delete error["innerError"];
  }
  if (faults.has("error-string")) json["error"] = error["message"];
  if (!faults.has("html-error")) return { ...answer, status };
  const { json: _, ...rest } = answer;
  const headers = { ...answer.headers, "Content-Type": "text/html" };
  return { ...rest, status, headers, text: `<html><body><h1>${status}</h1></body></html>` };
}
