/** PFX files without encryption and without MAC (RFC 7292 section 4), bag by bag. */
import type { Der } from "../../setup/der.js";
import { bmpString, explicit, integer, join, octetString, oid, sequence, set } from "../../setup/der.js";

/** PKCS12Attributes of a bag. */
export interface Attributes {
  readonly friendlyName?: string;
  readonly localKeyId?: number;
}

const BAG = "1.2.840.113549.1.12.10.1";
const DATA = "1.2.840.113549.1.7.1";
const ENVELOPED_DATA = "1.2.840.113549.1.7.3";

function safeBag(type: number, value: Uint8Array, { friendlyName, localKeyId }: Attributes = {}): Der {
  const attributes = [
    ...(friendlyName === undefined ? [] : [sequence(oid("1.2.840.113549.1.9.20"), set(bmpString(friendlyName)))]),
    ...(localKeyId === undefined
      ? []
      : [sequence(oid("1.2.840.113549.1.9.21"), set(octetString(Uint8Array.of(localKeyId))))]),
  ];
  return sequence(oid(`${BAG}.${type}`), explicit(0, value), ...(attributes.length === 0 ? [] : [set(...attributes)]));
}

export const keyBag = (pkcs8: Uint8Array, attributes?: Attributes): Der => safeBag(1, pkcs8, attributes);

/** A certBag; `octets` need not be a certificate. */
export const certBag = (octets: Uint8Array, attributes?: Attributes): Der =>
  safeBag(3, sequence(oid("1.2.840.113549.1.9.22.1"), explicit(0, octetString(octets))), attributes);

/** A key that no password opens: two blocks of zeros under pbeWithSHAAnd3-KeyTripleDES-CBC, one iteration. */
export function lockedKeyBag(): Der {
  const parameters = sequence(octetString(new Uint8Array(8)), integer(1n));
  const algorithm = sequence(oid("1.2.840.113549.1.12.1.3"), parameters);
  return safeBag(2, sequence(algorithm, octetString(new Uint8Array(16))));
}

/** A bag that is none. */
export const brokenBag = (): Der => sequence(integer(0n));

/** A content info in the clear. */
export const data = (...bags: readonly Uint8Array[]): Der =>
  sequence(oid(DATA), explicit(0, octetString(sequence(...bags))));

/** A content info that only a private key would open. */
export const envelopedData = (): Der => sequence(oid(ENVELOPED_DATA), explicit(0, sequence()));

/** The PFX around content infos. */
export const pfxOf = (...contents: readonly Uint8Array[]): Der => sequence(integer(3n), authSafe(contents));

/** A PFX with these bags in the clear. */
export const plainPfx = (...bags: readonly Uint8Array[]): Der => pfxOf(data(...bags));

/** The same with a MAC over SHA-1 that fits no password. */
export function sealedPfx(...bags: readonly Uint8Array[]): Der {
  const digestInfo = sequence(sequence(oid("1.3.14.3.2.26")), octetString(new Uint8Array(20)));
  return sequence(integer(3n), authSafe([data(...bags)]), sequence(digestInfo, octetString(new Uint8Array(8))));
}

/** With the octets of `text` behind the file. */
export const followedBy = (file: Uint8Array, text: string): Der => join(file, new TextEncoder().encode(text));

function authSafe(contents: readonly Uint8Array[]): Der {
  return sequence(oid(DATA), explicit(0, octetString(sequence(...contents))));
}
