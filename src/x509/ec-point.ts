/** Points of elliptic curves as octets (SEC 1 section 2.3.3, X9.62 section 4.3.6). */

/** A point, its coordinates as long as the file has them. */
export interface EcPoint {
  readonly x: Uint8Array;
  /** `undefined` where the point is compressed. */
  readonly y: Uint8Array | undefined;
  readonly yIsOdd: boolean;
}

/**
 * Takes compressed, uncompressed and hybrid points apart without any arithmetic; `undefined` for the point at infinity
 * and for octets that are no point. Over a binary field the sign of a compressed point is no bit of y, so there only
 * points of the same form compare as equal.
 */
export function readPoint(octets: Uint8Array): EcPoint | undefined {
  const [form] = octets;
  const coordinates = octets.subarray(1);
  if (form === 2 || form === 3) {
    return coordinates.length === 0 ? undefined : { x: coordinates, y: undefined, yIsOdd: form === 3 };
  }
  if (form !== 4 && form !== 6 && form !== 7) return undefined;
  const half = coordinates.length / 2;
  if (half === 0 || !Number.isInteger(half)) return undefined;
  const y = coordinates.subarray(half);
  return { x: coordinates.subarray(0, half), y, yIsOdd: ((y[half - 1] as number) & 1) === 1 };
}
