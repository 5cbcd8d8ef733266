/** What of a request nobody else may see. */
import type { Json, SentRequest } from "../exchange.js";

/** Shorter ones occur by chance; redaction says of what it puts in their place that they were. */
const LEAST_CHARACTERS = 6;
const SHORT = /^\[\w+ \d+, short\]$/;

/**
 * Secret texts by the member that holds them: passwords, PFX files, private keys, proofs. One that stands elsewhere in the
 * request too is none: whoever calls a connector by its password has told it.
 */
export function secretsIn({ json, url }: SentRequest): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const told: string[] = [decoded(url)];
  const visit = (value: unknown): void => {
    if (typeof value === "string") told.push(value);
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === "string" && isSecret(name, value as Json)) {
        if (member.length >= LEAST_CHARACTERS && !SHORT.test(member)) found.set(member, name);
      } else visit(member);
    }
  };
  visit(json);
  for (const secret of found.keys()) if (told.some((text) => text.includes(secret))) found.delete(secret);
  return found;
}

function isSecret(name: string, { usage }: Json): boolean {
  return /^(?:password|secretText|pkcs12Value|proof)$/i.test(name) || (name === "key" && usage === "Sign");
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
