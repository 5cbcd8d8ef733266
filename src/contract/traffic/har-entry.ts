/** One entry of a HAR as an exchange. Forms of Chrome, Firefox, Playwright and Dev Proxy; members that begin with _ do not count. */
import { MalformedError } from "../../errors.js";
import type { Exchange, Json, ReceivedResponse, SentRequest } from "../exchange.js";
import { parseJson, toJson } from "../exchange.js";
import { decodeBinary } from "../model/binary.js";
import { operationOf } from "../operation-of.js";
import type { HarEntry } from "./har-parser.js";

/** What an entry asks for: enough to pass it over. */
export interface HarRequest {
  readonly method: string;
  readonly url: string;
}

/** @throws {MalformedError} `ERR_CONTRACT_HAR_STRUCTURE` without a method or a URL */
export function requestOf({ json, at }: HarEntry): HarRequest {
  const { method, url } = objectIn(json, "request", at);
  if (typeof method !== "string" || method === "") throw malformed(`${at}.request.method`, "a text");
  if (typeof url !== "string" || url === "") throw malformed(`${at}.request.url`, "a text");
  return { method: method.toUpperCase(), url };
}

/**
 * What was sent and what came back. Status 0 or below: no answer. A body that the recording dropped is told as
 * unrecorded, and so is a missing authorization, which exports leave out by default.
 * @param index - of the exchange
 * @throws {MalformedError} `ERR_CONTRACT_HAR_STRUCTURE` with the member that is not as HAR 1.2 has it
 */
export function toExchange(entry: HarEntry, { method, url }: HarRequest, index: number): Exchange {
  const { json, at } = entry;
  const { startedDateTime, time } = toJson(json);
  const sentAt = typeof startedDateTime === "string" ? Date.parse(startedDateTime) : Number.NaN;
  if (Number.isNaN(sentAt)) throw malformed(`${at}.startedDateTime`, "a date");
  const elapsed = typeof time === "number" && time > 0 ? time : 0;
  const { operationId, key } = operationOf(method, url);
  return {
    index,
    step: "recorded",
    operationId,
    key,
    request: { method, url, ...sent(objectIn(json, "request", at), method, `${at}.request`) },
    response: received(objectIn(json, "response", at), method, `${at}.response`),
    sentAt,
    receivedAt: sentAt + elapsed,
    isSettled: true,
    isForeign: true,
    origin: at,
  };
}

function sent(request: Json, method: string, at: string): Omit<SentRequest, "method" | "url"> {
  const headers = headersOf(request["headers"], `${at}.headers`);
  const post = toJson(request["postData"]);
  const text = textOf(post, `${at}.postData`);
  const isBodiless = method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "DELETE";
  const isEmpty = isBodiless || request["bodySize"] === 0 || headers["content-length"] === "0";
  const isBodyUnknown = text === undefined ? !isEmpty : text === "" && Number(request["bodySize"]) > 0;
  const unrecorded: ("authorization" | "body")[] = isBodyUnknown ? ["body"] : [];
  if (headers["authorization"] === undefined) unrecorded.push("authorization");
  const body = text ?? "";
  return { headers, text: body, json: parseJson(body), ...(unrecorded.length === 0 ? {} : { unrecorded }) };
}

function received(response: Json, method: string, at: string): ReceivedResponse {
  const { status } = response;
  if (typeof status !== "number" || !Number.isInteger(status) || status > 599 || (status > 0 && status < 100)) {
    throw malformed(`${at}.status`, "a status of three digits, or 0");
  }
  if (status <= 0) return { status: 0, headers: {}, text: "", json: undefined };
  const headers = headersOf(response["headers"], `${at}.headers`);
  const content = toJson(response["content"]);
  const text = textOf(content, `${at}.content`);
  const isBodiless = status === 204 || status === 304 || method === "HEAD";
  const json = parseJson(text ?? "");
  const size = Number(content["size"]);
  // Cut off, dropped, or kept in a file beside the HAR.
  const isCut = text !== undefined && json === undefined && size > new TextEncoder().encode(text).length;
  const isUnknown = !isBodiless && (text === undefined ? size !== 0 : isCut);
  return isUnknown
    ? { status, headers, text: "", json: undefined, unrecorded: ["body"] }
    : { status, headers, text: text ?? "", json };
}

/** A body's text; `undefined` where there is none. */
function textOf({ text, encoding }: Json, at: string): string | undefined {
  if (text === undefined || text === null) return undefined;
  if (typeof text !== "string") throw malformed(`${at}.text`, "a text");
  if (encoding !== "base64" || text === "") return text;
  const octets = decodeBinary(text);
  if (octets === undefined) throw malformed(`${at}.text`, "base64");
  return new TextDecoder().decode(octets);
}

/** In lower case, without the pseudo headers of HTTP/2 and without what is secret. */
function headersOf(list: unknown, at: string): Readonly<Record<string, string>> {
  if (!Array.isArray(list)) throw malformed(at, "a list");
  const headers = new Map<string, string>();
  for (const [index, header] of list.entries()) {
    const { name, value } = toJson(header);
    if (typeof name !== "string") throw malformed(`${at}[${index}].name`, "a text");
    const key = name.toLowerCase();
    if (key.startsWith(":")) continue;
    const text = /^(?:authorization|proxy-authorization|cookie|set-cookie)$/.test(key) ? "…" : String(value ?? "");
    const before = headers.get(key);
    headers.set(key, before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(headers);
}

function objectIn(json: unknown, name: string, at: string): Json {
  const value = toJson(json)[name];
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw malformed(`${at}.${name}`, "an object");
  return value as Json;
}

function malformed(at: string, expected: string): MalformedError {
  return new MalformedError(`${at} expected ${expected}`, { code: "ERR_CONTRACT_HAR_STRUCTURE", at });
}
