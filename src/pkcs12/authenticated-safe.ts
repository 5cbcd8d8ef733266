/** AuthenticatedSafe: the list of content infos inside a PFX (RFC 7292 section 4.1), nothing of it decrypted. */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { describeOid, OID } from "../asn1/oids.js";
import {
  isContext,
  readExplicit,
  readImplicitOctetString,
  readObjectIdentifier,
  readOctetString,
  readSequence,
} from "../asn1/values.js";
import type { ToolkitError } from "../errors.js";
import { LimitError, MalformedError, UnsupportedError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import { readEncryptionAlgorithm } from "./encryption-algorithm.js";
import { structureError } from "./structure-error.js";

/** Types that belong inside a SafeContents. */
const BAG_TYPES: ReadonlySet<string> = new Set([
  OID.keyBag,
  OID.pkcs8ShroudedKeyBag,
  OID.certBag,
  OID.crlBag,
  OID.secretBag,
  OID.safeContentsBag,
]);

interface ContentBase {
  /** `authSafe[0]` and so on. */
  readonly at: string;
}

/** SafeContents in the clear. */
export interface DataContent extends ContentBase {
  readonly kind: "data";
  readonly safeContents: Uint8Array;
}

/** SafeContents under a password. */
export interface EncryptedDataContent extends ContentBase {
  readonly kind: "encryptedData";
  readonly algorithm: EncryptionAlgorithm;
  readonly encryptedContent: Uint8Array;
  /** Whether it came in one piece, as DER has it: its tag does not tell the reader of BER that it is a string. */
  readonly canonical: boolean;
}

/** A SafeBag where a ContentInfo should be: hxtool of Heimdal writes such files. */
export interface BareBagContent extends ContentBase {
  readonly kind: "bareBag";
  readonly safeBag: BerNode;
}

/** A content that cannot be opened, with the reason: under a public key, of a foreign type, or broken. */
export interface UnreadableContent extends ContentBase {
  readonly kind: "unreadable";
  readonly error: ToolkitError;
}

/** One element of the AuthenticatedSafe. */
export type SafeContent = DataContent | EncryptedDataContent | BareBagContent | UnreadableContent;

/** The contents in file order and whether they are DER. */
export interface AuthenticatedSafe {
  readonly contents: readonly SafeContent[];
  readonly encoding: "DER" | "BER";
}

/**
 * Reads the list. A content that cannot be opened is listed as such, for the caller to refuse or to report.
 * @throws {MalformedError} `ERR_PKCS12_STRUCTURE` where there is no list
 * @throws {LimitError} `ERR_ASN1_LIMIT`, `ERR_PKCS12_CONTENTS`
 */
export function decodeAuthenticatedSafe(authSafe: Uint8Array, limits: Limits): AuthenticatedSafe {
  const at = "authSafe";
  try {
    const { root, encoding } = decodeBer(authSafe, at, limits);
    const nodes = readSequence(root, at);
    requireFew(nodes.length, limits.contents, at);
    const contents = nodes.map((node, index) => readContent(node, `${at}[${index}]`));
    const isDer = contents.every((content) => content.kind !== "encryptedData" || content.canonical);
    return { contents, encoding: isDer ? encoding : "BER" };
  } catch (error) {
    throw structureError(error, at);
  }
}

function requireFew(actual: number, allowed: number, at: string): void {
  if (actual <= allowed) return;
  throw new LimitError(`the file has ${actual} contents, the limit is ${allowed}`, {
    code: "ERR_PKCS12_CONTENTS",
    at,
    limit: "contents",
    actual,
  });
}

function readContent(node: BerNode, at: string): SafeContent {
  try {
    const [contentTypeNode, contentNode] = readSequence(node, at);
    const contentType = readObjectIdentifier(contentTypeNode, at);
    if (contentType === OID.data) {
      return { kind: "data", at, safeContents: readOctetString(readExplicit(contentNode, 0, at), at) };
    }
    if (contentType === OID.encryptedData) return readEncryptedData(readExplicit(contentNode, 0, at), at);
    if (BAG_TYPES.has(contentType)) return { kind: "bareBag", at, safeBag: node };
    return { kind: "unreadable", at, error: foreignContent(contentType, at) };
  } catch (error) {
    return { kind: "unreadable", at, error: structureError(error, at) };
  }
}

/** EncryptedData and its EncryptedContentInfo (RFC 5652 section 8). */
function readEncryptedData(node: BerNode, at: string): EncryptedDataContent {
  const [, contentInfo] = readSequence(node, at);
  const [contentType, algorithm, encryptedContent] = readSequence(contentInfo, at);
  if (readObjectIdentifier(contentType, at) !== OID.data || !isContext(encryptedContent, 0)) {
    throw new MalformedError(`${at} holds no encrypted data`, { code: "ERR_PKCS12_STRUCTURE", at });
  }
  return {
    kind: "encryptedData",
    at,
    algorithm: readEncryptionAlgorithm(algorithm, at),
    encryptedContent: readImplicitOctetString(encryptedContent, 0, at),
    canonical: !encryptedContent.constructed,
  };
}

function foreignContent(contentType: string, at: string): ToolkitError {
  if (contentType === OID.envelopedData) {
    return new UnsupportedError(
      `${at} is in public-key privacy mode (envelopedData): it opens with a private key, not with a password`,
      { code: "ERR_PKCS12_PUBLIC_KEY_MODE", at, oid: contentType },
    );
  }
  return new MalformedError(`${at} expected data, encryptedData or envelopedData, got ${describeOid(contentType)}`, {
    code: "ERR_PKCS12_STRUCTURE",
    at,
  });
}
