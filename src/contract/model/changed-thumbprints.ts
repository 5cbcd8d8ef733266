/** Thumbprints that an answer shows otherwise than they were known. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import type { Expected } from "./expected.js";
import { certificateListsIn } from "./shown.js";

/** One entry of a list. */
export interface ChangedThumbprint {
  readonly exchange: Exchange;
  readonly pointer: string;
  /** As it was known: of the file that was uploaded, or of an earlier answer. */
  readonly expected: string;
  readonly actual: string;
}

/** What is known of one connector: validity by thumbprint. */
type Known = Map<string, string>;

/**
 * Certificates are told by their validity, which is to the second: an unknown thumbprint where the known one of the same
 * validity is missing. So one that somebody else has uploaded is none, and neither is an answer of an earlier time.
 */
export function changedThumbprints(exchanges: readonly Exchange[], expected: Expected): readonly ChangedThumbprint[] {
  const connectors = new Map<string, Known>();
  return exchanges.flatMap((exchange) => {
    const id = expected.objectOf(exchange);
    if (id === undefined || !exchange.operationId?.startsWith("identityApiConnector.")) return [];
    const known = connectors.get(id) ?? new Map<string, string>();
    connectors.set(id, known);
    const upload = expected.upload(exchange);
    // Of a file that cannot be told, anything may come.
    if (upload?.verdict === "open" || (upload?.verdict === "bad" && isSuccess(exchange))) known.clear();
    if (upload?.verdict === "good") known.set(upload.thumbprint, validityOf({ ...upload }));
    return certificateListsIn(exchange).flatMap(({ pointer, list }) => judge(exchange, pointer, list, known));
  });
}

function judge(exchange: Exchange, at: string, list: readonly Json[], known: Known): ChangedThumbprint[] {
  const shown = new Set(list.map(({ thumbprint }) => thumbprint));
  return list.flatMap((entry, index) => {
    const { thumbprint: actual } = entry;
    if (typeof actual !== "string") return [];
    const pointer = `${at}/${index}`;
    if (known.has(actual)) return [{ exchange, pointer, expected: actual, actual }];
    const validity = validityOf(entry);
    const missing = [...known].filter(([thumbprint, it]) => it === validity && !shown.has(thumbprint));
    const [found] = missing.map(([thumbprint]) => thumbprint);
    if (found !== undefined) return [{ exchange, pointer, expected: found, actual }];
    known.set(actual, validity);
    return [];
  });
}

const validityOf = ({ notBefore, notAfter }: Json): string => `${String(notBefore)}-${String(notAfter)}`;
