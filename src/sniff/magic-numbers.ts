/** Kinds of binary file that begin with fixed octets. */
import { hasAsciiAt } from "../bytes/ascii.js";
import type { FileKind } from "./file-kind.js";

/** Each with what it begins with, one character an octet. */
const MAGIC_NUMBERS: readonly (readonly [FileKind, string])[] = [
  ["jks", "\xfe\xed\xfe\xed"],
  ["jceks", "\xce\xce\xce\xce"],
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["gzip", "\x1f\x8b\x08"],
  ["openssh-key", "openssh-key-v1\0"],
];

/** BKS and UBER: HMAC with SHA-1, so its salt has 20 octets. */
const BKS_SALT_BYTES = 20;

/** The kind by the first octets; `undefined`: none of these. */
export function magicKind(bytes: Uint8Array): FileKind | undefined {
  const found = MAGIC_NUMBERS.find(([, octets]) => hasAsciiAt(bytes, 0, octets));
  return found?.[0] ?? (isBouncyCastleStore(bytes) ? "bks" : undefined);
}

/** Version 1 or 2, the salt with its length before it, a number of iterations: each number in four octets. */
function isBouncyCastleStore(bytes: Uint8Array): boolean {
  if (bytes.length < 12 + BKS_SALT_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(0);
  const iterations = view.getUint32(8 + BKS_SALT_BYTES);
  return (
    (version === 1 || version === 2) && view.getUint32(4) === BKS_SALT_BYTES && iterations >= 1 && iterations <= 0xffff
  );
}
