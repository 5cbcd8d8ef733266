/** First stage: what a PFX says of itself without its password. */

import type { Limits } from "../limits.js";
import { resolveLimits } from "../limits.js";
import type { EncryptionDescription, MacDescription } from "./description.js";
import { describeEncryption, describeMac } from "./description.js";
import type { SafeBag } from "./safe-bag.js";
import type { Structure, Unreadable } from "./structure.js";
import { readStructure, visibleEncryptions } from "./structure.js";
import type { Workload } from "./workload.js";
import { createWorkCounter } from "./workload.js";

/** Options of {@link inspectPkcs12}. */
export interface InspectPkcs12Options {
  /** Replaces single defaults of `DEFAULT_LIMITS`. Those on derivations are not applied: nothing is derived. */
  readonly limits?: Partial<Limits>;
}

/** What lies open in a PFX. */
export interface Pkcs12Inspection {
  /** `BER` as soon as one value outside the encrypted parts breaks DER's rules on lengths and strings. */
  readonly encoding: "DER" | "BER";
  /** Bytes behind the PFX. */
  readonly trailingBytes: number;
  /** Absent for a file without integrity. */
  readonly mac: MacDescription | undefined;
  /** The encryptions that can be seen; keys inside encrypted contents have more. */
  readonly encryptions: readonly EncryptionDescription[];
  /** Bags that are not inside an encrypted content, in file order; keys in them may be encrypted themselves. */
  readonly bags: readonly SafeBag[];
  /** What opening will cost, as far as it can be seen; `parsePkcs12` refuses what exceeds the limits. */
  readonly workload: Workload;
  /** Parts that no password opens. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads what can be read without a password: structure, algorithms, iteration counts, certificates that lie open
 * (RFC 7292 section 4; PBMAC1: RFC 9879). Does not check the MAC: without it nothing here is authenticated.
 * @param bytes - the whole file, DER or BER; not modified
 * @throws {MalformedError} `ERR_PKCS12_NOT_PFX`, `ERR_PKCS12_VERSION`, `ERR_PKCS12_STRUCTURE`,
 * `ERR_PKCS12_MAC_PARAMETERS`, `ERR_ASN1_TRUNCATED`, `ERR_ASN1_ENCODING`
 * @throws {UnsupportedError} `ERR_PKCS12_PUBLIC_KEY_MODE`
 * @throws {LimitError} `ERR_PKCS12_FILE_BYTES`, `ERR_PKCS12_CONTENTS`, `ERR_PKCS12_BAGS`, `ERR_PKCS12_KEYS`,
 * `ERR_ASN1_LIMIT`
 * @throws {TypeError} naming `bytes` where it is no Uint8Array
 * @throws {RangeError} naming the limit that is no number of at least 0
 */
export function inspectPkcs12(bytes: Uint8Array, options: InspectPkcs12Options = {}): Pkcs12Inspection {
  return inspectStructure(readStructure(bytes, resolveLimits(options.limits)));
}

/** The same of a file whose structure has been read already. */
export function inspectStructure(structure: Structure): Pkcs12Inspection {
  const { macData } = structure.pfx;
  const encryptions = visibleEncryptions(structure);
  const counter = createWorkCounter({ iterations: Number.POSITIVE_INFINITY, scryptBytes: Number.POSITIVE_INFINITY });
  if (macData !== undefined) counter.chargeMac(macData);
  for (const { algorithm, at } of encryptions) counter.chargeEncryption(algorithm, at);
  return {
    encoding: structure.encoding,
    trailingBytes: structure.pfx.trailingBytes,
    mac: macData && describeMac(macData),
    encryptions: encryptions.map(({ algorithm, at }) => describeEncryption(algorithm, at)),
    bags: structure.contents.flatMap((content) => (content.kind === "data" ? content.bags : [])),
    workload: counter.total(),
    unreadable: structure.unreadable,
  };
}
