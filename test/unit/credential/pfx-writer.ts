/** PFX files in the clear (RFC 7292 section 4), bag by bag, sound ones and spoilt ones. */
import { OID } from "../../../src/asn1/oids.js";
import type { Der } from "../../setup/der.js";
import { bmpString, explicit, integer, join, octetString, oid, sequence } from "../../setup/der.js";
import * as writer from "../../setup/pfx.js";
import { encodings, encryptPbes2 } from "../../setup/protect.js";

/** PKCS12Attributes of a bag; a localKeyId of one octet. */
export interface Attributes {
  readonly friendlyName?: string;
  readonly localKeyId?: number;
}

function attributesOf({ friendlyName, localKeyId }: Attributes): readonly Der[] {
  return [
    ...(friendlyName === undefined ? [] : [writer.attribute(OID.friendlyName, bmpString(friendlyName))]),
    ...(localKeyId === undefined ? [] : [writer.attribute(OID.localKeyId, octetString(Uint8Array.of(localKeyId)))]),
  ];
}

export const keyBag = (pkcs8: Uint8Array, attributes: Attributes = {}): Der =>
  writer.safeBag(OID.keyBag, pkcs8, ...attributesOf(attributes));

/** A certBag; `octets` need not be a certificate. */
export const certBag = (octets: Uint8Array, attributes: Attributes = {}): Der =>
  writer.certBag(octets, ...attributesOf(attributes));

/** A key that no password opens: two blocks of zeros under pbeWithSHAAnd3-KeyTripleDES-CBC, one iteration. */
export function lockedKeyBag(): Der {
  const parameters = sequence(octetString(new Uint8Array(8)), integer(1));
  return writer.shroudedKeyBag(writer.algorithm("1.2.840.113549.1.12.1.3", parameters), new Uint8Array(16));
}

/** A key under PBES2 with this password. */
export async function shroudedKeyBag(pkcs8: Der, password: string): Promise<Der> {
  const { algorithm, ciphertext } = await encryptPbes2(pkcs8, encodings.utf8(password));
  return writer.shroudedKeyBag(algorithm, ciphertext);
}

/** A content info whose bags are under PBES2 with this password. */
export async function sealedData(password: string, ...bags: readonly Uint8Array[]): Promise<Der> {
  const { algorithm, ciphertext } = await encryptPbes2(sequence(...bags), encodings.utf8(password));
  return writer.encryptedContent(algorithm, ciphertext);
}

/** A bag that is none. */
export const brokenBag = (): Der => sequence(integer(0));

/** A content info with its bags in the clear. */
export const data = writer.plainContent;

/** A content info that only a private key would open. */
export const envelopedData = (): Der => sequence(oid(OID.envelopedData), explicit(0, sequence()));

/** The PFX around content infos. */
export const pfxOf = (...contents: readonly Uint8Array[]): Der => writer.pfx(contents);

/** A PFX with these bags in the clear. */
export const plainPfx = (...bags: readonly Uint8Array[]): Der => pfxOf(data(...bags));

/** The same with a MAC over SHA-1 that fits no password. */
export const sealedPfx = (...bags: readonly Uint8Array[]): Der =>
  writer.pfx(
    [data(...bags)],
    writer.macDataOf(writer.algorithm("1.3.14.3.2.26"), new Uint8Array(20), octetString(new Uint8Array(8))),
  );

/** With the octets of `text` behind the file. */
export const followedBy = (file: Uint8Array, text: string): Der => join(file, new TextEncoder().encode(text));
