/** What a PFX is wrapped in on its way: text encodings and a request body, read through and named. */
import type { FileKind } from "./file-kind.js";
import { sniff } from "./sniff.js";

/** One wrapping, as it was found. */
export type Layer =
  /** A byte order mark before text. */
  | { readonly kind: "byte-order-mark"; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  /** Quotes around the text, as a shell or a copied JSON string leaves them. */
  | { readonly kind: "quotes" }
  /** A JSON object with `pkcs12Value`: the body of uploadClientCertificate. */
  | { readonly kind: "request-body"; readonly password: "absent" | "null" | "string" | "other" }
  | { readonly kind: "base64"; readonly alphabet: "base64" | "base64url"; readonly lineBreaks: number }
  | { readonly kind: "hex" }
  | { readonly kind: "data-url" }
  | { readonly kind: "pem"; readonly label: string };

/** A file without its wrappings. */
export interface Unwrapped {
  /** What is inside; the file itself where nothing is around it. */
  readonly bytes: Uint8Array;
  readonly kind: FileKind;
  /** Outermost first. */
  readonly layers: readonly Layer[];
  /** The password of a request body, as it is there: secret. */
  readonly password: string | undefined;
}

/** Takes off what is around a file; of a file that is no PFX inside, the kind tells what it is. */
export function unwrap(bytes: Uint8Array): Unwrapped {
  return { bytes, kind: sniff(bytes), layers: [], password: undefined };
}
