/** PBKDF2 (RFC 8018 section 5.2) with HMAC over any hash function. */

import { concatBytes, toOwnedBytes } from "../bytes/buffer.js";
import { requireIterationCount, requireLength } from "./arguments.js";
import type { HashName } from "./hash.js";
import { hashParameters } from "./hash.js";
import { hmacDigester, isWebCryptoHash } from "./hmac.js";
import type { Pacer } from "./pace.js";
import { startPacer } from "./pace.js";
import type { CryptoProvider } from "./provider.js";

/** What one derivation depends on. */
export interface Pbkdf2Parameters {
  /** The hash function under the HMAC that is the pseudorandom function. */
  readonly prf: HashName;
  /** May be empty. */
  readonly password: Uint8Array;
  /** May be empty. */
  readonly salt: Uint8Array;
  /** At least 1. */
  readonly iterationCount: number;
  /** Bytes wanted, 1..65535. */
  readonly length: number;
}

/**
 * Derives `length` bytes: beside this thread with WebCrypto where it knows the hash function, on it in slices otherwise.
 * @throws {RangeError} naming `iterationCount` or `length`
 * @throws the reason of `signal` once it is aborted; nothing can stop WebCrypto, which goes on for nobody until it is done
 */
export async function derivePbkdf2(
  parameters: Pbkdf2Parameters & {
    readonly provider: CryptoProvider;
    readonly signal?: AbortSignal | undefined;
    /** Called once WebCrypto has the work, or is not asked or refuses. */
    readonly onHandedOver?: () => void;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { provider, signal, onHandedOver = () => {} } = parameters;
  requireIterationCount(parameters.iterationCount);
  requireLength(parameters.length);
  signal?.throwIfAborted();
  if (isWebCryptoHash(parameters.prf)) {
    const derived = await orAbort(deriveWithWebCrypto(parameters, provider, onHandedOver), signal);
    if (derived !== undefined) return derived;
  }
  const blocks = Math.ceil(parameters.length / hashParameters(parameters.prf).outputBytes);
  return pbkdf2OnThread(parameters, await startPacer(parameters.iterationCount * blocks, signal));
}

/** `undefined` where the runtime refuses: some take no empty password, some count iterations in 31 bits. */
async function deriveWithWebCrypto(
  { prf, password, salt, iterationCount, length }: Pbkdf2Parameters,
  { subtle }: CryptoProvider,
  onHandedOver: () => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const key = await subtle.importKey("raw", toOwnedBytes(password), "PBKDF2", false, ["deriveBits"]);
    const algorithm = { name: "PBKDF2", hash: prf, salt: toOwnedBytes(salt), iterations: iterationCount };
    const bits = subtle.deriveBits(algorithm, key, length * 8);
    onHandedOver();
    return new Uint8Array(await bits);
  } catch {
    return undefined;
  } finally {
    onHandedOver();
  }
}

/** The promise, or the signal's reason if that comes first. */
function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** The derivation without WebCrypto and without checks of its arguments. */
export async function pbkdf2OnThread(
  { prf, password, salt, iterationCount, length }: Pbkdf2Parameters,
  pacer: Pacer,
): Promise<Uint8Array<ArrayBuffer>> {
  const { outputBytes } = hashParameters(prf);
  const blocks = Math.ceil(length / outputBytes);
  const hmac = hmacDigester(prf, password);
  const derived = new Uint8Array(blocks * outputBytes);
  const u = new Uint8Array(outputBytes);
  for (let block = 0; block < blocks; block++) {
    // T_i = U_1 xor U_2 xor ..., U_1 = PRF(P, S || INT(i)), U_j = PRF(P, U_{j-1}).
    const t = derived.subarray(block * outputBytes, (block + 1) * outputBytes);
    const index = block + 1;
    let message: Uint8Array = concatBytes([salt, Uint8Array.of(index >>> 24, index >>> 16, index >>> 8, index)]);
    await pacer.run(iterationCount, (rounds) => {
      for (let round = 0; round < rounds; round++) {
        hmac(message, u);
        message = u;
        for (let i = 0; i < outputBytes; i++) t[i] = (t[i] as number) ^ (u[i] as number);
      }
    });
  }
  return derived.slice(0, length);
}
