/** The algorithm that a certificate is signed with (RFC 5280 section 4.1.1.2). */
import { readAlgorithmIdentifier } from "../asn1/algorithm-identifier.js";
import type { BerNode } from "../asn1/ber.js";
import { OID, oidName } from "../asn1/oids.js";
import { isContext, readExplicit, readSequence } from "../asn1/values.js";
import { ToolkitError } from "../errors.js";

/** What signed a certificate. */
export interface SignatureAlgorithm {
  readonly oid: string;
  /** The standard name, such as `sha256WithRSAEncryption`, or the dotted identifier. */
  readonly name: string;
  /** The digest by its name in the table of OIDs, such as `SHA-1` or `SHA-256`; `undefined` where none is named. */
  readonly digest: string | undefined;
}

/** How the names of signature algorithms spell digests. */
const DIGESTS: readonly (readonly [RegExp, string])[] = [
  [/md2/, "MD2"],
  [/md4/, "MD4"],
  [/md5/, "MD5"],
  [/ripemd160/, "RIPEMD-160"],
  [/sm3/, "SM3"],
  [/34\.11-94/, "GOST R 34.11-94"],
  [/\(256\).*34\.11-2012/, "GOST R 34.11-2012 (256)"],
  [/\(512\).*34\.11-2012/, "GOST R 34.11-2012 (512)"],
  [/sha3-(\d+)/, "SHA3-$1"],
  [/sha512-(\d+)/, "SHA-512/$1"],
  [/sha(\d+)/, "SHA-$1"],
];

/**
 * Reads the identifier and, for RSASSA-PSS, the digest from its parameters (RFC 4055 section 3.1: SHA-1 where absent).
 * @throws {MalformedError} `ERR_ASN1_UNEXPECTED` for something that is no AlgorithmIdentifier
 */
export function decodeSignatureAlgorithm(node: BerNode | undefined, at: string): SignatureAlgorithm {
  const { oid, parameters } = readAlgorithmIdentifier(node, at);
  const name = oidName(oid) ?? oid;
  return { oid, name, digest: oid === OID.rsaPss ? pssDigest(parameters, at) : digestInName(name) };
}

function pssDigest(parameters: BerNode | undefined, at: string): string | undefined {
  try {
    const hash = parameters && readSequence(parameters, at).find((member) => isContext(member, 0));
    if (hash === undefined) return "SHA-1";
    const { oid } = readAlgorithmIdentifier(readExplicit(hash, 0, at), at);
    return oidName(oid) ?? oid;
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

function digestInName(name: string): string | undefined {
  const lowerCase = name.toLowerCase();
  for (const [pattern, digest] of DIGESTS) {
    const match = pattern.exec(lowerCase);
    if (match !== null) return digest.replace("$1", match[1] ?? "");
  }
  return undefined;
}
