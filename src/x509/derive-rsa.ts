/** RSAPrivateKey (RFC 8017 App. A.1.2): its public half, once the parts are known to belong together. */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { isUniversal, readSequence, TAG, unexpected } from "../asn1/values.js";
import { rsaIdentity } from "./identity.js";
import { badPrivateKey } from "./malformed.js";
import { power } from "./modular.js";
import { bitLength, unsignedBigint } from "./unsigned.js";

/** As OpenSSL and .NET have it; checking a larger key would take seconds. */
const MAX_MODULUS_BITS = 16_384;

/** Without the primes the check is an exponentiation, half a second for this size. */
const MAX_MODULUS_BITS_WITHOUT_PRIMES = 8192;

/**
 * The identity of the public key.
 *
 * Modulus and exponent are numbers in the file too, so they are believed only where the secret ones agree: the modulus
 * is the product of the primes (more than two: RFC 8017 App. A.1.2's otherPrimeInfos) and e d = 1 modulo each prime
 * less one. Without primes (some writers put zeros) 2^(e d) = 2 modulo n has to hold.
 * @returns `undefined` where the exponent is missing (zero, as some writers have it where they do not know it)
 * @throws {MalformedError} `ERR_ASN1_*`, `ERR_X509_PRIVATE_KEY`
 */
export function deriveRsa(octets: Uint8Array, at: string): string | undefined {
  const rsaAt = `${at}.privateKey`;
  const [, modulus, publicExponent, privateExponent, prime1, prime2, , , , otherPrimes] = readSequence(
    decodeBer(octets, rsaAt).root,
    rsaAt,
  );
  if (!isUniversal(modulus, TAG.integer)) throw unexpected(modulus, "an INTEGER", rsaAt);
  const bits = bitLength(modulus.content);
  if (bits === 0 || bits > MAX_MODULUS_BITS) {
    throw badPrivateKey(`its modulus has ${bits} bits, 1 to ${MAX_MODULUS_BITS} can be checked`, at);
  }
  const limit = modulus.content.length * 2;
  const [n, e, d, p, q] = [modulus, publicExponent, privateExponent, prime1, prime2].map((node) =>
    readUnsigned(node, limit, rsaAt),
  ) as [bigint, bigint, bigint, bigint, bigint];
  if (e === 0n) return undefined;
  const primes = [p, q];
  for (const info of otherPrimes === undefined ? [] : readSequence(otherPrimes, rsaAt)) {
    primes.push(readUnsigned(readSequence(info, rsaAt)[0], limit, rsaAt));
    if (primes.length > 16) throw badPrivateKey("it has more than 16 primes", at);
  }
  if (primes.every((prime) => prime === 0n)) checkWithoutPrimes(n, e, d, at);
  else checkPrimes(n, e * d, primes, at);
  return rsaIdentity(n, e);
}

/** An INTEGER of at most `limit` octets, taken as unsigned: some writers leave out the zero octet before a high bit. */
function readUnsigned(node: BerNode | undefined, limit: number, at: string): bigint {
  if (!isUniversal(node, TAG.integer) || node.content.length > limit) {
    throw unexpected(node, `an INTEGER of up to ${limit} bytes`, at);
  }
  return unsignedBigint(node.content);
}

function checkPrimes(n: bigint, ed: bigint, primes: readonly bigint[], at: string): void {
  if (primes.some((prime) => prime < 2n) || primes.reduce((product, prime) => product * prime, 1n) !== n) {
    throw badPrivateKey("its modulus is not the product of its primes", at);
  }
  if (primes.some((prime) => ed % (prime - 1n) !== 1n % (prime - 1n))) {
    throw badPrivateKey("its exponents do not belong together", at);
  }
}

function checkWithoutPrimes(n: bigint, e: bigint, d: bigint, at: string): void {
  if (n >> BigInt(MAX_MODULUS_BITS_WITHOUT_PRIMES) !== 0n) {
    throw badPrivateKey(`it has no primes and its modulus has more than ${MAX_MODULUS_BITS_WITHOUT_PRIMES} bits`, at);
  }
  // With d modulo a multiple of the order nothing is lost; a longer one only costs time.
  if (n < 3n || d >= n || e >= n || power(power(2n, e, n), d, n) !== 2n) {
    throw badPrivateKey("its exponents do not belong together", at);
  }
}
