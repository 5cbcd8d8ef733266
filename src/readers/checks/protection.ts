/** Which MACs and encryptions a reader knows. */
import type { EncryptionDescription } from "../../pkcs12/description.js";
import type { Check } from "../check.js";

/**
 * The encryptions of a reader: by the way their key is derived, what it knows of the hash and the cipher, as in
 * `HMAC-SHA-256 AES-256-CBC` or `SHA-1 RC2-40-CBC`. A way that is left out is not known.
 */
export type KnownCiphers = Partial<Record<NonNullable<EncryptionDescription["kdf"]>, RegExp>>;

/** Encryptions that the reader does not know; `hint` ends the sentence of those that it would know otherwise. */
export const ciphers =
  (known: KnownCiphers, hint = "", otherwise: KnownCiphers = {}): Check =>
  ({ encryptions }) =>
    encryptions
      .filter((encryption) => !isKnown(encryption, known))
      .map((it) => ({
        at: it.at,
        message: `${nameOf(it)} is not supported${isKnown(it, otherwise) ? hint : ""}.`,
      }));

function isKnown({ kdf, cipher, prf }: EncryptionDescription, known: KnownCiphers): boolean {
  return kdf !== null && known[kdf]?.test(`${prf} ${cipher ?? ""}`) === true;
}

/** A MAC of RFC 7292 over a hash that the reader does not know. */
export const macHashes =
  (known: RegExp): Check =>
  ({ mac }) =>
    mac?.kind !== "hmac" || known.test(mac.digest)
      ? []
      : [{ at: mac.at, message: `A MAC with ${mac.digest} is not supported.` }];

/** The MAC of RFC 9879, which is from 2024. */
export const noPbmac1 =
  (hint = ""): Check =>
  ({ mac }) =>
    mac?.kind === "pbmac1" ? [{ at: mac.at, message: `A MAC by PBMAC1 is not supported${hint}.` }] : [];

/** Without a MAC nothing shows whether the file was altered; some do without it where there is no password either. */
export const macRequired: Check = ({ mac, isPasswordEmpty }) =>
  mac === undefined && !isPasswordEmpty ? [{ at: "pfx", message: "A password without a MAC is refused." }] : [];

/** A salt that is shorter than the reader allows. */
export const macSaltAtLeast =
  (least: number): Check =>
  ({ mac }) =>
    mac === undefined || mac.kind !== "hmac" || mac.saltBytes >= least
      ? []
      : [{ at: mac.at, message: `The salt has ${mac.saltBytes} bytes; at least ${least} are required.` }];

/** The hash, with which no bytes at all stand for the empty password. */
export const noNullPassword: Check = ({ mac }) =>
  mac?.passwordForm === "none"
    ? [{ at: mac.at, message: "A MAC under no password at all is not supported.", under: "a password" }]
    : [];

/** A bound on each count of iterations. */
export const iterationsAtMost =
  (most: number): Check =>
  ({ mac, encryptions }) =>
    [...(mac === undefined ? [] : [mac]), ...encryptions]
      .filter(({ iterations }) => (iterations ?? 0) > most)
      .map(({ at, iterations }) => ({ at, message: `${iterations} iterations are over the limit of ${most}.` }));

/** `AES-256-CBC (PBES2, HMAC-SHA-256)`; the name of an older scheme says its cipher. */
function nameOf({ scheme, cipher, kdf, prf }: EncryptionDescription): string {
  if (scheme !== "PBES2") return scheme;
  return `${cipher ?? "An unknown cipher"} (PBES2, ${(kdf === "PBKDF2" ? prf : kdf) ?? "unknown derivation"})`;
}
