/** JSON that is safe to show on a terminal. */

/** What `JSON.stringify` leaves raw and a terminal may act on: DEL, C1 controls, format characters, separators. */
const UNPRINTABLE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The value as JSON with two spaces of indentation and a line end. Parsing it gives the same strings back. */
export function toJsonText(value: unknown): string {
  return `${escapeUnprintable(JSON.stringify(value, undefined, 2))}\n`;
}

/** The value as JSON in one line, without its end. Parsing it gives the same strings back. */
export function toJsonLine(value: unknown): string {
  return escapeUnprintable(JSON.stringify(value));
}

/** Outside strings JSON is ASCII, so what is replaced stands in strings, where a \u escape means the same. */
function escapeUnprintable(json: string): string {
  return json.replace(UNPRINTABLE, escapeUnits);
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}
