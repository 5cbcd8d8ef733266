/** The shapes that the makers share: what a recipe promises, what a reader finds, what the manifest says. */
import type { Workshop } from "./workshop.js";

/** An expected failure: the code of `src/errors.ts`, the place in the file, the OID where an algorithm is refused. */
export interface Failure {
  readonly code: string;
  readonly at?: string;
  readonly oid?: string;
}

/** What one recipe puts into its file, in terms of identity names; the manifest entry is worked out from it. */
export interface Recipe {
  /** Name of the scenario and, unless `sameFileAs` is given, of the file. */
  readonly id: string;
  /** `null`: made without one. */
  readonly password: string | null;
  /** The tool that writes the file. */
  readonly maker: string;
  /** The independent tool that must find the same in it. */
  readonly reader: ReaderName;
  /** Further scenarios on the file of another recipe, such as a wrong password. */
  readonly sameFileAs?: string;
  readonly expect?: Failure;
  /** Certificates in file order, as PEM or DER. Empty where nothing can be read. */
  readonly certificates: (workshop: Workshop) => readonly CertificateSource[];
  readonly keys: number;
  /** Place in `certificates` of the one that leads; default: the first that has its key. */
  readonly leaf?: number;
  readonly features: readonly string[];
  /** Writes the file to the path. */
  make(workshop: Workshop, path: string): void;
}

/** A certificate by its source, and whether the file has the private key that belongs to it. */
export interface CertificateSource {
  readonly der: Uint8Array;
  readonly hasPrivateKey: boolean;
}

export type ReaderName = "openssl" | "gnutls" | "nss" | "keytool" | "pyca" | "bouncycastle" | "none";

/** What an independent tool finds: SHA-1 thumbprints (upper-case hex) in file order where it keeps it, number of keys. */
export interface Reading {
  readonly thumbprints: readonly string[];
  readonly inFileOrder: boolean;
  readonly keys: number;
}

/** `read` throws where the tool refuses the file. */
export interface Reader {
  readonly name: ReaderName;
  version(workshop: Workshop): string;
  read(workshop: Workshop, path: string, password: string | null): Reading;
}

/** One entry of `test/vectors/manifest.json`; `test/vectors/schema.json` is its JSON Schema. */
export interface ManifestEntry {
  readonly id: string;
  readonly file: string;
  readonly password: string | null;
  readonly maker: string;
  readonly verifiedBy: string;
  readonly expect: "ok" | Failure;
  readonly certificates: readonly ManifestCertificate[];
  readonly keys: number;
  readonly leafThumbprint: string | null;
  readonly features: readonly string[];
}

export interface ManifestCertificate {
  readonly thumbprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly hasPrivateKey: boolean;
}
