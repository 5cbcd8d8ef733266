/** A request and its answer as people read them: the lines that matter, the rest cut. */
import type { Exchange } from "../../../contract/exchange.js";
import type { FocusedLine, FocusLimits } from "./focused-json.js";
import { focusJson } from "./focused-json.js";

/** One half of an exchange. */
export interface MessageView {
  /** `PATCH /v1.0/…` or `200`. */
  readonly head: string;
  /** `name: value`; one that a rule misses is there as such. */
  readonly headers: readonly FocusedLine[];
  /** Empty for no body. */
  readonly body: readonly FocusedLine[];
  /** What was left out, in words. */
  readonly note: string;
}

/** Both halves. */
export interface ExchangeView {
  /** `log.entries[17]`, or its number in the run. */
  readonly name: string;
  readonly step: string;
  readonly sent: MessageView;
  readonly received: MessageView;
}

/** What is shown of the headers; all others are of transport. */
const INTERESTING: ReadonlySet<string> = new Set([
  "accept",
  "allow",
  "client-request-id",
  "content-type",
  "etag",
  "if-match",
  "location",
  "odata-version",
  "origin",
  "prefer",
  "request-id",
  "retry-after",
]);
const CORS = /^access-control-/;
const MAX_HEADER = 300;

/** Larger ones are shortened even where they have few lines. */
const MAX_TEXT = 4096;

/** @param pointer - into the answer's body, or `header:` and a name; `undefined` where the result is about another one */
export function viewExchange(exchange: Exchange, pointer: string | undefined, limits: FocusLimits): ExchangeView {
  const { request, response, origin, index, step } = exchange;
  const wanted = pointer?.startsWith("header:") === true ? pointer.slice("header:".length).toLowerCase() : undefined;
  const { pathname, search, host } = addressOf(request.url);
  return {
    name: origin ?? `request ${index}`,
    step,
    sent: {
      head: `${request.method} ${pathname}${search}`,
      headers: [{ text: `host: ${host}`, isMarked: false }, ...headersOf(request.headers, undefined)],
      ...bodyOf(request, "", limits),
    },
    received: {
      head: response.status === 0 ? "no answer" : String(response.status),
      headers: headersOf(response.headers, wanted),
      ...bodyOf(response, wanted === undefined ? (pointer ?? "") : "", limits),
    },
  };
}

function addressOf(url: string): Pick<URL, "pathname" | "search" | "host"> {
  return URL.canParse(url) ? new URL(url) : { pathname: url, search: "", host: "" };
}

function headersOf(headers: Readonly<Record<string, string>>, wanted: string | undefined): readonly FocusedLine[] {
  const shown = Object.entries(headers)
    .filter(([name]) => INTERESTING.has(name) || CORS.test(name) || name === wanted)
    .map(([name, value]) => ({ text: `${name}: ${cut(value, MAX_HEADER)}`, isMarked: name === wanted }));
  if (wanted === undefined || wanted === "" || Object.hasOwn(headers, wanted)) return shown;
  return [...shown, { text: `${cut(wanted, MAX_HEADER)}: (not there)`, isMarked: true }];
}

function bodyOf(
  { text, json }: { readonly text: string; readonly json: unknown },
  pointer: string,
  limits: FocusLimits,
): Pick<MessageView, "body" | "note"> {
  if (text === "" && json === undefined) return { body: [], note: "no body" };
  if (json !== undefined) {
    const body = focusJson(json, pointer, limits);
    const shown = body.reduce((sum, line) => sum + line.text.length + 1, 0);
    if (shown <= MAX_TEXT) return { body, note: "" };
    const fewer = { lines: Math.min(limits.lines, 24), characters: Math.min(limits.characters, 80) };
    return { body: focusJson(json, pointer, fewer), note: `shortened: the body has ${text.length} characters` };
  }
  const kept = cut(text, Math.min(MAX_TEXT, limits.lines * 80));
  const body = kept.split(/\r\n|\r|\n/).map((line) => ({ text: line, isMarked: false }));
  return {
    body: body.slice(0, limits.lines),
    note: kept === text && body.length <= limits.lines ? "no JSON" : `no JSON; shortened: ${text.length} characters`,
  };
}

/** The beginning of a text, which says so where it is not the whole of it. */
function cut(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters).replace(/[\ud800-\udbff]$/, "")}…`;
}
