/** All password-based derivations of one file in one place, so that none is done twice. */

import { encodeHex } from "../bytes/hex.js";
import type { Pbkdf1Parameters } from "./pbkdf1.js";
import { derivePbkdf1 } from "./pbkdf1.js";
import type { Pbkdf2Parameters } from "./pbkdf2.js";
import { derivePbkdf2 } from "./pbkdf2.js";
import type { Pkcs12KeyParameters } from "./pkcs12-kdf.js";
import { derivePkcs12Key } from "./pkcs12-kdf.js";
import type { CryptoProvider } from "./provider.js";
import type { ScryptParameters } from "./scrypt.js";
import { deriveScrypt } from "./scrypt.js";

/**
 * The derivations with their provider and signal filled in. Equal parameters give the same promise, and with it the
 * same array: do not write to it.
 */
export interface Derivations {
  /** @throws as {@link derivePkcs12Key} */
  pkcs12(parameters: Pkcs12KeyParameters): Promise<Uint8Array>;
  /** @throws as {@link derivePbkdf1} */
  pbkdf1(parameters: Pbkdf1Parameters): Promise<Uint8Array>;
  /** @throws as {@link derivePbkdf2} */
  pbkdf2(parameters: Pbkdf2Parameters): Promise<Uint8Array>;
  /** @throws as {@link deriveScrypt} */
  scrypt(parameters: ScryptParameters): Promise<Uint8Array>;
}

/**
 * Makes a store for one file: it holds passwords and keys, and must not outlive the file's opening.
 *
 * What runs on this thread is done one after another in the order asked for, since side by side nothing would be done
 * sooner and the first one (the MAC's) last. WebCrypto's derivations run beside it and beside each other; those that were
 * asked for in the same breath are handed over before this thread is kept busy.
 */
export function createDerivations(provider: CryptoProvider, signal?: AbortSignal): Derivations {
  const started = new Map<string, Promise<Uint8Array>>();
  let lastOnThread: Promise<unknown> = Promise.resolve();
  let handedOver: Promise<unknown> = Promise.resolve();

  function once(
    key: readonly (string | number | Uint8Array)[],
    derive: () => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const name = key.map((part) => (part instanceof Uint8Array ? encodeHex(part) : part)).join(" ");
    const known = started.get(name);
    if (known !== undefined) return known;
    const derived = derive();
    // Whoever asked sees a failure; one that nobody waits for any more must not end the process.
    derived.catch(() => {});
    started.set(name, derived);
    return derived;
  }

  function inTurn(derive: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const derived = lastOnThread.then(() => handedOver).then(derive);
    lastOnThread = derived.catch(() => {});
    return derived;
  }

  return {
    pkcs12(parameters) {
      const { hash, id, password, salt, iterationCount, length } = parameters;
      const key = ["pkcs12", hash, id, password, salt, iterationCount, length];
      return once(key, () => inTurn(() => derivePkcs12Key({ ...parameters, signal })));
    },
    pbkdf1(parameters) {
      const { hash, password, salt, iterationCount, length } = parameters;
      const key = ["pbkdf1", hash, password, salt, iterationCount, length];
      return once(key, () => inTurn(() => derivePbkdf1({ ...parameters, signal })));
    },
    pbkdf2(parameters) {
      const { prf, password, salt, iterationCount, length } = parameters;
      const key = ["pbkdf2", prf, password, salt, iterationCount, length];
      return once(key, () => {
        let onHandedOver = (): void => {};
        const handing = new Promise<void>((resolve) => {
          onHandedOver = resolve;
        });
        handedOver = Promise.all([handedOver, handing]);
        const derived = derivePbkdf2({ ...parameters, provider, signal, onHandedOver });
        // One that fails before it gets there must not hold up the others.
        derived.catch(onHandedOver);
        return derived;
      });
    },
    scrypt(parameters) {
      const { costParameter, blockSize, parallelizationParameter, password, salt, length } = parameters;
      const key = ["scrypt", costParameter, blockSize, parallelizationParameter, password, salt, length];
      return once(key, () => inTurn(() => deriveScrypt({ ...parameters, signal })));
    },
  };
}
