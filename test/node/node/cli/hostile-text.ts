/** Texts that try to break out of a format or to reach a terminal, and what must not be left of them. */
import fc from "fast-check";

/** What a terminal may act on, or shows in a misleading way; line feeds apart. */
export const RAW = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Pieces that mean something in XML, JSON, SARIF messages, addresses or on a terminal. */
const PIECES = [
  "\u001b[2J",
  "\u001b]0;title\u0007",
  "\u009b31m",
  "\u0000",
  "\r\n",
  "\n",
  "\t",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\u2028",
  "\ud800",
  "\udc00",
  "\ufffe",
  "\uffff",
  "]]>",
  "]]>]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "<x y='z'>",
  "</testcase>",
  "&amp;",
  "&#x1b;",
  "&lol;",
  '"',
  "'",
  "\\",
  "{0}",
  "}",
  "[text](https://example.com)",
  "%00",
  "../",
  "C:\\",
  "file://",
  "#",
  "?",
  "|",
  "__proto__",
  "🔑",
  "κ",
];

/** Any string of UTF-16 code units, with such pieces in it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 8 })
  .map((pieces) => pieces.join(""));
