/** SafeContents and the six bag types (RFC 7292 section 4.2), as they lie in the file: nothing is decrypted here. */
import type { BerNode } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, readExplicit, readObjectIdentifier, readOctetString, readSequence, TAG } from "../asn1/values.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { ToolkitError } from "../errors.js";
import { LimitError, MalformedError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { BagAttributes } from "./bag-attributes.js";
import { readBagAttributes } from "./bag-attributes.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import { readEncryptionAlgorithm } from "./encryption-algorithm.js";
import { structureError } from "./structure-error.js";

interface BagBase {
  /** The place in the file, such as `authSafe[1].safeBag[0]`. */
  readonly at: string;
  readonly attributes: BagAttributes;
}

/** KeyBag: a private key in the clear. */
export interface KeyBag extends BagBase {
  readonly kind: "keyBag";
  /** PrivateKeyInfo (PKCS#8, RFC 5958). */
  readonly privateKeyInfo: Uint8Array;
}

/** PKCS8ShroudedKeyBag as it lies in the file. */
export interface EncryptedKeyBag extends BagBase {
  readonly kind: "pkcs8ShroudedKeyBag";
  readonly algorithm: EncryptionAlgorithm;
  readonly encryptedData: Uint8Array;
}

/** CertBag: `certId` says which kind, `certValue` is a DER certificate for x509Certificate and base64 text for SDSI. */
export interface CertBag extends BagBase {
  readonly kind: "certBag";
  readonly certId: string;
  readonly certValue: Uint8Array;
  /** The value with its own tag; absent for x509Certificate, whose value is an OCTET STRING. */
  readonly certValueEncoding?: Uint8Array;
}

/** CRLBag: `crlValue` is a DER CertificateList for x509CRL. */
export interface CrlBag extends BagBase {
  readonly kind: "crlBag";
  readonly crlId: string;
  readonly crlValue: Uint8Array;
}

/** SecretBag: anything; `secretValue` is the value's own encoding. */
export interface SecretBag extends BagBase {
  readonly kind: "secretBag";
  readonly secretTypeId: string;
  readonly secretValue: Uint8Array;
}

/**
 * A bag of a type that RFC 7292 does not define, or a CRLBag or SecretBag whose value is not what RFC 7292 has there:
 * nobody needs it to find keys and certificates. `bagValue` is its encoding.
 */
export interface UnknownBag extends BagBase {
  readonly kind: "unknownBag";
  readonly bagId: string;
  readonly bagValue: Uint8Array;
}

/** One bag of a file; a safeContentsBag is replaced by the bags inside it, whose `at` shows the nesting. */
export type SafeBag = KeyBag | EncryptedKeyBag | CertBag | CrlBag | SecretBag | UnknownBag;

/** What {@link decodeSafeContents} needs to know beside the bytes. */
export interface SafeContentsContext {
  readonly limits: Limits;
  /** Counted so far in the whole file; raised by each call. */
  readonly count: Record<"bags" | "keys", number>;
  /** Told of a bag that cannot be read; returns to go on without it, or throws to stop. */
  readonly onUnreadable: (error: ToolkitError) => void;
}

/**
 * Reads the bags of a SafeContents in file order, those of nested SafeContents in their place. The recursion is as deep
 * as the tree, which the reader of BER has limited.
 * @param at - where the SafeContents stands, such as `authSafe[0]`
 * @throws {MalformedError} `ERR_PKCS12_STRUCTURE`
 * @throws {LimitError} `ERR_PKCS12_BAGS`, `ERR_PKCS12_KEYS`
 */
export function decodeSafeContents(node: BerNode, at: string, context: SafeContentsContext): SafeBag[] {
  return decodeSafeBags(readSequence(node, at), at, context);
}

/**
 * Reads bags that stand at `at`, as {@link decodeSafeContents} does those of its list.
 * @throws {LimitError} `ERR_PKCS12_BAGS`, `ERR_PKCS12_KEYS`
 */
export function decodeSafeBags(nodes: readonly BerNode[], at: string, context: SafeContentsContext): SafeBag[] {
  return nodes.flatMap((bagNode, index) => {
    const bagAt = `${at}.safeBag[${index}]`;
    countOne("bags", context, bagAt);
    try {
      return decodeSafeBag(bagNode, bagAt, context);
    } catch (error) {
      const unreadable = structureError(error, bagAt);
      if (unreadable instanceof LimitError) throw unreadable;
      context.onUnreadable(unreadable);
      return [];
    }
  });
}

function countOne(what: "bags" | "keys", { count, limits }: SafeContentsContext, at: string): void {
  count[what] += 1;
  if (count[what] <= limits[what]) return;
  throw new LimitError(`the file has more than ${limits[what]} ${what}`, {
    code: what === "bags" ? "ERR_PKCS12_BAGS" : "ERR_PKCS12_KEYS",
    at,
    limit: what,
    actual: count[what],
  });
}

function decodeSafeBag(node: BerNode, at: string, context: SafeContentsContext): SafeBag[] {
  const [bagIdNode, bagValueNode, attributesNode] = readSequence(node, at);
  const bagId = readObjectIdentifier(bagIdNode, at);
  const value = readExplicit(bagValueNode, 0, at);
  if (bagId === OID.safeContentsBag) return decodeSafeContents(value, at, context);
  const base = { at, attributes: readBagAttributes(attributesNode, at) };
  switch (bagId) {
    case OID.keyBag:
      countOne("keys", context, at);
      return [toKeyBag(base, value)];
    case OID.pkcs8ShroudedKeyBag: {
      countOne("keys", context, at);
      const [algorithm, encryptedData] = readSequence(value, at);
      // GnuTLS puts a key in the clear under this type when it is given an empty password.
      if (isUniversal(algorithm, TAG.integer)) return [toKeyBag(base, value)];
      return [
        {
          kind: "pkcs8ShroudedKeyBag",
          ...base,
          algorithm: readEncryptionAlgorithm(algorithm, at),
          encryptedData: readOctetString(encryptedData, at),
        },
      ];
    }
    case OID.certBag: {
      const { id, inner } = readTyped(value, at);
      const bag = { kind: "certBag", ...base, certId: id } as const;
      if (id === OID.x509Certificate) return [{ ...bag, certValue: readOctetString(inner, at) }];
      return [{ ...bag, certValue: toOwnedBytes(inner.content), certValueEncoding: toOwnedBytes(inner.bytes) }];
    }
    default:
      return [{ ...base, ...readOtherBag(bagId, value, at) }];
  }
}

function toKeyBag(base: BagBase, { bytes }: BerNode): KeyBag {
  return { kind: "keyBag", ...base, privateKeyInfo: toOwnedBytes(bytes) };
}

type WithoutBase<Bag> = Bag extends BagBase ? Omit<Bag, keyof BagBase> : never;

function readOtherBag(bagId: string, value: BerNode, at: string): WithoutBase<CrlBag | SecretBag | UnknownBag> {
  try {
    if (bagId === OID.crlBag) {
      const { id, inner } = readTyped(value, at);
      return { kind: "crlBag", crlId: id, crlValue: readOctetString(inner, at) };
    }
    if (bagId === OID.secretBag) {
      const { id, inner } = readTyped(value, at);
      return { kind: "secretBag", secretTypeId: id, secretValue: toOwnedBytes(inner.bytes) };
    }
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
  }
  return { kind: "unknownBag", bagId, bagValue: toOwnedBytes(value.bytes) };
}

/** The common shape of CertBag, CRLBag and SecretBag: an identifier and an explicitly tagged value. */
function readTyped(value: BerNode, at: string): { readonly id: string; readonly inner: BerNode } {
  const [id, inner] = readSequence(value, at);
  return { id: readObjectIdentifier(id, at), inner: readExplicit(inner, 0, at) };
}
