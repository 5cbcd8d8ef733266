/**
 * The shape of a vector as tests receive it: one manifest entry with the bytes of its file.
 * Types only, so that tests in a browser can import it.
 */

/** A refusal: the code of `src/errors.ts`, and where they are given the place in the file and the OID refused. */
export interface ExpectedFailure {
  readonly code: string;
  readonly at?: string;
  readonly oid?: string;
}

/** One entry of `test/vectors/manifest.json`; its JSON Schema lies beside it. */
export interface OwnVectorEntry {
  readonly id: string;
  /** Below `test/vectors/pkcs12`. Several scenarios may share a file. */
  readonly file: string;
  /** `null`: made without a password. */
  readonly password: string | null;
  readonly maker: string;
  readonly verifiedBy: string;
  readonly expect: "ok" | ExpectedFailure;
  /** In file order; instants as ISO 8601, thumbprints SHA-1 in upper-case hex. */
  readonly certificates: readonly {
    readonly thumbprint: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly hasPrivateKey: boolean;
  }[];
  readonly keys: number;
  readonly leafThumbprint: string | null;
  readonly features: readonly string[];
}

/** One entry of `../shared/vectors/manifest.json`, described in the README beside it. */
export interface SharedVectorEntry {
  /** Below `../shared/vectors`. */
  readonly file: string;
  readonly source: string;
  /** `null`: made without one; either form of empty may be right. */
  readonly password: string | null;
  readonly expect: string;
  /** SHA-1 in hex; the certificate whose private key is in the file, or else the first one. */
  readonly leafThumbprintSha1: string | null;
  readonly leafThumbprintsSha1?: readonly string[];
  readonly note?: string;
  readonly oracle: {
    readonly status: string;
    readonly certs?: number;
    readonly keys?: number;
    readonly keyTypes?: readonly string[];
    readonly thumbs?: readonly string[];
    readonly [field: string]: unknown;
  };
}

/** A vector ready to run: its entry and its whole file as standard base64. */
export type VectorCase =
  | { readonly set: "own"; readonly entry: OwnVectorEntry; readonly base64: string }
  | { readonly set: "shared"; readonly entry: SharedVectorEntry; readonly base64: string };

declare module "vitest" {
  interface ProvidedContext {
    /** All vectors found on this machine; a set that is not there is empty. */
    vectors: readonly VectorCase[];
    /** The runner leaves out vectors that ask for more iterations than this. */
    iterations: number;
    /** Seed of the property tests. */
    propertySeed: number;
    /** How many times the usual number of runs a property test makes. */
    propertyFactor: number;
  }
}
