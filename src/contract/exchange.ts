/** One request with its answer, as everything that judges sees it: read once, plain values, nothing of `fetch`. */
import type { Upload } from "./model/upload-verdict.js";

/** Which requests belong together: what a metamorphic rule compares. */
export interface Relation {
  /**
   * `spelling`: one request, its path written differently. `address`: one object by id and by appId. `batch`: a `$batch`
   * and the same requests by themselves. `dress`: one key in several PFX files. `page`: a list in pages, and `unpaged` as a
   * whole. `parallel`: sent before the others were answered. `poll`: one read again and again.
   */
  readonly kind: "spelling" | "address" | "batch" | "dress" | "page" | "unpaged" | "parallel" | "poll";
  /** Equal for what belongs together. */
  readonly group: string;
  /** What is different about this one, in words. */
  readonly variant: string;
  /** True where the documentation does not say that the variant means the same. */
  readonly isUndocumented?: boolean | undefined;
}

/** What was sent. Secret where the request was: bodies are kept as they are, a token is not. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case; `authorization` without what it says. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** `undefined` for what is no JSON. */
  readonly json: unknown;
  /** What the recording leaves out: that it is missing says nothing. Absent where all is there. */
  readonly unrecorded?: readonly ("authorization" | "body")[] | undefined;
}

/** What came back. */
export interface ReceivedResponse {
  /** 0 where the answer was lost. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** `undefined` for what is no JSON. */
  readonly json: unknown;
  /** As of a request. */
  readonly unrecorded?: readonly "body"[] | undefined;
}

/** A request and its answer. */
export interface Exchange {
  /** Position in the traffic, from 0. */
  readonly index: number;
  /** Why it was sent, in words. */
  readonly step: string;
  /** `undefined` for what the contract does not know, such as `$batch`. */
  readonly operationId: string | undefined;
  /** The object of the path: its id or appId in lower case, as it was written otherwise. */
  readonly key: string | undefined;
  readonly request: SentRequest;
  readonly response: ReceivedResponse;
  /** Milliseconds since 1970 on the clock of the run. */
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly relation?: Relation | undefined;
  /** False for a read that came before reads had settled: it may be of an earlier time. */
  readonly isSettled: boolean;
  /** Where it is written, of recorded traffic: `log.entries[17]` of a HAR, `line 18` of a cassette. */
  readonly origin?: string | undefined;
  /** True for traffic of a client that is not ours: nobody waited for reads to settle, and its clock may be wrong. */
  readonly isForeign?: boolean | undefined;
  /** What was in the request before it was redacted. */
  readonly facts?: ExchangeFacts | undefined;
}

/** What can be said of a secret without telling it. */
export interface ExchangeFacts {
  /** Of the PFX that the request held. */
  readonly upload?: Upload | undefined;
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object; `{}` for anything else, so that what is missing is missed where it is looked for. */
export function toJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list; empty for anything else. */
export function toList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(toJson) : [];
}

/** JSON where the text is some. */
export function parseJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether an answer came and is a success. */
export function isSuccess({ response }: Exchange): boolean {
  return response.status >= 200 && response.status < 300;
}

/** Whether the body, empty or not, is what was sent or answered: recordings may leave it out. */
export function isBodyKnown({ unrecorded }: SentRequest | ReceivedResponse): boolean {
  return !(unrecorded ?? []).some((part) => part === "body");
}
