/** How a file is protected, whether it could be opened or not: what the rules on its container weigh. */
import type { OpenedFile } from "../credential/opened-file.js";
import type { EncryptionDescription, MacDescription } from "../pkcs12/description.js";

/** The MAC and the encryptions of a file, as far as they can be seen. */
export interface Protection {
  readonly mac: MacDescription | undefined;
  /** In file order. */
  readonly encryptions: readonly EncryptionDescription[];
}

/** One derivation of a key with its iteration count. */
export interface Derivation {
  readonly at: string;
  readonly iterations: number;
}

/** `undefined` where the file is no PFX that can be read. What lies inside encrypted contents is seen in an opened file only. */
export function protectionOf({ pkcs12, inspection }: OpenedFile): Protection | undefined {
  return pkcs12 ?? inspection;
}

/** The derivations that count iterations, the MAC's first; those by scrypt and by unknown functions do not. */
export function derivationsOf({ mac, encryptions }: Protection): readonly Derivation[] {
  const described = mac === undefined ? encryptions : [mac, ...encryptions];
  return described.flatMap(({ at, iterations }) => (iterations === null ? [] : [{ at, iterations }]));
}

/** Names the first place and counts the others, so that a file with a hundred parts has one sentence, not a hundred. */
export function namePlaces([first, ...others]: readonly { readonly at: string }[]): string {
  if (first === undefined) return "";
  if (others.length === 0) return first.at;
  return `${first.at} and ${others.length} other ${others.length === 1 ? "part" : "parts"}`;
}
