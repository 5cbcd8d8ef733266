/** A recorded request as it is sent again: to another service, about that service's objects. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange, Json } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson, toList } from "../exchange.js";
import { decodeBinary } from "../model/binary.js";
import { instant } from "../model/minting-fault.js";
import { readUpload } from "../model/upload.js";
import { readUploadOf } from "../model/upload-of.js";
import { operationOf } from "../operation-of.js";
import type { Correspondence } from "./correspondence.js";
import type { Substitutes } from "./substitute-upload.js";

/** What to send; or why it cannot be. */
export type ReplayRequest =
  | { readonly method: string; readonly url: string; readonly headers: Headers; readonly body: string | undefined }
  | { readonly reason: string };

/** What a replay works with. */
export interface ReplayTools {
  readonly baseUrl: string;
  readonly correspondence: Correspondence;
  readonly substitutes: Substitutes;
  readonly provider: CryptoProvider;
}

/** What redaction leaves of a text, and of a file in a body. */
const REDACTED = /^\[[^[\]]*\]$/;
const REDACTED_FILE = /"pkcs12Value":"\[[^"]*\]"/;
const SKEW_MS = 60_000;
const NOBODY = "00000000-0000-0000-0000-000000000000";
/** Headers that mean something to the service; `authorization` is the replay's own. */
const SENT = ["accept", "client-request-id", "consistencylevel", "content-type", "if-match", "origin", "prefer"];

/** @param now - on the clock of the replay, in milliseconds since 1970 */
export async function toReplayRequest(exchange: Exchange, now: number, tools: ReplayTools): Promise<ReplayRequest> {
  const { request, response } = exchange;
  const reason = reasonToSkip(exchange, tools.correspondence);
  if (reason !== undefined) return { reason };
  const { root } = operationOf(request.method, request.url);
  const { translate: translated, pageTokens } = tools.correspondence;
  const url = tools.baseUrl.replace(/\/$/, "") + pageTokens.translate(translated(request.url.slice(root.length)));
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    const isSent = SENT.includes(name) || name.startsWith("access-control-request-");
    if (isSent && response.status !== 0) headers.set(name, value);
  }
  const body = await bodyOf(exchange, now, tools);
  if (typeof body === "object") return body;
  return { method: request.method, url, headers, body };
}

/** A list that comes in pages: what stands on one depends on what stands on those before it. */
const PAGED = /[?&](?:\$|%24)(?:top|skip|skiptoken)=/i;

function reasonToSkip(exchange: Exchange, { replayedOf, pageTokens }: Correspondence): string | undefined {
  const { key, request, response, operationId = "" } = exchange;
  if (response.status === 429) return "it was throttled";
  if (response.status === 0) return "its answer was lost";
  if (!isBodyKnown(request)) return "its body was not recorded";
  const isStrange = (id: unknown): boolean =>
    typeof id === "string" && /^[\da-f]{8}-/i.test(id) && id !== NOBODY && replayedOf(id) === undefined;
  const isPage = operationId.endsWith(".list") && PAGED.test(request.url);
  if (isPage && toList(toJson(response.json)["value"]).some(({ id }) => isStrange(id))) {
    return "its page holds what was there before the recording";
  }
  if (pageTokens.lacks(request.url)) return "the page before it was left out";
  // What was not there is not there in the replay either.
  if (isStrange(key) && response.status !== 404) return "its object was there before the recording";
  if (operationId === "servicePrincipal.create" && isSuccess(exchange) && isStrange(toJson(request.json)["appId"])) {
    return "its application was there before the recording";
  }
  if (/\.(?:addKey|removeKey)/.test(operationId)) return "a proof of possession cannot be made again";
  const keys = toList(toJson(request.json)["keyCredentials"]);
  const isRedacted = keys.some(({ key: octets }) => typeof octets === "string" && decodeBinary(octets) === undefined);
  return isRedacted ? "a private key was redacted" : undefined;
}

/** The text; `undefined` for none. */
async function bodyOf(
  exchange: Exchange,
  now: number,
  { correspondence, substitutes, provider }: ReplayTools,
): Promise<string | undefined | { readonly reason: string }> {
  const { request, sentAt } = exchange;
  if (request.text === "") return undefined;
  if (request.json === undefined) return request.text;
  const offsetMs = now - sentAt;
  const body = translate(request.json, offsetMs, correspondence);
  const upload = await readUploadOf(exchange, provider);
  if (upload === undefined) {
    return REDACTED_FILE.test(request.text) ? { reason: "its file was redacted" } : JSON.stringify(body);
  }
  const configuration = toJson(toJson(body)["authenticationConfiguration"]);
  const isWhole = exchange.operationId === "identityApiConnector.uploadClientCertificate";
  const sent = isWhole ? toJson(body) : configuration;
  const isThere = typeof sent["pkcs12Value"] === "string" && !REDACTED.test(sent["pkcs12Value"]);
  // A file of another time would be one that has expired.
  const isOfNow = upload.verdict !== "good" || Math.abs(offsetMs) <= SKEW_MS;
  const made = isThere && isOfNow ? { members: sent } : await substitutes.make(sent, upload, offsetMs, now);
  if ("reason" in made) return made;
  const own = await readUpload(made.members, provider);
  if (upload.verdict === "good" && own.verdict === "good") correspondence.pair(upload.thumbprint, own.thumbprint);
  return JSON.stringify(isWhole ? made.members : { ...toJson(body), authenticationConfiguration: made.members });
}

/** Counterparts for what has one; dates as far from now as they were. */
function translate(value: unknown, offsetMs: number, correspondence: Correspondence): unknown {
  if (Array.isArray(value)) return value.map((it) => translate(it, offsetMs, correspondence));
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value as Json);
    return Object.fromEntries(members.map(([name, it]) => [name, translate(it, offsetMs, correspondence)]));
  }
  if (typeof value !== "string") return value;
  const known = correspondence.translate(value);
  // What only looks like a date stays as it is.
  const at = known === value && offsetMs !== 0 ? instant(value) : undefined;
  return at === undefined ? known : new Date(at + offsetMs).toISOString();
}
