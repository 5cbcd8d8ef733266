/** What a PFX is wrapped in on its way, text encodings and a request body: read through and named. */
import type { FileKind } from "./file-kind.js";
import type { Layer, Peeled } from "./layer.js";
import { peelBase64 } from "./layers/base64.js";
import { peelByteOrderMark } from "./layers/byte-order-mark.js";
import { peelDataUrl } from "./layers/data-url.js";
import { peelHex } from "./layers/hex.js";
import { peelPemBlock } from "./layers/pem-block.js";
import { peelQuotes } from "./layers/quotes.js";
import { peelRequestBody } from "./layers/request-body.js";
import { labelMeaning } from "./pem.js";
import { sniff } from "./sniff.js";

/** A file without its wrappings. */
export interface Unwrapped {
  /** What is inside; the file itself where nothing is around it. A view of the input where nothing was decoded. */
  readonly bytes: Uint8Array;
  /** The kind of `bytes`. */
  readonly kind: FileKind;
  /** Outermost first. */
  readonly layers: readonly Layer[];
  /** The password of a request body, as it is there: secret. */
  readonly password: string | undefined;
}

/** A PFX in base64 in quotes in a body in quotes in UTF-16 has six; nothing sensible has more than this. */
const MAX_LAYERS = 8;

/** The hexadecimal text in UTF-16 of a file of 10 MiB has 40. Beyond this nothing is decoded. */
const MAX_BYTES = 64 * 1024 * 1024;

/** In this order: digits of hexadecimal are symbols of base64 too. */
const PEELERS: readonly ((bytes: Uint8Array) => Peeled | undefined)[] = [
  peelByteOrderMark,
  peelRequestBody,
  peelQuotes,
  peelDataUrl,
  peelPemBlock,
  peelHex,
  peelBase64,
];

/** What can be a wrapping. A mark before UTF-16 or binary looks like nothing. */
const WRAPPING_KINDS: ReadonlySet<FileKind> = new Set([
  "text",
  "json",
  "pem",
  "pem-certificate",
  "pem-private-key",
  "pem-key-and-certificate",
  "unknown",
]);

/** What any text may decode to by chance: no reason to call it a wrapping. */
const VAGUE_KINDS: ReadonlySet<FileKind> = new Set(["text", "unknown", "empty"]);

const PRIVATE_KEYS: ReadonlySet<FileKind> = new Set(["pkcs8", "encrypted-pkcs8", "rsa-private-key", "ec-private-key"]);

/**
 * Takes off what is around a file: byte order mark, request body, quotes, data: URL, PEM, hexadecimal, base64, in any
 * order and up to eight of them; white space around each. A text wrapping is only taken off where something of a known
 * kind comes out, so plain text stays text; of a request body `kind` tells what is in `pkcs12Value`, and is `json` where
 * that is no string.
 *
 * Never throws. Time and memory are linear in the size of the input; one of more than 64 MiB is only sniffed.
 * @param bytes - the whole file, of any kind; not modified
 */
export function unwrap(bytes: Uint8Array): Unwrapped {
  return unwrapLayers(bytes, bytes.length > MAX_BYTES ? 0 : MAX_LAYERS);
}

function unwrapLayers(bytes: Uint8Array, depth: number): Unwrapped {
  const kind = sniff(bytes);
  if (depth > 0 && WRAPPING_KINDS.has(kind)) {
    for (const peel of PEELERS) {
      const peeled = peel(bytes);
      if (peeled === undefined) continue;
      const { layer, password } = peeled;
      if (peeled.bytes === undefined) return { bytes, kind, layers: [layer], password };
      const inner = unwrapLayers(peeled.bytes, depth - 1);
      if (!isWrapping(layer, inner.kind)) continue;
      return { ...inner, layers: [layer, ...inner.layers], password: password ?? inner.password };
    }
  }
  return { bytes, kind, layers: [], password: undefined };
}

/** Whether what came out shows that the layer was meant as one. */
function isWrapping(layer: Layer, inner: FileKind): boolean {
  if (layer.kind === "request-body") return true;
  if (layer.kind === "byte-order-mark") return inner !== "unknown";
  if (layer.kind === "pem" && isContentOf(inner, layer.label)) return false;
  return !VAGUE_KINDS.has(inner);
}

/** Whether a block holds what its label says: then the text is PEM, and no wrapping of something else. */
function isContentOf(kind: FileKind, label: string): boolean {
  const meaning = labelMeaning(label);
  return (
    (meaning === "certificate" && kind === "certificate") ||
    (meaning === "private-key" && PRIVATE_KEYS.has(kind)) ||
    meaning === "openssh-key"
  );
}
