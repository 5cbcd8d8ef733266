/** Thumbprints that an answer shows otherwise than they were known. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import type { Expected } from "./expected.js";
import { LAG_MS } from "./lag.js";
import { certificateListsIn } from "./shown.js";
import { mayBeOfAnother } from "./thumbprint-likeness.js";

/** One entry of a list. */
export interface ChangedThumbprint {
  readonly exchange: Exchange;
  readonly pointer: string;
  /** As it was known: of the file that was uploaded, or of an earlier answer. */
  readonly expected: string;
  readonly actual: string;
  /** False where somebody outside the traffic may have put another certificate there. */
  readonly isCertain: boolean;
}

/** What is known of one connector. */
interface Known {
  /** By thumbprint. */
  readonly validities: Map<string, string>;
  /** Those whose file is in the traffic. */
  readonly uploaded: Set<string>;
  /** Found and not certain yet. */
  readonly open: Set<Finding>;
}

type Finding = { -readonly [name in keyof ChangedThumbprint]: ChangedThumbprint[name] };

/**
 * Certificates are told by their validity, which is to the second: an unknown thumbprint where the known one of the same
 * validity is missing. Traffic may be a part of what was sent, so this is certain only where no other certificate can be
 * the reason: the thumbprint is none of another, the known one is of a file in the traffic, or it comes back with nobody having
 * uploaded it again.
 */
export function changedThumbprints(exchanges: readonly Exchange[], expected: Expected): readonly ChangedThumbprint[] {
  const connectors = new Map<string, Known>();
  return exchanges.flatMap((exchange) => {
    const id = expected.objectOf(exchange);
    if (id === undefined || !exchange.operationId?.startsWith("identityApiConnector.")) return [];
    const known = connectors.get(id) ?? { validities: new Map(), uploaded: new Set(), open: new Set() };
    connectors.set(id, known);
    const upload = expected.upload(exchange);
    // Of a file that cannot be told, anything may come.
    if (upload?.verdict === "open" || (upload?.verdict === "bad" && isSuccess(exchange))) forget(known);
    if (upload?.verdict === "good") {
      known.validities.set(upload.thumbprint, validityOf({ ...upload }));
      known.uploaded.add(upload.thumbprint);
      for (const it of known.open) if (it.expected === upload.thumbprint) known.open.delete(it);
    }
    return certificateListsIn(exchange).flatMap(({ pointer, list }) => judge(exchange, pointer, list, known));
  });
}

function forget({ validities, uploaded, open }: Known): void {
  validities.clear();
  uploaded.clear();
  open.clear();
}

function judge(
  exchange: Exchange,
  at: string,
  list: readonly Json[],
  { validities, uploaded, open }: Known,
): Finding[] {
  const shown = new Set(list.map(({ thumbprint }) => thumbprint));
  for (const it of open) if (shown.has(it.expected) && isOfLater(exchange, it.exchange)) it.isCertain = true;
  return list.flatMap((entry, index) => {
    const { thumbprint: actual } = entry;
    if (typeof actual !== "string") return [];
    const pointer = `${at}/${index}`;
    if (validities.has(actual)) return [{ exchange, pointer, expected: actual, actual, isCertain: true }];
    const validity = validityOf(entry);
    const missing = [...validities].filter(([thumbprint, it]) => it === validity && !shown.has(thumbprint));
    const [found] = missing.map(([thumbprint]) => thumbprint);
    const isOther = found === undefined || mayBeOfAnother(actual, found);
    if (isOther) validities.set(actual, validity);
    if (found === undefined) return [];
    // Nobody issues another certificate from the same second to the same second for one that was just uploaded.
    const isCertain = !isOther || uploaded.has(found);
    const finding = { exchange, pointer, expected: found, actual, isCertain };
    if (!isCertain) open.add(finding);
    return [finding];
  });
}

/** Whether an answer cannot be of an earlier time than the other: of traffic that is not ours, reads may lag behind. */
function isOfLater({ request, isForeign = false, isSettled, sentAt }: Exchange, other: Exchange): boolean {
  if (request.method !== "GET") return true;
  return isForeign ? sentAt - other.receivedAt >= LAG_MS : isSettled;
}

const validityOf = ({ notBefore, notAfter }: Json): string => `${String(notBefore)}-${String(notAfter)}`;
