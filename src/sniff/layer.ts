/** Wrappings: what a PFX has around it on its way. */

/** What a member of a request body holds; a member is only taken by its exact name, or else by one of another case. */
export type MemberState = "absent" | "null" | "string" | "other";

/** One wrapping, as it was found. */
export type Layer =
  /** A byte order mark, before text or even before binary. */
  | { readonly kind: "byte-order-mark"; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  /** Quotes around the text, as a shell or a copied JSON string leaves them. */
  | { readonly kind: "quotes" }
  /** A JSON object with `pkcs12Value` or `password`: the body of uploadClientCertificate. */
  | RequestBodyLayer
  | Base64Layer
  /** Pairs of digits, with or without separators. */
  | { readonly kind: "hex" }
  /** A data: URL in base64 (RFC 2397); the base64 is no layer of its own. */
  | { readonly kind: "data-url" }
  /** One PEM block (RFC 7468), whatever is around it; the base64 is no layer of its own. */
  | { readonly kind: "pem"; readonly label: string };

/** The body of uploadClientCertificate; what is in its `pkcs12Value` comes next. */
export interface RequestBodyLayer {
  readonly kind: "request-body";
  readonly pkcs12Value: MemberState;
  readonly password: MemberState;
  /** Names of members that were read although their case is another one, as they stand there. */
  readonly misspelt: readonly string[];
}

/** Base64 text (RFC 4648). */
export interface Base64Layer {
  readonly kind: "base64";
  /** `base64` where no symbol tells them apart. */
  readonly alphabet: "base64" | "base64url";
  /** False where `=` is missing at the end. */
  readonly isPadded: boolean;
  /** Line breaks within; one at the end does not count. */
  readonly lineBreaks: number;
}

/** What is left when one wrapping is taken off. */
export interface Peeled {
  readonly layer: Layer;
  /** `undefined` where there is nothing inside: a request body without a string in `pkcs12Value`. */
  readonly bytes: Uint8Array | undefined;
  /** Of a request body, as it is there: secret. */
  readonly password?: string | undefined;
}

/** The layers of a file, outermost first, divided at its request body. */
export interface DividedLayers {
  /** Absent where the file is no request body. */
  readonly body: RequestBodyLayer | undefined;
  /** Around the body; around the PFX where there is no body. */
  readonly outside: readonly Layer[];
  /** Around the PFX within `pkcs12Value`. */
  readonly inside: readonly Layer[];
}

/** Divides the layers at the request body: what is right outside may be wrong inside. */
export function divideAtBody(layers: readonly Layer[]): DividedLayers {
  const at = layers.findIndex(({ kind }) => kind === "request-body");
  const body = layers[at];
  if (body?.kind !== "request-body") return { body: undefined, outside: layers, inside: [] };
  return { body, outside: layers.slice(0, at), inside: layers.slice(at + 1) };
}
