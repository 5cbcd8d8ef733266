/** The shapes that an opened file is handed on in. */

import type { ToolkitError } from "../errors.js";
import type { Pkcs12Inspection } from "../pkcs12/inspect.js";
import type { Pkcs12 } from "../pkcs12/parse.js";
import type { Unreadable } from "../pkcs12/structure.js";
import type { FileKind } from "../sniff/file-kind.js";
import type { Layer } from "../sniff/layer.js";
import type { Certificate } from "../x509/certificate.js";

/** One certificate of a file. */
export interface OpenedCertificate {
  readonly at: string;
  /** The certificate alone, without octets that follow it in its bag. */
  readonly der: Uint8Array;
  /** SHA-1 over the DER, 40 upper-case hex digits: the thumbprint that Graph shows. */
  readonly thumbprint: string;
  /** SHA-256 over the DER, 64 upper-case hex digits. */
  readonly thumbprintSha256: string;
  /** Absent where the octets are no certificate that can be read; it is listed all the same. */
  readonly certificate: Certificate | undefined;
  readonly friendlyName: string | undefined;
  readonly localKeyId: Uint8Array | undefined;
}

/** A certificate whose fields could be read. */
export interface ReadableCertificate extends OpenedCertificate {
  readonly certificate: Certificate;
}

/** One private key of a file. */
export interface OpenedKey {
  readonly at: string;
  /** As the certificate would name it, such as `RSA` or `EC P-256`; the OID of an unknown one. */
  readonly algorithm: string;
  readonly bits: number | undefined;
  /** PrivateKeyInfo (PKCS#8): secret. */
  readonly pkcs8: Uint8Array;
  readonly friendlyName: string | undefined;
  readonly localKeyId: Uint8Array | undefined;
  /** False for an algorithm whose public key nobody here can compute: then localKeyId alone pairs it. */
  readonly isComputed: boolean;
  /** True where a public key is stated beside the private values and is not the one that they compute to. */
  readonly statesOtherPublicKey: boolean;
  /** The certificates whose public key this is, in file order; the first hundred of them. */
  readonly certificates: readonly ReadableCertificate[];
}

/** A private key with its certificate. */
export interface Credential {
  readonly certificate: ReadableCertificate;
  readonly privateKey: OpenedKey;
  /** The certificates that lead from this one upwards, as far as the file holds them. */
  readonly chain: readonly ReadableCertificate[];
  readonly friendlyName: string | undefined;
}

/** Everything that could be learnt of a file. */
export interface OpenedFile {
  readonly kind: FileKind;
  /** What was taken off the file before it was opened, outermost first. */
  readonly layers: readonly Layer[];
  /** What was opened: the file without its layers. */
  readonly bytes: Uint8Array;
  /** True where the empty password was tried: none was given, or that one. */
  readonly isPasswordEmpty: boolean;
  /** What the password that was tried is made of: ASCII alone, the basic multilingual plane, or all of Unicode. */
  readonly passwordCharacters: "ascii" | "bmp" | "unicode";
  /** Why the file could not be opened at all. What lies open in it is listed all the same, unauthenticated. */
  readonly failure: ToolkitError | undefined;
  /** What the file says of itself without a password; absent where it is no PFX that can be read. */
  readonly inspection: Pkcs12Inspection | undefined;
  /** Absent with `failure`. */
  readonly pkcs12: Pkcs12 | undefined;
  /** In file order. */
  readonly certificates: readonly OpenedCertificate[];
  /** In file order. */
  readonly keys: readonly OpenedKey[];
  /** Best first: valid at the given time, then not a CA's, then in file order. */
  readonly credentials: readonly Credential[];
  /** Parts that could not be read although the file as a whole was opened; certificates among them are listed too. */
  readonly unreadable: readonly Unreadable[];
}
