/** Words of a command line that a person copies into a POSIX shell (IEEE Std 1003.1 section 2.2). */
import { escapeUnprintable } from "../../../x509/name.js";

/** Means nothing else to any shell. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** One word, quoted where that is needed; what a terminal may act on is spelt out for printf. */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  if (escapeUnprintable(word) === word) return `'${word.replaceAll("'", "'\\''")}'`;
  const octets = Array.from(new TextEncoder().encode(word), (octet) => {
    const character = String.fromCharCode(octet);
    // A dash at the beginning would make it an option of printf.
    return PLAIN.test(character) && character !== "%" && character !== "-"
      ? character
      : `\\${octet.toString(8).padStart(3, "0")}`;
  });
  return `"$(printf '${octets.join("")}')"`;
}

/** A whole command. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

/** What JSON can write in another way, and a terminal may act on. */
const ESCAPABLE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A command with JSON in it, fit for a terminal: it still sends the same. */
export function printableCommand(command: string): string {
  const escaped = command.replace(ESCAPABLE, (character) =>
    Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit))
      .map((code) => `\\u${code.toString(16).padStart(4, "0")}`)
      .join(""),
  );
  return escapeUnprintable(escaped);
}
