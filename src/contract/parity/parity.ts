/** Plays recorded traffic again, against a mock, and says where its answers are others. */
import type { CryptoProvider } from "../../crypto/provider.js";
import { defaultProvider } from "../../crypto/provider.js";
import type { Exchange, Json } from "../exchange.js";
import { isBodyKnown, parseJson, toJson, toList } from "../exchange.js";
import { operationOf } from "../operation-of.js";
import { bearer } from "../session/bearer.js";
import type { Clock } from "../session/clock.js";
import { SYSTEM_CLOCK } from "../session/clock.js";
import type { Material } from "../session/material.js";
import { createMaterial } from "../session/material.js";
import { serviceRoot } from "../session/service-root.js";
import type { ParityDifference } from "./compare-bodies.js";
import { compareBodies } from "./compare-bodies.js";
import type { Correspondence } from "./correspondence.js";
import { createCorrespondence } from "./correspondence.js";
import { toReplayRequest } from "./replay-request.js";
import { createSubstitutes } from "./substitute-upload.js";

/** Where to replay. */
export interface ParityOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** With the version: `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  /** A bearer token, or what gives one. */
  readonly auth: string | (() => string | Promise<string>);
  /** The mock's: one that can be moved follows the times of the recording. Default: real time. */
  readonly clock?: Clock | undefined;
  /** Default: the native WebCrypto. */
  readonly provider?: CryptoProvider | undefined;
  /** Makes files for those that were redacted; default: made by `provider`. */
  readonly material?: Material | undefined;
}

/** What came of one exchange. */
export interface ParityResult {
  /** Where it is written. */
  readonly origin: string | undefined;
  /** Its position in the recording. */
  readonly index: number;
  /** Of the contract; `other` for requests that it does not know. */
  readonly operation: string;
  readonly status: "same" | "different" | "skipped";
  readonly differences: readonly ParityDifference[];
  /** Why it was skipped. */
  readonly reason?: string | undefined;
}

/**
 * Sends the requests in their order, one after the other, and compares status, content-type and body. Ids, keys and
 * thumbprints are compared by which of them are the same, dates by how far they are from the time of the request, errors by
 * their code and shape. A file that was redacted is replaced by one of the same validity. What needs an object that was
 * there before the recording is skipped. Nothing is redacted.
 * @param exchanges - of one recording, in the order in which they were sent
 * @throws {RangeError} naming `baseUrl` @throws {TypeError} naming `auth`, when the first result is asked for
 */
export async function* parity(
  exchanges: AsyncIterable<Exchange>,
  options: ParityOptions,
): AsyncGenerator<ParityResult, void> {
  const { clock = SYSTEM_CLOCK, provider = defaultProvider() } = options;
  const baseUrl = serviceRoot(options.baseUrl);
  const correspondence = createCorrespondence();
  const substitutes = createSubstitutes(options.material ?? createMaterial(provider));
  const tools = { baseUrl, correspondence, substitutes, provider };
  let offsetMs: number | undefined;
  for await (const exchange of exchanges) {
    const { origin, index, operationId: operation = "other" } = exchange;
    offsetMs ??= clock.now() - exchange.sentAt;
    const ahead = exchange.sentAt + offsetMs - clock.now();
    if (ahead > 0) await clock.advance?.(ahead);
    const at = clock.now();
    const isLost = correspondence.isLost(exchange.key);
    const request = isLost
      ? { reason: "an earlier request to its object was skipped" }
      : await toReplayRequest(exchange, at, tools);
    if ("reason" in request) {
      const isWritten = exchange.request.method !== "GET" && exchange.response.status !== 429;
      const isDone = isWritten && (exchange.response.status < 400 || exchange.response.status >= 500);
      if (isDone && exchange.key !== undefined && correspondence.replayedOf(exchange.key) !== undefined) {
        correspondence.lose(exchange.key);
      }
      yield { origin, index, operation, status: "skipped", differences: [], reason: request.reason };
      continue;
    }
    const { method, url, headers, body } = request;
    if (!isAnonymous(exchange)) headers.set("authorization", bearer(await tokenOf(options)));
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const response = await options.fetch(new Request(url, init));
    const differences = await compare(exchange, response, { baseUrl, at, correspondence });
    yield { origin, index, operation, status: differences.length === 0 ? "same" : "different", differences };
  }
}

const isAnonymous = ({ request }: Exchange): boolean =>
  request.headers["authorization"] === undefined && !(request.unrecorded ?? []).includes("authorization");

const tokenOf = async ({ auth }: ParityOptions): Promise<string> => (typeof auth === "string" ? auth : await auth());

interface Replayed {
  readonly baseUrl: string;
  readonly at: number;
  readonly correspondence: Correspondence;
}

async function compare(
  { request, response, sentAt }: Exchange,
  replayed: Response,
  { baseUrl, at, correspondence }: Replayed,
): Promise<readonly ParityDifference[]> {
  const text = await replayed.text();
  if (replayed.status !== response.status) {
    return [{ pointer: "status", recorded: response.status, replayed: replayed.status }];
  }
  if (!isBodyKnown(response)) return [];
  const [type, peer] = [response.headers["content-type"], replayed.headers.get("content-type") ?? undefined].map(
    mediaTypeOf,
  );
  const found: readonly ParityDifference[] =
    type === peer ? [] : [{ pointer: "header:content-type", recorded: type ?? null, replayed: peer ?? null }];
  const [one, other] = withinRecording(response.json ?? response.text, parseJson(text) ?? text, correspondence);
  const { root } = operationOf(request.method, request.url);
  const replayedRoot = serviceRoot(baseUrl);
  return [
    ...found,
    ...compareBodies({ body: one, root, at: sentAt }, { body: other, root: replayedRoot, at }, correspondence),
  ];
}

const mediaTypeOf = (header: string | undefined): string | undefined => header?.replaceAll(/\s/g, "").toLowerCase();

/** Lists without what was there before the recording, on either side. */
function withinRecording(
  one: unknown,
  other: unknown,
  { replayedOf, isReplayed, isLost }: Correspondence,
): readonly unknown[] {
  const [left, right] = [toJson(one), toJson(other)];
  if (!Array.isArray(left["value"]) || !Array.isArray(right["value"])) return [one, other];
  const isStrange = ({ id }: Json): boolean => typeof id === "string" && (replayedOf(id) === undefined || isLost(id));
  const isOther = ({ id }: Json): boolean => typeof id === "string" && !isReplayed(id);
  const [mine, theirs] = [toList(left["value"]), toList(right["value"])];
  if (!mine.some(isStrange) && !theirs.some(isOther)) return [one, other];
  const rest = ({ "@odata.count": _, "@odata.nextLink": __, ...members }: Json): Json => members;
  return [
    { ...rest(left), value: mine.filter((it) => !isStrange(it)) },
    { ...rest(right), value: theirs.filter((it) => !isOther(it)) },
  ];
}
