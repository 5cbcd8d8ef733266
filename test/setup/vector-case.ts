/**
 * The shape of a vector as the runner hands it to tests: one manifest entry with the bytes of its file.
 * Types only, so that tests in a browser can import it.
 */

/**
 * One entry of a vector manifest. `test/vectors/manifest.json` and the shared folder's manifest have this same shape;
 * further fields (`origin`, `sha256`, `oracle`, `note`) are documented in the README beside each manifest.
 */
export interface VectorEntry {
  /** Path of the file below the manifest's folder. */
  readonly file: string;
  readonly source: string;
  /** `null`: the file was made without a password (either form of empty may be right). */
  readonly password: string | null;
  readonly expect: string;
  /** Hex, any case; `null` where the file has no certificate. */
  readonly leafThumbprintSha1: string | null;
  readonly leafThumbprintsSha1?: readonly string[];
  readonly note?: string;
  readonly oracle?: VectorOracle;
}

/** What an independent decoder found in the file. */
export interface VectorOracle {
  readonly status: string;
  readonly certs?: number;
  readonly keys?: number;
  readonly keyTypes?: readonly string[];
  readonly thumbs?: readonly string[];
  readonly [field: string]: unknown;
}

/** A vector ready to run: which set it belongs to, its entry and its whole file as standard base64. */
export interface VectorCase {
  /** `own`: committed in `test/vectors/pkcs12`; `shared`: `../shared/vectors` beside the checkout. */
  readonly set: "own" | "shared";
  readonly entry: VectorEntry;
  readonly base64: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** All vectors found on this machine; empty sets are announced by the runner. */
    vectors: readonly VectorCase[];
  }
}
