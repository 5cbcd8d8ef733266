/** The report on one file: what `graph-certkit preflight --json` prints of it. */
import type { Finding, Target } from "../findings/finding.js";
import type { ClientCertificateAuthentication } from "../graph/model.js";
import type { ReaderVerdict } from "../readers/reader.js";
import type { FileKind } from "../sniff/file-kind.js";
import type { Layer } from "../sniff/layer.js";

/** How the file is built and protected. */
export interface ContainerReport {
  readonly encoding: "DER" | "BER";
  /** `null` for a file without integrity. */
  readonly mac: {
    readonly kind: "hmac" | "pbmac1";
    readonly digest: string;
    readonly iterations: number | null;
  } | null;
  /** In file order; those inside encrypted contents are there only if the file was opened. */
  readonly encryptions: readonly EncryptionReport[];
}

/** One encryption; members that an unsupported or non-iterated scheme does not have are `null`. */
export interface EncryptionReport {
  readonly at: string;
  readonly scheme: string;
  readonly cipher: string | null;
  readonly kdf: string | null;
  readonly prf: string | null;
  readonly iterations: number | null;
}

/** One certificate; only the thumbprints are known of one that cannot be read. */
export interface CertificateReport {
  /** SHA-1, 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** SHA-256, 64 upper-case hex digits. */
  readonly thumbprintSha256: string;
  /** RFC 4514. */
  readonly subject: string | null;
  readonly issuer: string | null;
  /** Upper-case hex, as OpenSSL prints it. */
  readonly serialNumber: string | null;
  /** ISO 8601 in UTC, without fraction. */
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  readonly keyAlgorithm: string | null;
  readonly keyBits: number | null;
  /** True where the file holds the private half of this certificate's public key. */
  readonly hasPrivateKey: boolean;
  readonly friendlyName: string | null;
}

/** One private key. */
export interface KeyReport {
  readonly algorithm: string;
  readonly bits: number | null;
  /** True where a certificate of the file carries its public key. */
  readonly matches: boolean;
  /** SHA-1 thumbprints of the certificates that do. */
  readonly thumbprints: readonly string[];
}

/** Everything that is said of one file. */
export interface Report {
  /** As the caller names it. */
  readonly file: string;
  readonly target: Target;
  /** `reject` as soon as one finding is an error. */
  readonly verdict: "accept" | "reject";
  readonly kind: FileKind;
  /** What was around the PFX, outermost first; read through. */
  readonly layers: readonly Layer["kind"][];
  readonly findings: readonly Finding[];
  /** `null` where the file is no PFX that can be read. */
  readonly container: ContainerReport | null;
  /** In file order. */
  readonly certificates: readonly CertificateReport[];
  /** In file order. */
  readonly keys: readonly KeyReport[];
  /**
   * What Graph will hold if it takes the file; `null` where it does not open or has no private key with its certificate, and
   * for a target that is no API connector.
   */
  readonly authenticationConfiguration: ClientCertificateAuthentication | null;
  /** Which common readers open this very file; empty where it is no PFX that can be read. */
  readonly readers: readonly ReaderVerdict[];
}
