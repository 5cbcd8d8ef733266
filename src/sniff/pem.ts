/** Textual encodings (RFC 7468) and their older relatives, with whatever text is around the blocks. */
import { hasAsciiAt, indexOfAscii, toCharacters } from "../bytes/ascii.js";
import type { FileKind } from "./file-kind.js";

/** One block. */
export interface PemBlock {
  /** Printable ASCII, as it stands after BEGIN. */
  readonly label: string;
  /** What is between the two lines; to the end of the text where the last one is missing. */
  readonly content: Uint8Array;
}

const BEGIN = "-----BEGIN ";
const END = "-----END ";
const DASHES = "-----";
const LABEL_BYTES = 64;
/** Labels that are listed. */
const LABELS = 20;
/** A trust store has hundreds; what stands behind so many is not looked at. */
const MAX_BLOCKS = 10_000;

/** The blocks in order, each found only when it is asked for. */
export function* findPemBlocks(text: Uint8Array): Generator<PemBlock, void, undefined> {
  let at = indexOfAscii(text, BEGIN, 0);
  for (let count = 0; at !== -1 && count < MAX_BLOCKS; count++) {
    const labelStart = at + BEGIN.length;
    const head = toCharacters(text.subarray(labelStart, labelStart + LABEL_BYTES + DASHES.length));
    const label = /^([ -~]*?)-----/.exec(head)?.[1];
    if (label === undefined) {
      at = indexOfAscii(text, BEGIN, labelStart);
      continue;
    }
    const contentStart = labelStart + label.length + DASHES.length;
    const next = indexOfAscii(text, DASHES, contentStart);
    const isEnded = next !== -1 && hasAsciiAt(text, next, END);
    yield { label, content: text.subarray(contentStart, next === -1 ? text.length : next) };
    at = next === -1 ? -1 : indexOfAscii(text, BEGIN, isEnded ? next + END.length : next);
  }
}

/** The first labels of a text, each once. */
export function readPemLabels(text: Uint8Array): readonly string[] {
  const labels = new Set<string>();
  for (const { label } of findPemBlocks(text)) {
    labels.add(label);
    if (labels.size === LABELS) break;
  }
  return [...labels];
}

/** What a label says of its block; parameters stand beside a key and say nothing of their own. */
export function labelMeaning(label: string): "certificate" | "private-key" | "openssh-key" | "parameters" | "other" {
  if (label === "OPENSSH PRIVATE KEY") return "openssh-key";
  if (/^(?:|.* )PRIVATE KEY$/.test(label)) return "private-key";
  if (/^(?:|X509 |TRUSTED )CERTIFICATE$/.test(label)) return "certificate";
  return / PARAMETERS$/.test(label) ? "parameters" : "other";
}

/** The kind of a text by all its labels; `undefined` for a text without a block. */
export function pemKind(text: Uint8Array): FileKind | undefined {
  const labels = readPemLabels(text);
  if (labels.length === 0) return undefined;
  const meanings = new Set(labels.map(labelMeaning));
  if (meanings.size > 1) meanings.delete("parameters");
  const isCertificate = meanings.has("certificate");
  const isKey = meanings.has("private-key");
  if (isCertificate && isKey) return "pem-key-and-certificate";
  const [only] = meanings;
  if (meanings.size > 1 || only === "parameters" || only === "other" || only === undefined) return "pem";
  return only === "openssh-key" ? only : `pem-${only}`;
}
