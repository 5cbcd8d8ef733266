/** Whether a thumbprint can be that of another certificate, or is only the known one written wrong. */

/** SHA-1 in hexadecimal. */
const DIGEST = /^[\dA-F]{40}$/;
const DIGITS = 40;
/** Two digests have so many digits in common with a probability of less than 2^-40. */
const ALIKE = 20;
/** Nearly all digests have more different digits: fewer are in one of 2^40. */
const FEW_DIGITS = 6;

/** False for what is no thumbprint at all, for one that is nearly the known one, and for one that no digest looks like. */
export function mayBeOfAnother(thumbprint: string, known: string): boolean {
  if (!DIGEST.test(thumbprint) || new Set(thumbprint).size <= FEW_DIGITS) return false;
  let same = 0;
  for (let at = 0; at < DIGITS; at++) if (thumbprint.charAt(at) === known.charAt(at)) same += 1;
  return same < ALIKE;
}
