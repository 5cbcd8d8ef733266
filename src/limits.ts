/** What an input may ask for before work on it is refused. */

/** Upper bounds, each checked before the work that it bounds starts. */
export interface Limits {
  /** Size of the file in bytes. */
  readonly fileBytes: number;
  /** Nesting of ASN.1 values inside one another, and of SafeContents bags inside one another. */
  readonly depth: number;
  /** ASN.1 values in one decoded structure. */
  readonly nodes: number;
  /** Content infos in the AuthenticatedSafe; one that is encrypted takes a derivation, however few its iterations. */
  readonly contents: number;
  /** SafeBags in the whole file. */
  readonly bags: number;
  /** Private keys in the whole file; each has its public key computed, which takes milliseconds on an elliptic curve. */
  readonly keys: number;
  /**
   * Sum of the iterations of all key derivations that the file asks for, each weighed by what it costs: 1 for RFC 7292
   * App. B over SHA-1 and for WebCrypto's PBKDF2, 2 over SHA-256, 12 over SHA-512, 32 over SHA-3.
   */
  readonly iterations: number;
  /** Memory of one scrypt derivation in bytes: 128 r (N + p + 2), RFC 7914 section 2 and 6. */
  readonly scryptBytes: number;
}

/**
 * The defaults, and why:
 * - `fileBytes` 10 MiB: real PFX files have 1 to 100 kB; a whole trust store stays under 1 MB.
 * - `depth` 128: a PFX with indefinite lengths needs fewer than 30, and each nesting of SafeContents 3 more.
 * - `nodes` 500,000: octet-by-octet BER writers make one value per byte; all of them take about 100 MB.
 * - `contents` 1,000: writers make one to five; a thousand under a wrong password are a second of work.
 * - `bags` 50,000: a trust store of an operating system has some hundred.
 * - `keys` 500: a key store holds a handful; 500 on elliptic curves are two to four seconds of work.
 * - `iterations` 14,000,000: about two seconds of work; writers use 1 to 600,000 per derivation, at most 13,200,000 in all
 *   (NSS with all of it over SHA-224).
 * - `scryptBytes` 65 MiB: the 64 MiB that N = 2^16 and r = 8 ask for, and what stands beside them; OpenSSL writes N = 2^14.
 */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 10 * 1024 * 1024,
  depth: 128,
  nodes: 500_000,
  contents: 1_000,
  bags: 50_000,
  keys: 500,
  iterations: 14_000_000,
  scryptBytes: 65 * 1024 * 1024,
};

/**
 * The defaults with those of `limits` in their place; one that is `undefined` is not given.
 * @throws {RangeError} naming the limit that is no number of at least 0: it would limit nothing
 */
export function resolveLimits(limits: { readonly [Name in keyof Limits]?: number | undefined } = {}): Limits {
  const resolved: Record<keyof Limits, number> = { ...DEFAULT_LIMITS };
  for (const name of Object.keys(resolved) as (keyof Limits)[]) {
    const value = limits[name] ?? resolved[name];
    if (!(value >= 0)) throw new RangeError(`"limits.${name}" expected a number of at least 0, got ${value}`);
    resolved[name] = value;
  }
  return resolved;
}
