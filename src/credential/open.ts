/** From bytes to credentials: opens whatever the file is, and never throws for what is wrong with the file itself. */

import { OID } from "../asn1/oids.js";
import { requireBytes } from "../bytes/buffer.js";
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import { ToolkitError } from "../errors.js";
import { resolveLimits } from "../limits.js";
import type { Pkcs12Inspection } from "../pkcs12/inspect.js";
import { inspectStructure } from "../pkcs12/inspect.js";
import type { Bag } from "../pkcs12/open-content.js";
import type { ParsePkcs12Options, Pkcs12 } from "../pkcs12/parse.js";
import { openStructure } from "../pkcs12/parse.js";
import type { SafeBag } from "../pkcs12/safe-bag.js";
import type { Unreadable } from "../pkcs12/structure.js";
import { readStructure } from "../pkcs12/structure.js";
import { unwrap } from "../sniff/unwrap.js";
import { indexCertificates } from "./certificate-index.js";
import { openCertificate } from "./open-certificate.js";
import { openKey } from "./open-key.js";
import type { OpenedCertificate, OpenedFile, OpenedKey } from "./opened-file.js";
import { toCredentials } from "./pair.js";

/** Below 50 ms a page still feels alive. */
const SLICE_MS = 40;

/** Options of {@link openFile}. */
export interface OpenFileOptions extends Omit<ParsePkcs12Options, "tolerant"> {
  /** Decides which certificate leads where several have the same key. */
  readonly now: Date;
}

/**
 * Opens a file and pairs its keys with their certificates by the public key that each private key computes to, never
 * by position; localKeyId only decides between several certificates of one key.
 *
 * What is wrong with the file is in the result: `failure` where it could not be opened, `unreadable` for parts of it.
 * Does not judge what it finds: see `inspect`.
 * @param bytes - the whole file; not modified
 * @throws {TypeError} naming `bytes` or `now` where it is of another type
 * @throws {RangeError} naming `now` where it is no valid date, or the limit that is no number of at least 0
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where there is no WebCrypto and no `provider`
 * @throws the reason of `options.signal` when it is aborted
 */
export async function openFile(bytes: Uint8Array, options: OpenFileOptions): Promise<OpenedFile> {
  requireDate(options.now);
  const provider = options.provider ?? defaultProvider();
  requireBytes(bytes);
  const unwrapped = unwrap(bytes);
  // The password of a request body is the one that Graph would use.
  const password = unwrapped.password ?? options.password ?? "";
  const attempt = await openPkcs12(unwrapped.bytes, { ...options, provider, password });
  const unreadable: Unreadable[] = [...(attempt.pkcs12?.unreadable ?? [])];
  const bags: readonly (Bag | SafeBag)[] = attempt.pkcs12?.bags ?? attempt.inspection?.bags ?? [];
  const breathe = createBreather(options.signal);
  const certificates: OpenedCertificate[] = [];
  for (const bag of bags) {
    if (bag.kind !== "certBag" || bag.certId !== OID.x509Certificate) continue;
    await breathe();
    certificates.push(openCertificate(bag, (part) => void unreadable.push(part)));
  }
  const findCertificates = indexCertificates(certificates);
  const keys: OpenedKey[] = [];
  for (const bag of bags) {
    if (!("privateKeyInfo" in bag)) continue;
    await breathe();
    try {
      keys.push(await openKey(bag, findCertificates));
    } catch (error) {
      if (!(error instanceof ToolkitError)) throw error;
      unreadable.push({ at: bag.at, error });
    }
  }
  return {
    kind: unwrapped.kind,
    layers: unwrapped.layers,
    bytes: unwrapped.bytes,
    isPasswordEmpty: password === "",
    passwordCharacters: charactersOf(password),
    ...attempt,
    certificates,
    keys,
    credentials: toCredentials(keys, certificates, options.now),
    unreadable,
  };
}

/**
 * Makes a pause that lets the page live and the signal be seen, once a slice of time is used up: the public key of a large
 * private one takes up to half a second of this thread, and a file may hold hundreds of them and thousands of certificates.
 */
function createBreather(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let sliceStart = performance.now();
  return () => {
    if (performance.now() - sliceStart < SLICE_MS) return undefined;
    return new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
      signal?.throwIfAborted();
      sliceStart = performance.now();
    });
  };
}

/** The smallest set that has them all. */
function charactersOf(password: string): OpenedFile["passwordCharacters"] {
  if (/^\p{ASCII}*$/u.test(password)) return "ascii";
  return /[\u{10000}-\u{10ffff}]/u.test(password) ? "unicode" : "bmp";
}

/** A date that is none would be before no date and after none: no certificate would be valid. */
function requireDate(now: unknown): void {
  if (!(now instanceof Date)) throw new TypeError('"now" expected a Date');
  if (Number.isNaN(now.getTime())) throw new RangeError('"now" expected a valid date');
}

async function openPkcs12(
  bytes: Uint8Array,
  options: OpenFileOptions & { readonly provider: CryptoProvider },
): Promise<Pick<OpenedFile, "failure" | "inspection" | "pkcs12">> {
  let inspection: Pkcs12Inspection | undefined;
  let pkcs12: Pkcs12 | undefined;
  let failure: ToolkitError | undefined;
  try {
    options.signal?.throwIfAborted();
    const structure = readStructure(bytes, resolveLimits(options.limits));
    inspection = inspectStructure(structure);
    pkcs12 = await openStructure(structure, { ...options, tolerant: true });
  } catch (error) {
    // A reason may be of any class; one of ours is not the file's fault either.
    options.signal?.throwIfAborted();
    if (!(error instanceof ToolkitError)) throw error;
    failure = error;
  }
  return { failure, inspection, pkcs12 };
}
