/** Which value of a replay stands for which of the recording: ids, thumbprints, keys. One for one, or they differ. */

import type { PageTokens } from "./page-token.js";
import { createPageTokens } from "./page-token.js";

/** What has been found out so far. */
export interface Correspondence {
  /**
   * Takes two values for one another, in any case of letters where they are ids.
   * @returns false where one of them already stands for another: then two things are one on one side only
   */
  readonly pair: (recorded: string, replayed: string) => boolean;
  /** Without asking for one for one: two dates of a recording may be one in a replay. */
  readonly note: (recorded: string, replayed: string) => void;
  readonly replayedOf: (recorded: string) => string | undefined;
  readonly isReplayed: (replayed: string) => boolean;
  /** The object is no longer the same on both sides. @param id - of the recording */
  readonly lose: (id: string) => void;
  readonly isLost: (id: string | undefined) => boolean;
  /** Those of this replay. */
  readonly pageTokens: PageTokens;
  /** The text with everything in it that has a counterpart as its counterpart. */
  readonly translate: (text: string) => string;
}

export const GUID: RegExp = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;

const isGuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
const nameOf = (text: string): string => (isGuid(text) ? text.toLowerCase() : text);

/** Nothing corresponds yet. */
export function createCorrespondence(): Correspondence {
  const forward = new Map<string, string>();
  const backward = new Map<string, string>();
  const lost = new Set<string>();
  const loose = new Map<string, string>();
  const replayedOf: Correspondence["replayedOf"] = (recorded) => forward.get(nameOf(recorded));
  return {
    pageTokens: createPageTokens(),
    replayedOf,
    isReplayed: (replayed) => backward.has(nameOf(replayed)) && !lost.has(backward.get(nameOf(replayed)) ?? ""),
    lose: (id) => {
      lost.add(id.toLowerCase());
    },
    isLost: (id) => lost.has(id?.toLowerCase() ?? ""),
    note: (recorded, replayed) => {
      loose.set(recorded, replayed);
    },
    pair: (recorded, replayed) => {
      const [one, other] = [nameOf(recorded), nameOf(replayed)];
      const [known, peer] = [forward.get(one), backward.get(other)];
      if (known === undefined && peer === undefined) {
        forward.set(one, other);
        backward.set(other, one);
      }
      return (known ?? other) === other && (peer ?? one) === one;
    },
    translate: (text) =>
      replayedOf(text) ?? loose.get(text) ?? text.replaceAll(GUID, (id) => forward.get(id.toLowerCase()) ?? id),
  };
}
