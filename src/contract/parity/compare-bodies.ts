/** Two bodies compared by what they mean: ids and keys by which are the same, dates by how far they are from their time. */
import type { Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import type { Correspondence } from "./correspondence.js";
import { GUID } from "./correspondence.js";
import { withoutPageTokens } from "./page-token.js";

/** One place where they differ. */
export interface ParityDifference {
  /** JSON pointer (RFC 6901) into the body, `status`, or `header:` and a name. */
  readonly pointer: string;
  /** What is secret is told as `…`. */
  readonly recorded: unknown;
  readonly replayed: unknown;
}

/** One answer on one side. */
export interface Side {
  readonly body: unknown;
  /** Where the service begins. */
  readonly root: string;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
}

/** Clocks differ, and requests take their time. */
const SKEW_MS = 300_000;
const OPAQUE =
  /^(?:thumbprint|customKeyIdentifier|key|secretText|hint|proof|preferredTokenSigningKeyThumbprint|@odata\.etag)$/;
const SECRET = /^(?:key|secretText|hint|proof|password|pkcs12Value)$/;
const DATE_TEXT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
/** Of the answers in a batch, as of those by themselves, only the type of the body is compared. */
const BATCH_HEADERS = /^\/responses\/\d+\/headers$/;
/** What redaction puts for a secret. */
const PSEUDONYM = /^\[[^[\]]*\]$/;

/** The differences, in the order of the recorded body. What corresponds is noted for the requests that follow. */
export function compareBodies(
  recorded: Side,
  replayed: Side,
  correspondence: Correspondence,
): readonly ParityDifference[] {
  const found: ParityDifference[] = [];

  const visit = (one: unknown, other: unknown, pointer: string, name: string): void => {
    if (BATCH_HEADERS.test(pointer)) {
      const [left, right] = [contentTypeIn(one), contentTypeIn(other)];
      if (left !== right) found.push({ pointer: `${pointer}/content-type`, recorded: left, replayed: right });
      return;
    }
    const isSame = isAlike(one, other, pointer, name);
    if (isSame === undefined) {
      const [left, right] = [one as Json, other as Json];
      for (const member of new Set([...Object.keys(left), ...Object.keys(right)])) {
        const at = `${pointer}/${member.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        visit(left[member], right[member], at, Array.isArray(one) ? name : member);
      }
    } else if (!isSame) {
      const shown = (value: unknown): unknown =>
        SECRET.test(name) && typeof value === "string" ? "…" : (value ?? null);
      found.push({ pointer, recorded: shown(one), replayed: shown(other) });
    }
  };

  /** `undefined`: their members decide. */
  const isAlike = (one: unknown, other: unknown, pointer: string, name: string): boolean | undefined => {
    if (typeof one === "string" && typeof other === "string") return isSameText(one, other, pointer, name);
    if (typeof one === "number" && typeof other === "number" && /^not(?:Before|After)$/.test(name)) {
      return isSameTime(one * 1_000, other * 1_000);
    }
    const areOpen = [one, other].every((it) => typeof it === "object" && it !== null);
    return areOpen && Array.isArray(one) === Array.isArray(other) ? undefined : one === other;
  };

  const isSameText = (one: string, other: string, pointer: string, name: string): boolean => {
    // The words of an error are nobody's promise.
    if (/\/error\/message$/.test(pointer)) return true;
    if (name === "@odata.nextLink") correspondence.pageTokens.note(one, other);
    if (DATE_TEXT.test(one) && DATE_TEXT.test(other)) {
      correspondence.note(one, other);
      const [left, right] = [one, other].map((text) => Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`));
      return isSameTime(left ?? 0, right ?? 0);
    }
    if (OPAQUE.test(name)) {
      const isShaped = PSEUDONYM.test(one) || shapeOf(one) === shapeOf(other);
      // Three characters are no identity.
      return name === "hint" || (isShaped && correspondence.pair(one, other));
    }
    const [left, right] = [plain(one, recorded.root), plain(other, replayed.root)];
    const [ids, others] = [left.match(GUID) ?? [], right.match(GUID) ?? []];
    const isPaired =
      ids.length === others.length && ids.every((id, index) => correspondence.pair(id, others[index] ?? ""));
    return isPaired && left.replaceAll(GUID, "") === right.replaceAll(GUID, "");
  };

  const isSameTime = (one: number, other: number): boolean =>
    one === other || Math.abs(one - recorded.at - (other - replayed.at)) <= SKEW_MS;

  visit(recorded.body, replayed.body, "", "");
  return found;
}

/** Without the address of the service, and without the tokens of pages. */
const plain = (text: string, root: string): string => withoutPageTokens(text.replace(root, "{root}"));

/** Names of headers and media types are the same in any case of letters (RFC 9110 sections 5.1 and 8.3.1). */
function contentTypeIn(headers: unknown): string | null {
  const [, value] = Object.entries(toJson(headers)).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  return typeof value === "string" ? value.replaceAll(/\s/g, "").toLowerCase() : null;
}

/** The encoding of octets; their number only where it says something. */
function shapeOf(text: string): string {
  if (/^[\dA-F]{32,}$/.test(text)) return `HEX ${text.length}`;
  if (/^[\da-f]{32,}$/.test(text)) return `hex ${text.length}`;
  if (/^[A-Za-z\d+/]+={0,2}$/.test(text)) return text.length < 100 ? `base64 ${text.length}` : "base64";
  return "text";
}
