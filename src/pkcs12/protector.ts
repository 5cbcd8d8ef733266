/** Encrypts and authenticates the parts of one file that is being written. */
import type { Der } from "../asn1/write.js";
import { writeCount, writeOctetString, writeSequence } from "../asn1/write.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import { createDerivations } from "../crypto/derivations.js";
import { hashParameters } from "../crypto/hash.js";
import { hmac } from "../crypto/hmac.js";
import type { Pbkdf2Func } from "../crypto/pbes2.js";
import { encryptPbes2 } from "../crypto/pbes2.js";
import { computePbmac1 } from "../crypto/pbmac1.js";
import { encryptPkcs12Pbe } from "../crypto/pkcs12-pbe.js";
import { defaultProvider } from "../crypto/provider.js";
import { randomOctets } from "../crypto/random.js";
import { encodePassword } from "./password.js";
import type { ProtectionOptions } from "./protection-options.js";
import { readProtectionOptions } from "./protection-options.js";
import { writeDigest, writePbes2, writePbmac1, writeTripleDesPbe } from "./write-algorithm.js";

/** An encryption algorithm with its parameters, and what it made of the plaintext. */
export interface EncryptedPart {
  readonly algorithm: Der;
  readonly ciphertext: Uint8Array;
}

/** The protection of one file. Both functions take their random octets and begin to derive before they return. */
export interface Protector {
  readonly encrypt: (plaintext: Uint8Array | Promise<Uint8Array>) => Promise<EncryptedPart>;
  /** MacData over the authSafe that is given later. */
  readonly authenticate: () => (authSafe: Uint8Array) => Promise<Der>;
}

/** As OpenSSL has it for RFC 7292's own schemes, whose App. C recommends a salt as long as the block of the cipher. */
const PKCS12_SALT_BYTES = 8;
/** RFC 8018 section 4.1 asks for 8 octets or more, NIST SP 800-132 section 5.1 for 16. */
const PBKDF2_SALT_BYTES = 16;
const AES_IV_BYTES = 16;
const MAC_KEY_ID = 3;
const PBMAC1_KEY_BYTES = 32;
/** What stands where RFC 9879's own examples have it: the salt of PBMAC1 is in its own parameters. */
const UNUSED_SALT = "NOT USED";

/**
 * Begins the protection of one file.
 * @throws {TypeError} naming `password`
 * @throws {RangeError} naming `protection` or `iterations`; both functions: naming `random` that gives another length than
 * asked for
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE`
 * @throws the reason of `signal` where it is aborted already
 */
export function createProtector(options: ProtectionOptions): Protector {
  const { random = randomOctets, provider = defaultProvider(), signal } = options;
  signal?.throwIfAborted();
  const scheme = readProtectionOptions(options);
  const iterationCount = scheme.iterations;
  const password = encodePassword(options.password);
  const derive = createDerivations(provider, signal);

  function draw(length: number): Uint8Array {
    const octets = random(length);
    if (octets.length !== length) throw new RangeError(`"random" expected ${length} bytes, got ${octets.length}`);
    return toOwnedBytes(octets);
  }

  function pbkdf2(keyBytes?: number): Pbkdf2Func {
    return { kind: "pbkdf2", prf: "SHA-256", salt: draw(PBKDF2_SALT_BYTES), iterationCount, keyBytes };
  }

  async function encryptPart(data: Uint8Array | Promise<Uint8Array>): Promise<EncryptedPart> {
    const shared = { data, provider, derive };
    if (scheme.encryption === "3DES") {
      const salt = draw(PKCS12_SALT_BYTES);
      const cipher = { name: "DES-EDE3-CBC", keyBytes: 24 } as const;
      const encryption = { ...shared, cipher, salt, iterationCount, password: password.pkcs12 };
      return { algorithm: writeTripleDesPbe(salt, iterationCount), ciphertext: await encryptPkcs12Pbe(encryption) };
    }
    const keyDerivationFunc = pbkdf2();
    const iv = draw(AES_IV_BYTES);
    const encryptionScheme = { cipher: { name: "AES-CBC", keyBytes: 32 }, iv } as const;
    const encryption = { ...shared, keyDerivationFunc, encryptionScheme, password: password.pkcs5 };
    return { algorithm: writePbes2(keyDerivationFunc, iv), ciphertext: await encryptPbes2(encryption) };
  }

  function beginPbmac1(): (authSafe: Uint8Array) => Promise<Der> {
    const keyDerivation = { ...pbkdf2(), keyBytes: PBMAC1_KEY_BYTES };
    const shared = { password: password.pkcs5, provider, derive };
    // Waited for below, where the same derivation is asked for again.
    void derive.pbkdf2({ ...keyDerivation, password: password.pkcs5, length: PBMAC1_KEY_BYTES });
    return async (data) => {
      const mac = await computePbmac1({ ...shared, keyDerivation, messageAuthScheme: "SHA-256", data });
      return writeMacData(writePbmac1(keyDerivation), mac, new TextEncoder().encode(UNUSED_SALT), 1);
    };
  }

  function beginHmac(hash: "SHA-1" | "SHA-256"): (authSafe: Uint8Array) => Promise<Der> {
    const salt = draw(scheme.encryption === "3DES" ? PKCS12_SALT_BYTES : PBKDF2_SALT_BYTES);
    const length = hashParameters(hash).outputBytes;
    const key = derive.pkcs12({ hash, id: MAC_KEY_ID, password: password.pkcs12, salt, iterationCount, length });
    return async (authSafe) =>
      writeMacData(writeDigest(hash), await hmac(hash, await key, authSafe, provider), salt, iterationCount);
  }

  return {
    encrypt: encryptPart,
    authenticate: () => (scheme.mac === "PBMAC1" ? beginPbmac1() : beginHmac(scheme.mac)),
  };
}

/** MacData (RFC 7292 section 4); DER leaves out a count of 1, which is the default. */
function writeMacData(algorithm: Der, digest: Uint8Array, salt: Uint8Array, iterations: number): Der {
  return writeSequence(
    writeSequence(algorithm, writeOctetString(digest)),
    writeOctetString(salt),
    ...(iterations === 1 ? [] : [writeCount(iterations)]),
  );
}
