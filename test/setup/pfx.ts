/** Writes the structures of RFC 7292 around bytes of a test's choice. Nothing is encrypted or authenticated here. */
import { OID } from "../../src/asn1/oids.js";
import type { Der } from "./der.js";
import { contextPrimitive, explicit, integer, nullValue, octetString, oid, sequence, set } from "./der.js";

/** ContentInfo of type data around any octets. */
export const dataInfo = (octets: Uint8Array): Der => sequence(oid(OID.data), explicit(0, octetString(octets)));

/** A content info with its bags in the clear. */
export const plainContent = (...bags: readonly Uint8Array[]): Der => dataInfo(sequence(...bags));

/** A content info of type encryptedData (RFC 5652 section 8). */
export const encryptedContent = (algorithm: Uint8Array, ciphertext: Uint8Array): Der =>
  sequence(
    oid(OID.encryptedData),
    explicit(0, sequence(integer(0), sequence(oid(OID.data), algorithm, contextPrimitive(0, ciphertext)))),
  );

/** The AuthenticatedSafe that holds these contents: what a MAC covers. */
export const authenticatedSafe = (contents: readonly Uint8Array[]): Der => sequence(...contents);

/** A whole file; without `macData` it has no integrity. */
export const pfx = (contents: readonly Uint8Array[], macData?: Uint8Array): Der =>
  sequence(integer(3), dataInfo(authenticatedSafe(contents)), ...(macData === undefined ? [] : [macData]));

/** A bag of any type. */
export const safeBag = (bagId: string, value: Uint8Array, ...attributes: readonly Uint8Array[]): Der =>
  sequence(oid(bagId), explicit(0, value), ...(attributes.length === 0 ? [] : [set(...attributes)]));

/** A certBag of X.509; nobody in room pkcs12 looks into the certificate. */
export const certBag = (certificate: Uint8Array, ...attributes: readonly Uint8Array[]): Der =>
  safeBag(OID.certBag, sequence(oid(OID.x509Certificate), explicit(0, octetString(certificate))), ...attributes);

/** A pkcs8ShroudedKeyBag: EncryptedPrivateKeyInfo (RFC 5958 section 3). */
export const shroudedKeyBag = (
  algorithm: Uint8Array,
  ciphertext: Uint8Array,
  ...attributes: readonly Uint8Array[]
): Der => safeBag(OID.pkcs8ShroudedKeyBag, sequence(algorithm, octetString(ciphertext)), ...attributes);

/** One PKCS12Attribute. */
export const attribute = (type: string, ...values: readonly Uint8Array[]): Der => sequence(oid(type), set(...values));

/** AlgorithmIdentifier. */
export const algorithm = (identifier: string, parameters: Uint8Array = nullValue()): Der =>
  sequence(oid(identifier), parameters);

/** MacData with any digest algorithm and any code. */
export const macDataOf = (
  digestAlgorithm: Uint8Array,
  digest: Uint8Array,
  ...saltAndIterations: readonly Uint8Array[]
): Der => sequence(sequence(digestAlgorithm, octetString(digest)), ...saltAndIterations);
