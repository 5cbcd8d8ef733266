/** Builds a PFX of private keys and certificates. */
import { decodeBer } from "../asn1/ber.js";
import { OID } from "../asn1/oids.js";
import { isUniversal, TAG } from "../asn1/values.js";
import { writeBmpString, writeOctetString } from "../asn1/write.js";
import { encodeHex } from "../bytes/hex.js";
import { requireInteger } from "../crypto/arguments.js";
import { digest } from "../crypto/hash.js";
import { requireOctets, requireText } from "./arguments.js";
import type { BagAttribute } from "./bag-attributes.js";
import type { BagToPack } from "./pack.js";
import { packBags, writeTypedValue } from "./pack.js";
import type { ProtectionOptions } from "./protection-options.js";

/** A private key with its certificate. */
export interface PackableCredential {
  /** PrivateKeyInfo (PKCS#8, RFC 5958), DER, not encrypted. */
  readonly privateKey: Uint8Array;
  /** The certificate of that key, DER; nobody here checks that they belong together. */
  readonly certificate: Uint8Array;
  /** The issuers' certificates, DER, the leaf's own issuer first by custom. */
  readonly chain?: readonly Uint8Array[] | undefined;
  /** On both bags, 1 to 255 UTF-16 units (RFC 2985 section 5.5.1); keytool's alias. */
  readonly friendlyName?: string | undefined;
  /** On both bags, by which readers pair them; default: the SHA-1 of the certificate, as OpenSSL has it. */
  readonly localKeyId?: Uint8Array | undefined;
}

/** Options of {@link buildPkcs12}. */
export interface BuildPkcs12Options extends ProtectionOptions {}

/** pkcs-9-ub-friendlyName of RFC 2985 App. A. */
const MOST_NAME_UNITS = 255;

/**
 * Writes a PFX (RFC 7292), DER: first the certificates under encryption, each leaf followed by what of its chain is not
 * in the file yet, then the keys, each encrypted by itself; a MAC around it. A certificate that is a credential's own is
 * never repeated as part of a chain. Derivations run side by side where the runtime can.
 *
 * Does not check that key and certificate belong together, nor dates nor chains. Random octets are taken in this order:
 * the MAC's salt; the salt of the certificates and (PBES2) their initialization vector; the same for each key.
 * @param credentials - one or more
 * @returns the whole file
 * @throws {TypeError} naming the argument: no Uint8Array, no PKCS#8, no certificate, half of a surrogate pair in a text
 * @throws {RangeError} naming the argument: `credentials` or octets that are empty, `protection`, `iterations`, a
 * friendlyName of no or too many characters, `random` that gives another length than asked for
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE` where there is no WebCrypto and no `provider`
 * @throws the reason of `options.signal` when it is aborted
 */
export async function buildPkcs12(
  credentials: readonly PackableCredential[],
  options: BuildPkcs12Options,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!Array.isArray(credentials)) throw new TypeError('"credentials" expected an array');
  if (credentials.length === 0) throw new RangeError('"credentials" expected at least 1, got 0');
  credentials.forEach(requireCredential);
  const packable = credentials as readonly PackableCredential[];
  const written = new Set(packable.map(({ certificate }) => encodeHex(certificate)));
  const certificates: BagToPack[] = [];
  const keys: BagToPack[] = [];
  for (const credential of packable) {
    const attributes = attributesOf(credential);
    certificates.push(certBag(credential.certificate, attributes));
    for (const issuer of credential.chain ?? []) {
      if (written.size < written.add(encodeHex(issuer)).size) certificates.push(certBag(issuer, []));
    }
    keys.push({ kind: "key", privateKeyInfo: credential.privateKey, attributes });
  }
  return await packBags([...certificates, ...keys], options);
}

function certBag(certificate: Uint8Array, attributes: readonly BagAttribute[]): BagToPack {
  const bagValue = writeTypedValue(OID.x509Certificate, writeOctetString(certificate));
  return { kind: "other", bagId: OID.certBag, bagValue, attributes };
}

function attributesOf({ certificate, friendlyName, localKeyId }: PackableCredential): readonly BagAttribute[] {
  const keyId = localKeyId ?? digest("SHA-1", certificate);
  return [
    ...(friendlyName === undefined ? [] : [{ oid: OID.friendlyName, values: [writeBmpString(friendlyName)] }]),
    { oid: OID.localKeyId, values: [writeOctetString(keyId)] },
  ];
}

function requireCredential(credential: PackableCredential, index: number): void {
  const { privateKey, certificate, chain = [], friendlyName, localKeyId } = credential;
  const name = (member: string): string => `credentials[${index}].${member}`;
  requireDer(name("privateKey"), privateKey, "a private key in PKCS#8", PRIVATE_KEY_INFO);
  requireDer(name("certificate"), certificate, "a certificate", CERTIFICATE);
  for (const [at, issuer] of chain.entries()) requireDer(name(`chain[${at}]`), issuer, "a certificate", CERTIFICATE);
  if (localKeyId !== undefined) requireOctets(name("localKeyId"), localKeyId);
  if (friendlyName === undefined) return;
  requireText(name("friendlyName"), friendlyName);
  requireInteger(name("friendlyName.length"), friendlyName.length, 1, MOST_NAME_UNITS);
}

/** The first members of either structure: enough to tell them from each other, from PKCS#1, SEC 1 and from PEM. */
const PRIVATE_KEY_INFO = [TAG.integer, TAG.sequence, TAG.octetString];
const CERTIFICATE = [TAG.sequence, TAG.sequence, TAG.bitString];

function requireDer(name: string, bytes: Uint8Array, what: string, members: readonly number[]): void {
  requireOctets(name, bytes);
  if (!isSequenceOf(members, bytes)) throw new TypeError(`"${name}" expected the DER of ${what}`);
}

function isSequenceOf(members: readonly number[], bytes: Uint8Array): boolean {
  try {
    const { root, trailingBytes } = decodeBer(bytes, "");
    const isSequence = isUniversal(root, TAG.sequence) && trailingBytes === 0;
    return isSequence && members.every((tag, index) => isUniversal(root.children[index], tag));
  } catch {
    return false;
  }
}
