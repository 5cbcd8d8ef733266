/** Keys that WebCrypto derives beside this thread, begun while the MAC is still being computed. */
import { isWebCryptoHash } from "../crypto/hmac.js";
import type { Session } from "./session.js";
import type { Structure } from "./structure.js";
import { visibleEncryptions } from "./structure.js";

/** A file has two or three; under a wrong password they are all in vain. */
const MAX_AHEAD = 4;

/**
 * Begins the derivations by PBKDF2 that can be seen without a password, for the likeliest encoding of the password.
 * They end up in the session's store, where {@link decrypt} finds them. Nothing is decrypted here, so nothing that
 * depends on them is handed out before the MAC is verified.
 */
export function deriveAhead(structure: Structure, { pkcs5, derivations }: Session): void {
  const [likeliest] = pkcs5.candidates();
  if (likeliest === undefined) return;
  for (const { algorithm } of visibleEncryptions(structure).slice(0, MAX_AHEAD)) {
    if (algorithm.kind !== "pbes2") continue;
    const { keyDerivationFunc, cipher } = algorithm;
    if (keyDerivationFunc.kind !== "pbkdf2" || !isWebCryptoHash(keyDerivationFunc.prf)) continue;
    void derivations.pbkdf2({ ...keyDerivationFunc, password: likeliest.bytes, length: cipher.keyBytes });
  }
}
