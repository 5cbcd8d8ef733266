/** Arbitrary wrappings around a file, one in another, as users, shells and programs make them. */
import fc from "fast-check";
import { join } from "../setup/der.js";
import type { Bytes } from "../unit/sniff/wrap.js";
import {
  base64,
  base64url,
  dataUrl,
  hexText,
  jsonString,
  pemBlock,
  quoted,
  requestBody,
  utf8,
  utf16,
  withMark,
} from "../unit/sniff/wrap.js";

/** One wrapping: the layer that it makes, and what it can be put around. */
interface Wrapping {
  readonly layer: string;
  readonly needs: "bytes" | "text";
  readonly makes: "bytes" | "text";
  readonly wrap: (content: Bytes) => Bytes;
}

/** A stack of wrappings. */
export interface Wrapped {
  /** Outermost first. */
  readonly layers: readonly string[];
  readonly wrap: (content: Bytes) => Bytes;
}

const around = fc.constantFrom("", "\n", "\r\n", " \t", "\n\n");

/** White space before and behind a text. */
const padded = (wrapping: Wrapping): fc.Arbitrary<Wrapping> =>
  fc.tuple(around, around).map(([before, behind]) => ({
    ...wrapping,
    wrap: (content) => join(utf8(before), wrapping.wrap(content), utf8(behind)),
  }));

const text = (layer: string, needs: "bytes" | "text", wrap: Wrapping["wrap"]): fc.Arbitrary<Wrapping> =>
  padded({ layer, needs, makes: "text", wrap });

const wrapping: fc.Arbitrary<Wrapping> = fc.oneof(
  fc
    .constantFrom("", "\n", "\r\n", "\r", " ")
    .chain((lineBreak) => text("base64", "bytes", (content) => base64(content, lineBreak))),
  fc.boolean().chain((isPadded) => text("base64", "bytes", (content) => base64url(content, isPadded))),
  fc.constantFrom("", ":", "-", "\n").chain((separator) => text("hex", "bytes", (it) => hexText(it, separator))),
  fc
    .constantFrom("PKCS12", "PFX", "CERTIFICATE", "PRIVATE KEY", "ANYTHING AT ALL")
    .chain((label) => text("pem", "bytes", (content) => pemBlock(content, label))),
  text("data-url", "bytes", (content) => dataUrl(content)),
  fc.constantFrom<('"' | "'")[]>('"', "'").chain((quote) => text("quotes", "text", (it) => quoted(it, quote))),
  text("quotes", "text", jsonString),
  fc
    .string({ unit: "binary" })
    .chain((password) => text("request-body", "text", (content) => requestBody(content, { password }))),
  fc.constant<Wrapping>({ layer: "byte-order-mark", needs: "bytes", makes: "bytes", wrap: withMark }),
  fc.constantFrom("le" as const, "be" as const).map<Wrapping>((order) => ({
    layer: "byte-order-mark",
    needs: "text",
    makes: "bytes",
    wrap: (content) => utf16(content, order),
  })),
);

/**
 * Up to five wrappings that fit into one another: no text is made of bytes that are none. A JSON string in simple quotes of
 * the same sort would be ambiguous, so quotes are put around other texts only.
 */
export const wrapped: fc.Arbitrary<Wrapped> = fc.array(wrapping, { maxLength: 5 }).map((wrappings) => {
  const fitting: Wrapping[] = [];
  for (const next of wrappings) {
    const last = fitting.at(-1);
    if (next.needs === "text" && last?.makes !== "text") continue;
    if (next.layer === "quotes" && (last?.layer === "quotes" || last?.layer === "request-body")) continue;
    fitting.push(next);
  }
  const layers = fitting.map(({ layer }) => layer).reverse();
  return {
    layers,
    wrap: (content) => fitting.reduce((bytes, { wrap }) => wrap(bytes), content),
    [fc.toStringMethod]: () => layers.join(" > ") || "nothing",
  };
});
