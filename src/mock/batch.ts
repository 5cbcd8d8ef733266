/** `$batch`: up to twenty requests in one (page on JSON batching; OData JSON Format 4.01 section 19). */

import { ERRORS } from "./errors.js";
import type { Members } from "./members.js";
import { isMembers } from "./members.js";
import type { Answer } from "./pipeline.js";
import { refuse } from "./refusal.js";

const MOST_REQUESTS = 20;

/** One request of a batch, read. */
interface Inner {
  readonly id: string;
  readonly request: Request;
  readonly dependsOn: readonly string[];
}

/** One answer of a batch. */
interface InnerAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Carries out the requests of a batch: all at once, but that one waits for those it depends on and is answered with 424
 * where one of them failed. A batch that cannot be read is refused as a whole, none of its requests carried out. Groups that
 * are to succeed or fail together (`atomicityGroup`) are not documented for Graph and are refused too.
 * @param send - answers one request as if it had come by itself
 */
export async function runBatch(
  body: Members,
  outer: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Answer> {
  const inner = readRequests(body, outer);
  const running = new Map<string, Promise<InnerAnswer>>();
  for (const one of inner) running.set(one.id, run(one, running, send));
  const responses = await Promise.all(running.values());
  return { status: 200, json: { responses } };
}

/** Dependencies stand before what depends on them, so that each is running already. */
async function run(
  { id, request, dependsOn }: Inner,
  running: ReadonlyMap<string, Promise<InnerAnswer>>,
  send: (request: Request) => Promise<Response>,
): Promise<InnerAnswer> {
  const dependencies = await Promise.all(dependsOn.map((other) => running.get(other)));
  if (dependencies.some((answer) => answer === undefined || answer.status >= 400)) {
    const { status, code, message } = ERRORS.batchDependency;
    return { id, status, headers: { "Content-Type": "application/json" }, body: { error: { code, message } } };
  }
  const response = await send(request);
  const text = await response.text();
  const headers = Object.fromEntries(Array.from(response.headers, ([name, value]) => [toWritten(name), value]));
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return { id, status: response.status, headers, ...(text === "" ? {} : { body: isJson ? JSON.parse(text) : text }) };
}

/** As such names are written; `Headers` gives them in lower case. */
function toWritten(name: string): string {
  if (name.endsWith("request-id")) return name;
  return name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase()).replace("Odata", "OData");
}

function readRequests({ requests }: Members, outer: Request): readonly Inner[] {
  if (!Array.isArray(requests)) throw refuse("batchRequest", ["requests is missing"]);
  if (requests.length === 0 || requests.length > MOST_REQUESTS) throw refuse("batchSize", [String(requests.length)]);
  const ids = new Set<string>();
  return requests.map((value) => {
    if (!isMembers(value)) throw refuse("batchRequest", ["a request is no object"]);
    const { id, dependsOn = [], atomicityGroup } = value;
    if (typeof id !== "string" || id === "" || ids.has(id))
      throw refuse("batchRequest", ["id is missing or used twice"]);
    if (atomicityGroup !== undefined) throw refuse("batchRequest", ["atomicityGroup is not supported"]);
    if (!Array.isArray(dependsOn) || !dependsOn.every((other) => ids.has(other))) {
      throw refuse("batchRequest", ["dependsOn names no earlier request"]);
    }
    ids.add(id);
    return { id, request: toRequest(value, outer), dependsOn };
  });
}

/** The URL is relative to the service root; the token is the batch's own unless the request brings one. */
function toRequest({ method, url, headers = {}, body }: Members, outer: Request): Request {
  if (typeof method !== "string" || !/^(?:GET|POST|PUT|PATCH|DELETE)$/i.test(method)) {
    throw refuse("batchRequest", ["method"]);
  }
  if (typeof url !== "string" || url === "") throw refuse("batchRequest", ["url"]);
  if (!isMembers(headers)) throw refuse("batchRequest", ["headers"]);
  const hasBody = body !== undefined && body !== null && !/^(?:GET|DELETE)$/i.test(method);
  const root = outer.url.replace(/\/\$batch\/?(?:\?.*)?$/i, "");
  const path = url.replace(/^\/?/, "/");
  if (/^\/\$batch/i.test(path)) throw refuse("batchRequest", ["a batch in a batch"]);
  try {
    const request = new Request(`${root}${path}`, {
      method: method.toUpperCase(),
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
    });
    request.headers.delete("content-type");
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, String(value));
    const token = outer.headers.get("authorization");
    if (token !== null && !request.headers.has("authorization")) request.headers.set("authorization", token);
    return request;
  } catch {
    throw refuse("batchRequest", ["url or headers"]);
  }
}
