/**
 * The public key that belongs to a private one, computed from the private values: what says which certificate a key is
 * for. A public key that a file stores beside the private one proves nothing and is used only where there is no way to
 * compute it.
 *
 * Elliptic curves load their arithmetic when such a key is met, so a file with RSA keys never pays for it.
 */
import { deriveDiscreteLog } from "./derive-discrete-log.js";
import { deriveRsa } from "./derive-rsa.js";
import { ecIdentity, octetsIdentity } from "./identity.js";
import { asMalformed } from "./malformed.js";
import { readEncapsulationKey } from "./ml-kem.js";
import type { PrivateKey } from "./private-key.js";
import type { PrivateKeyInfo } from "./private-key-info.js";
import { decodePrivateKeyInfo } from "./private-key-info.js";
import { readPublicKeyFacts } from "./public-key.js";

/**
 * The identity of the public key, in the form of `PublicKey.identity`.
 *
 * Computed for RSA (where the parts are checked against each other), for elliptic curves over prime fields by name or
 * by numbers of up to 1024 bits, for Ed25519, Ed448, X25519, X448, DSA and DH; read out of an expanded ML-KEM key
 * (RFC 9935 section 6). Other algorithms and curves: the public key stored beside the private one. Not in constant time.
 * @returns `undefined` where nothing can be said, such as for a key that is only a seed
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY` for a key that cannot be read, that is out of the algorithm's range
 * (an EC value of 0 or of the order and more is refused, not reduced) or whose parts contradict each other
 */
export async function derivePublicIdentity(key: PrivateKey): Promise<string | undefined> {
  const { at } = key;
  const info = malformed(at, () => decodePrivateKeyInfo(key.pkcs8, at));
  switch (info.algorithm.family) {
    case "rsa":
      return malformed(at, () => deriveRsa(info.privateKey, at));
    case "dsa":
    case "dh":
      return malformed(at, () => deriveDiscreteLog(info, at));
    case "ec":
      return (await deriveEc(info, at)) ?? storedIdentity(info);
    case "octets": {
      const { deriveOctets } = await import("./derive-octets.js");
      return malformed(at, () => octetsIdentity(key.oid, deriveOctets(key.oid, info.privateKey, at)));
    }
    case "other": {
      const encapsulationKey = malformed(at, () => readEncapsulationKey(key.oid, info.privateKey, at));
      return encapsulationKey ? octetsIdentity(key.oid, encapsulationKey) : storedIdentity(info);
    }
  }
}

async function deriveEc({ algorithm, privateKey }: PrivateKeyInfo, at: string): Promise<string | undefined> {
  const { curve } = algorithm;
  if (curve === undefined) return undefined;
  const { derivePoint } = await import("./derive-point.js");
  const point = malformed(at, () => derivePoint(curve, privateKey, at));
  return point && ecIdentity(curve.label, point.x, point.yIsOdd);
}

function storedIdentity({ algorithm, publicKey }: PrivateKeyInfo): string | undefined {
  return publicKey && readPublicKeyFacts(algorithm, publicKey.bytes, publicKey.unusedBits).identity;
}

function malformed<T>(at: string, derive: () => T): T {
  return asMalformed("ERR_X509_PRIVATE_KEY", "a usable private key", at, derive);
}
