/** Second stage: opens a PFX with its password. */

import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import { MalformedError } from "../errors.js";
import type { Limits } from "../limits.js";
import { resolveLimits } from "../limits.js";
import { deriveAhead } from "./derive-ahead.js";
import type { EncryptionDescription, MacDescription, Opened } from "./description.js";
import { describeMac } from "./description.js";
import type { Bag, Collected } from "./open-content.js";
import { openContent } from "./open-content.js";
import type { Pfx } from "./pfx.js";
import type { Session } from "./session.js";
import { createSession } from "./session.js";
import type { Structure, Unreadable } from "./structure.js";
import { readStructure, visibleEncryptions } from "./structure.js";
import { verifyMac } from "./verify-mac.js";

/** Options of {@link parsePkcs12}. */
export interface ParsePkcs12Options {
  /** As typed; encoded here for each algorithm. Default and `null`: none, tried in both forms of empty. */
  readonly password?: string | null;
  /** Which WebCrypto does the work; default: the native one. */
  readonly provider?: CryptoProvider;
  /** Replaces single defaults of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits>;
  /** Stops the opening, a long derivation in its midst: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Lists parts that cannot be read (an unknown cipher, a key under another password, a broken bag, bytes behind the
   * file) instead of throwing. A MAC that does not fit always throws. Default: false.
   */
  readonly tolerant?: boolean;
}

/** An opened PFX. */
export interface Pkcs12 {
  readonly encoding: "DER" | "BER";
  readonly trailingBytes: number;
  /** Absent for a file without integrity: then nothing says whether it was altered. */
  readonly mac: (MacDescription & Opened) | undefined;
  /** Every encryption in file order; without `passwordForm` where it could not be opened. */
  readonly encryptions: readonly (EncryptionDescription & Partial<Opened>)[];
  /** All bags in file order, those of nested SafeContents in their place. */
  readonly bags: readonly Bag[];
  /** What could not be read; always empty unless `tolerant`. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Opens a PFX and returns its bags in file order (RFC 7292 section 4; PBMAC1: RFC 9879).
 * Verifies the MAC before decrypting. Does not judge dates, chains or strength, and does not pair keys with
 * certificates.
 * @param bytes - the whole file, DER or BER, 1 byte to `limits.fileBytes` (default 10 MiB); not modified
 * @throws {MalformedError} `ERR_PKCS12_NOT_PFX`, `ERR_PKCS12_VERSION`, `ERR_PKCS12_STRUCTURE`,
 * `ERR_PKCS12_MAC_PARAMETERS`, `ERR_PKCS12_CIPHER_PARAMETERS`, `ERR_ASN1_TRUNCATED`, `ERR_ASN1_TRAILING_DATA`,
 * `ERR_ASN1_ENCODING`
 * @throws {PasswordError} `ERR_PKCS12_MAC_MISMATCH`, `ERR_PKCS12_DECRYPT`
 * @throws {UnsupportedError} `ERR_PKCS12_CIPHER`, `ERR_PKCS12_MAC_ALGORITHM`, `ERR_PKCS12_PUBLIC_KEY_MODE`
 * @throws {LimitError} `ERR_PKCS12_FILE_BYTES`, `ERR_PKCS12_ITERATIONS`, `ERR_PKCS12_SCRYPT_MEMORY`,
 * `ERR_PKCS12_CONTENTS`, `ERR_PKCS12_BAGS`, `ERR_PKCS12_KEYS`, `ERR_ASN1_LIMIT`
 * @throws {TypeError} naming `bytes` where it is no Uint8Array
 * @throws {RangeError} naming the limit that is no number of at least 0
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where there is no WebCrypto and no `provider`
 * @throws the reason of `options.signal` when it is aborted
 */
export async function parsePkcs12(bytes: Uint8Array, options: ParsePkcs12Options = {}): Promise<Pkcs12> {
  options.signal?.throwIfAborted();
  return await openStructure(readStructure(bytes, resolveLimits(options.limits)), options);
}

/**
 * Opens a file whose structure has been read already with the same limits.
 * @throws as {@link parsePkcs12}, less what reading the structure throws
 */
export async function openStructure(structure: Structure, options: ParsePkcs12Options): Promise<Pkcs12> {
  const limits = resolveLimits(options.limits);
  const { pfx } = structure;
  const session = createSession(options.password ?? "", options.provider ?? defaultProvider(), limits, options.signal);
  chargeVisibleWork(structure, session);
  const macOpening = openMac(pfx, session);
  // Asked for after the MAC's own derivation, which is the first thing that is needed.
  deriveAhead(structure, session);
  const mac = await macOpening;
  const collected: Collected = {
    bags: [],
    encryptions: [],
    unreadable: [...structure.unreadable, ...trailingData(pfx)],
  };
  const isStrict = options.tolerant !== true;
  if (isStrict) throwFirst(collected);
  for (const content of structure.contents) {
    await openContent(content, structure.count, session, collected);
    if (isStrict) throwFirst(collected);
  }
  return { encoding: structure.encoding, trailingBytes: pfx.trailingBytes, mac, ...collected };
}

function chargeVisibleWork(structure: Structure, { work }: Session): void {
  if (structure.pfx.macData !== undefined) work.chargeMac(structure.pfx.macData);
  for (const { algorithm, at } of visibleEncryptions(structure)) work.chargeEncryption(algorithm, at);
}

async function openMac({ macData, authSafe }: Pfx, session: Session): Promise<(MacDescription & Opened) | undefined> {
  if (macData === undefined) return undefined;
  return { ...describeMac(macData), ...(await verifyMac(macData, authSafe, session)) };
}

function throwFirst({ unreadable: [first] }: Pick<Collected, "unreadable">): void {
  if (first !== undefined) throw first.error;
}

function trailingData({ trailingBytes }: Pfx): readonly Unreadable[] {
  if (trailingBytes === 0) return [];
  const error = new MalformedError(`${trailingBytes} bytes follow the PFX`, {
    code: "ERR_ASN1_TRAILING_DATA",
    at: "pfx",
  });
  return [{ at: "pfx", error }];
}
