/** Verifies the MAC with each candidate of the password (RFC 7292 section 5.1 step 3; PBMAC1: RFC 9879 section 5). */
import { constantTimeEqual } from "../bytes/compare.js";
import { hashParameters } from "../crypto/hash.js";
import { hmac } from "../crypto/hmac.js";
import { computePbmac1 } from "../crypto/pbmac1.js";
import { PasswordError } from "../errors.js";
import { macCost } from "./derivation-cost.js";
import type { Opened } from "./description.js";
import type { HmacAlgorithm, MacData } from "./mac-data.js";
import { unsupportedMac } from "./mac-data.js";
import type { Session } from "./session.js";

/** The diversifier of App. B for MAC keys (RFC 7292 App. B.3). */
const MAC_KEY_ID = 3;

/**
 * Tries each candidate once and compares in constant time.
 * @returns the encoding of the password that fitted
 * @throws {PasswordError} `ERR_PKCS12_MAC_MISMATCH` where none fits: a wrong password and an altered file look the same
 * @throws {UnsupportedError} `ERR_PKCS12_MAC_ALGORITHM`
 */
export async function verifyMac(macData: MacData, authSafe: Uint8Array, session: Session): Promise<Opened> {
  const { algorithm, digest } = macData;
  if (algorithm.kind === "unsupported") throw unsupportedMac(algorithm.oid);
  const trials = algorithm.kind === "hmac" ? session.pkcs12 : session.pkcs5;
  for (const [index, candidate] of trials.candidates().entries()) {
    if (index > 0 && candidate.misencoded && !session.work.affords(macCost(macData))) break;
    const computed =
      algorithm.kind === "hmac"
        ? await computeHmac(algorithm, candidate.bytes, authSafe, session)
        : await computePbmac1({
            keyDerivation: algorithm.keyDerivationFunc,
            messageAuthScheme: algorithm.hash,
            password: candidate.bytes,
            data: authSafe,
            provider: session.provider,
            derive: session.derivations,
          });
    if (constantTimeEqual(computed, digest)) {
      trials.succeeded(candidate);
      return { passwordForm: candidate.form, misencoded: candidate.misencoded };
    }
  }
  throw new PasswordError("the MAC does not fit: wrong password or altered file", {
    code: "ERR_PKCS12_MAC_MISMATCH",
    at: "macData",
  });
}

async function computeHmac(
  { hash, salt, iterationCount }: HmacAlgorithm,
  password: Uint8Array,
  data: Uint8Array,
  { derivations, provider }: Session,
): Promise<Uint8Array> {
  const length = hashParameters(hash).outputBytes;
  const key = await derivations.pkcs12({ hash, id: MAC_KEY_ID, password, salt, iterationCount, length });
  return hmac(hash, key, data, provider);
}
