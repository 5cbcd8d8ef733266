/** Writes a PFX of given bags (RFC 7292 section 4), protected. */
import { OID } from "../asn1/oids.js";
import type { Der } from "../asn1/write.js";
import {
  writeCount,
  writeExplicit,
  writeImplicitOctetString,
  writeObjectIdentifier,
  writeOctetString,
  writeSequence,
  writeSetOf,
} from "../asn1/write.js";
import type { BagAttribute } from "./bag-attributes.js";
import type { ProtectionOptions } from "./protection-options.js";
import type { Protector } from "./protector.js";
import { createProtector } from "./protector.js";

/** A private key, which becomes a pkcs8ShroudedKeyBag. */
export interface KeyToPack {
  readonly kind: "key";
  /** PrivateKeyInfo (PKCS#8, RFC 5958). */
  readonly privateKeyInfo: Uint8Array;
  readonly attributes: readonly BagAttribute[];
}

/** Any other bag. */
export interface OtherToPack {
  readonly kind: "other";
  readonly bagId: string;
  /** The encoding of the value. */
  readonly bagValue: Uint8Array;
  readonly attributes: readonly BagAttribute[];
}

/** One bag to be written. */
export type BagToPack = KeyToPack | OtherToPack;

const PFX_VERSION = 3;
const ENCRYPTED_DATA_VERSION = 0;

/** More content infos than these take a derivation each, to no purpose. */
const MOST_CONTENTS = 2;

/**
 * Writes the bags in their order: keys that follow one another lie encrypted in a content of type data, what lies
 * between keys in one of type encryptedData. Where that would make more than two contents, all of them lie in one of type
 * encryptedData, so that the work of opening does not grow with the order of the bags. DER throughout, but for values
 * that were given in BER.
 *
 * Takes its random octets in this order: the MAC's salt; then for each key and each encryptedData, in the order in which
 * they end in the file, the salt and (PBES2) the initialization vector.
 * @throws as {@link createProtector}
 */
export async function packBags(bags: readonly BagToPack[], options: ProtectionOptions): Promise<Der> {
  const protector = createProtector(options);
  const finishMac = protector.authenticate();
  const runs = intoRuns(bags);
  const contents =
    runs.length > MOST_CONTENTS
      ? [writeEncryptedContent(bags, protector)]
      : runs.map((run) => (run[0]?.kind === "key" ? writeKeys(run, protector) : writeEncryptedContent(run, protector)));
  const authSafe = writeSequence(...(await Promise.all(contents)));
  return writeSequence(writeCount(PFX_VERSION), writeDataInfo(authSafe), await finishMac(authSafe));
}

/** Neighbours of one kind together. */
function intoRuns(bags: readonly BagToPack[]): readonly BagToPack[][] {
  const runs: BagToPack[][] = [];
  for (const bag of bags) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === bag.kind) last.push(bag);
    else runs.push([bag]);
  }
  return runs;
}

async function writeKeys(bags: readonly BagToPack[], protector: Protector): Promise<Der> {
  return writeDataInfo(await writeSafeContents(bags, protector));
}

/** ContentInfo of type encryptedData (RFC 5652 section 8). */
async function writeEncryptedContent(bags: readonly BagToPack[], protector: Protector): Promise<Der> {
  const { algorithm, ciphertext } = await protector.encrypt(writeSafeContents(bags, protector));
  const encryptedContentInfo = writeSequence(
    writeObjectIdentifier(OID.data),
    algorithm,
    writeImplicitOctetString(0, ciphertext),
  );
  const encryptedData = writeSequence(writeCount(ENCRYPTED_DATA_VERSION), encryptedContentInfo);
  return writeSequence(writeObjectIdentifier(OID.encryptedData), writeExplicit(0, encryptedData));
}

function writeDataInfo(octets: Uint8Array): Der {
  return writeSequence(writeObjectIdentifier(OID.data), writeExplicit(0, writeOctetString(octets)));
}

async function writeSafeContents(bags: readonly BagToPack[], protector: Protector): Promise<Der> {
  return writeSequence(...(await Promise.all(bags.map((bag) => writeSafeBag(bag, protector)))));
}

async function writeSafeBag(bag: BagToPack, protector: Protector): Promise<Der> {
  if (bag.kind === "other") return writeBag(bag.bagId, bag.bagValue, bag.attributes);
  const { algorithm, ciphertext } = await protector.encrypt(bag.privateKeyInfo);
  return writeBag(OID.pkcs8ShroudedKeyBag, writeSequence(algorithm, writeOctetString(ciphertext)), bag.attributes);
}

/** A SafeBag; an empty set of attributes is left out. */
function writeBag(bagId: string, value: Uint8Array, attributes: readonly BagAttribute[]): Der {
  const written = attributes.map(({ oid, values }) => writeSequence(writeObjectIdentifier(oid), writeSetOf(...values)));
  return writeSequence(
    writeObjectIdentifier(bagId),
    writeExplicit(0, value),
    ...(written.length === 0 ? [] : [writeSetOf(...written)]),
  );
}

/** The common shape of CertBag, CRLBag and SecretBag (RFC 7292 sections 4.2.3 to 4.2.5). */
export function writeTypedValue(typeId: string, value: Uint8Array): Der {
  return writeSequence(writeObjectIdentifier(typeId), writeExplicit(0, value));
}
