/** The kinds of keys that are generated. */

/** RSA with the public exponent 65537, by the length of its modulus; EC by its curve. */
export const KEY_TYPES = ["rsa-2048", "rsa-3072", "rsa-4096", "ec-p256", "ec-p384"] as const;

/** One of {@link KEY_TYPES}. */
export type KeyType = (typeof KEY_TYPES)[number];
