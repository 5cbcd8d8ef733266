/** What is secret, as far as it has been seen: each value once, under a name that says nothing but that it is the same. */
import { createSearch } from "./search.js";

/** Secrets with their pseudonyms. */
export interface SecretBook {
  /**
   * The pseudonym of a value: `[password 1]`; of one with fewer than six characters `[password 1, short]`, since rules look
   * for no such one in other text. The same value has the same pseudonym, whatever it is called the second time.
   * @param isPublic - the value is replaced where it stands and is looked for nowhere else
   */
  readonly pseudonym: (value: string, name: string, isPublic?: boolean) => string;
  /** The text with all that was learnt replaced. @param write - how a pseudonym is written there; default: as it is */
  readonly replace: (text: string, write?: (pseudonym: string) => string) => string;
}

/** What is short for the rules. */
const SHORT_CHARACTERS = 6;
const PSEUDONYM = /^(?:\[[\w .-]+ \d+(?:, short)?\]|\[redacted\]|\[[a-z][\w ]?|<\w+>)$/i;

/** Whether a text is what this room writes, or a blank of a curl line, so that nothing is redacted twice. */
export function isPseudonym(text: string): boolean {
  return PSEUDONYM.test(text);
}

/** A book without a secret. */
export function createSecretBook(): SecretBook {
  const pseudonyms = new Map<string, string>();
  const counts = new Map<string, number>();
  const searched = new Set<string>();
  const search = createSearch<string>();
  /** Forms are worked out when a text is looked at: most secrets of a run never meet one. */
  let pending: [string, string][] = [];

  const pseudonym: SecretBook["pseudonym"] = (value, name, isPublic = false) => {
    let found = pseudonyms.get(value);
    if (found === undefined) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      found = `[${name} ${count}${value.length < SHORT_CHARACTERS ? ", short" : ""}]`;
      pseudonyms.set(value, found);
    }
    if (!isPublic && !searched.has(value)) {
      searched.add(value);
      pending.push([value, found]);
    }
    return found;
  };
  const replace: SecretBook["replace"] = (text, write = (it) => it) => {
    for (const [value, found] of pending) search.add(value, found);
    pending = [];
    const spans = search.find(text);
    if (spans.length === 0) return text;
    let at = 0;
    const parts = spans.map(({ start, end, value }) => {
      const part = text.slice(at, start) + write(value);
      at = end;
      return part;
    });
    return parts.join("") + text.slice(at);
  };
  return { pseudonym, replace };
}
