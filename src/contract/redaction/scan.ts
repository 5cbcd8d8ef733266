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

/** Looks through one text after the other for the same secrets. */
export interface Scanner {
  /** What every text from now on must not hold; the same once more changes nothing. */
  readonly add: (secret: string) => void;
  /** As {@link scanForSecrets}. */
  readonly scan: (text: string) => readonly Leak[];
}

/** A scanner that knows no secret: how each can be written is worked out once, however many texts there are. */
export function createScanner(): Scanner {
  const search = createSearch<"known">();
  const known = new Set<string>();
  return {
    add: (secret) => {
      if (known.has(secret)) return;
      known.add(secret);
      search.add(secret, "known");
    },
    scan: (text) => {
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
    },
  };
}

/**
 * Finds bearer tokens and JWTs, PFX files and private keys (PKCS#8, PKCS#1, SEC1; PEM, or DER in base64, base64url or
 * hexadecimal), and known secrets in any encoding that {@link createRedactor} replaces. Certificates, GUIDs and digests
 * are none. Known secrets that a redactor does not look for either (short ones, the wire's own words) are passed over.
 * @param text - a file as it is written: JSON, NDJSON, XML, HTML, a log
 */
export function scanForSecrets(text: string, known: readonly string[] = []): readonly Leak[] {
  const scanner = createScanner();
  for (const secret of known) scanner.add(secret);
  return scanner.scan(text);
}
