/** Lines of text for a terminal: width, wrapping, labels. */
import { escapeUnprintable } from "../../x509/name.js";

/** Takes two columns: East Asian wide and fullwidth characters (UAX 11, roughly), and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** Takes none: combining marks. */
const MARK = /\p{M}/u;

/** Longer values say nothing to people, and a file may hold megabytes of them. */
const MAX_CHARACTERS = 1000;

/** The first half of a character outside the BMP whose second half was cut off. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** Most text is; it takes a column for each character. */
const PLAIN = /^[ -~]*$/;

/** Columns that printable text takes on a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (MARK.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Text that came from a file or a caller, made fit for a terminal: escaped, and cut where it is very long. */
export function printable(text: string): string {
  if (text.length <= MAX_CHARACTERS) return escapeUnprintable(text);
  const head = text.slice(0, MAX_CHARACTERS).replace(HALF_PAIR, "");
  return `${escapeUnprintable(head)}… (cut: ${text.length} characters in all)`;
}

/**
 * Breaks printable text at spaces and behind commas. What has neither stays whole, even if it is too long: a thumbprint
 * or an address that was broken could not be copied.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of text.split(/(?<=[ ,])/)) {
    if (line !== "" && used + displayWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    line += piece;
    used += displayWidth(piece);
  }
  return [...lines, line.trimEnd()];
}

/** A label and a text beside it, the text's further lines below its first. Both are made printable here. */
export function field(label: string, text: string, layout: FieldLayout): string {
  const { indent, labelWidth, width, paintLabel = plain, paintText = plain } = layout;
  const left = " ".repeat(indent + labelWidth + 2);
  const name = printable(label);
  const padding = " ".repeat(Math.max(0, labelWidth - displayWidth(name)));
  const lines = wrap(printable(text), Math.max(width - left.length, 1));
  const head = `${" ".repeat(indent)}${paintLabel(name)}${padding}  `;
  return lines.map((line, index) => `${index === 0 ? head : left}${paintText(line)}`.trimEnd()).join("\n");
}

/** Where {@link field} puts what. */
export interface FieldLayout {
  /** Columns before the label. */
  readonly indent: number;
  /** Columns of the label; two more follow before the text. */
  readonly labelWidth: number;
  readonly width: number;
  readonly paintLabel?: (text: string) => string;
  readonly paintText?: (text: string) => string;
}

function plain(text: string): string {
  return text;
}
