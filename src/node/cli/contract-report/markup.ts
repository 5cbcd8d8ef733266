/** HTML from templates in which everything is text unless it was made by one (HTML Living Standard section 13.1). */
import { escapeUnprintable } from "../../../x509/name.js";

/** Made by {@link html} alone: no value of a result can pretend to be one. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** For {@link html} and style sheets that are written here. */
  static ofTrusted(text: string): Markup {
    return new Markup(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template; `false` and `undefined` are nothing. */
export type Part = string | number | Markup | false | undefined | readonly Part[];

/** Text and attribute values alike are escaped; an attribute's value has to stand between double quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return Markup.ofTrusted(texts.reduce((sum, text, index) => sum + toHtml(parts[index - 1]) + text));
}

function toHtml(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "object") return part.map(toHtml).join("");
  return escapeHtml(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Line ends stay; what would turn or hide text does not. */
function escapeHtml(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeUnprintable(line).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ""))
    .join("\n");
}
