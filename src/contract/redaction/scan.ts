/** Looks for secrets in what has been written: the proof that redaction has left none. */

import type { MaterialKind } from "./key-material.js";
import { findMaterial } from "./key-material.js";
import { createSearch } from "./search.js";

/** One secret that was found; what it says is not told. */
export interface Leak {
  /** `known`: one of those that were given. */
  readonly kind: MaterialKind | "known";
  /** `line 3, column 17`, both from 1. */
  readonly at: string;
}

/**
 * Finds bearer tokens and JWTs, PFX files and private keys (PKCS#8, PKCS#1, SEC1; PEM, or DER in base64, base64url or
 * hexadecimal), and known secrets in any encoding that {@link createRedactor} replaces. Certificates, GUIDs and digests
 * are none. Known secrets that a redactor does not look for either (short ones, the wire's own words) are passed over.
 * @param text - a file as it is written: JSON, NDJSON, XML, HTML, a log
 */
export function scanForSecrets(text: string, known: readonly string[] = []): readonly Leak[] {
  const search = createSearch<"known">();
  for (const secret of new Set(known)) search.add(secret, "known");
  const found = [
    ...findMaterial(text),
    ...search.find(text).map(({ start, end, value }) => ({ start, end, kind: value })),
  ].sort((one, other) => one.start - other.start);
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let line = 0;
  return found.map(({ kind, start }) => {
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= start) line += 1;
    return { kind, at: `line ${line + 1}, column ${start - (lineStarts[line] ?? 0) + 1}` };
  });
}
