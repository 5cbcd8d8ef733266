/** Text for XML 1.0, which has no way at all to write some characters (section 2.2). */
import { escapeUnprintable } from "../../x509/name.js";

/** Not characters of XML, though of Unicode; all others that XML lacks are unprintable. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/**
 * One line of text that any XML parser takes and any terminal may show: what is unprintable is written as `\XX` octets.
 * It can stand in attributes, where markup has to be escaped as always, and in CDATA sections, which nothing in it ends:
 * xmlbuilder escapes only the first `]]>` of a text.
 */
export function toXmlText(text: string): string {
  return escapeUnprintable(text)
    .replace(NO_CHARACTERS, (character) => (character === "\ufffe" ? "\\EF\\BF\\BE" : "\\EF\\BF\\BF"))
    .replaceAll("]]>", "]]\\3E");
}
