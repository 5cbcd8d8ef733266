/** Finds thousands of texts in one pass: the place of each is looked up by its first characters. */

import type { Form } from "./forms.js";
import { formsOf } from "./forms.js";
import { isWireWord } from "./secret-names.js";

/** Where something was found. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What has been put in, and where it occurs. */
export interface Search<T> {
  /** Does nothing for a secret that cannot be looked for: see {@link isSearchable}. */
  readonly add: (secret: string, value: T) => void;
  /** From left to right, none inside another; the longest where several begin at one place. */
  readonly find: (text: string) => readonly (Span & { readonly value: T })[];
}

const KEY_CHARACTERS = 4;
const LEAST_CHARACTERS = 4;

/** What looks like a word of digits and letters without being said by anybody: GUIDs, dates, digests. */
const FIXED =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:\d\d)?|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/gi;

/**
 * Whether a secret can be told from other text: it has four characters and more, white space apart, is no part of the
 * wire's own words, and not made of stars. Others would be found everywhere.
 */
export function isSearchable(secret: string): boolean {
  const plain = secret.trim();
  return plain.length >= LEAST_CHARACTERS && !/^\*+$/.test(plain) && !isWireWord(plain);
}

/** A search for nothing yet. */
export function createSearch<T>(): Search<T> {
  const entries = new Map<string, (Form & { readonly value: T })[]>();
  const add: Search<T>["add"] = (secret, value) => {
    if (!isSearchable(secret)) return;
    for (const form of formsOf(secret)) {
      const key = form.text.slice(0, KEY_CHARACTERS);
      if (form.text.length < KEY_CHARACTERS) continue;
      const list = entries.get(key);
      if (list === undefined) entries.set(key, [{ ...form, value }]);
      else list.push({ ...form, value });
    }
  };
  const find: Search<T>["find"] = (text) => {
    if (entries.size === 0) return [];
    const found: (Span & { readonly value: T })[] = [];
    let fixed: readonly Span[] | undefined;
    for (let start = 0; start + KEY_CHARACTERS <= text.length; start++) {
      const candidates = entries.get(text.slice(start, start + KEY_CHARACTERS));
      if (candidates === undefined) continue;
      let best: (Span & { readonly value: T }) | undefined;
      for (const form of candidates) {
        if (!text.startsWith(form.text, start)) continue;
        const end = endOf(text, start, form);
        if (best !== undefined && best.end >= end) continue;
        if (form.isWord) {
          fixed ??= spansOf(text, FIXED);
          if (!isWordAt(text, start, end) || fixed.some((it) => it.start <= start && end <= it.end)) continue;
        }
        best = { start, end, value: form.value };
      }
      if (best === undefined) continue;
      found.push(best);
      start = best.end - 1;
    }
    return found;
  };
  return { add, find };
}

const MORE = /^(?:[A-Za-z0-9+/_=.-]|%[0-9A-F]{2}|\\[/rn]|\\u002[Bb]|[\r\n](?=[A-Za-z0-9+/_=-]))*/;

function endOf(text: string, start: number, { text: form, isHead }: Form): number {
  if (!isHead) return start + form.length;
  const behind = start + form.length;
  return behind + (MORE.exec(text.slice(behind))?.[0].length ?? 0);
}

function isWordAt(text: string, start: number, end: number): boolean {
  const isInside = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  const beginsInside = start > 0 && isInside(start - 1) && isInside(start);
  return !beginsInside && !(end < text.length && isInside(end) && isInside(end - 1));
}

/** All matches of a pattern with the flag `g`. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
}
