/** Decrypts what is encrypted in one content info: its SafeContents, then the keys in it. */

import type { BerNode } from "../asn1/ber.js";
import { decodeBer } from "../asn1/ber.js";
import { isUniversal, TAG } from "../asn1/values.js";
import { MalformedError, PasswordError, UnsupportedError } from "../errors.js";
import type { Limits } from "../limits.js";
import type { EncryptedDataContent } from "./authenticated-safe.js";
import { decrypt } from "./decrypt.js";
import type { EncryptionDescription, Opened } from "./description.js";
import { describeEncryption } from "./description.js";
import type { EncryptionAlgorithm } from "./encryption-algorithm.js";
import type {
  CertBag,
  CrlBag,
  EncryptedKeyBag,
  KeyBag,
  SafeBag,
  SafeContentsContext,
  SecretBag,
  UnknownBag,
} from "./safe-bag.js";
import { decodeSafeContents } from "./safe-bag.js";
import type { Session } from "./session.js";
import type { OpenContent, Unreadable } from "./structure.js";

/** A private key that was encrypted, opened. */
export interface ShroudedKeyBag extends Omit<EncryptedKeyBag, "algorithm" | "encryptedData"> {
  /** PrivateKeyInfo (PKCS#8, RFC 5958). */
  readonly privateKeyInfo: Uint8Array;
}

/** One bag of an opened file. */
export type Bag = KeyBag | ShroudedKeyBag | CertBag | CrlBag | SecretBag | UnknownBag;

/** What is collected while a file is opened, in file order. */
export interface Collected {
  readonly bags: Bag[];
  readonly encryptions: (EncryptionDescription & Partial<Opened>)[];
  readonly unreadable: Unreadable[];
}

/**
 * Adds the bags of one content info to `collected`, keys decrypted. What no password or no algorithm here opens is
 * added to `unreadable`; limits still throw.
 */
export async function openContent(
  content: OpenContent | EncryptedDataContent,
  count: SafeContentsContext["count"],
  session: Session,
  collected: Collected,
): Promise<void> {
  const isEncrypted = content.kind === "encryptedData";
  for (const bag of isEncrypted ? await decryptContent(content, count, session, collected) : content.bags) {
    if (bag.kind !== "pkcs8ShroudedKeyBag") {
      collected.bags.push(bag);
      continue;
    }
    // Keys that lie in an encrypted content could not be counted before it was open.
    if (isEncrypted) session.work.chargeEncryption(bag.algorithm, bag.at);
    const { algorithm, encryptedData, ...shared } = bag;
    const key = await attempt(algorithm, encryptedData, bag.at, session, collected);
    if (key !== undefined) collected.bags.push({ ...shared, privateKeyInfo: key.bytes });
  }
}

async function decryptContent(
  { algorithm, encryptedContent, at }: EncryptedDataContent,
  count: SafeContentsContext["count"],
  session: Session,
  collected: Collected,
): Promise<readonly SafeBag[]> {
  const safeContents = await attempt(algorithm, encryptedContent, at, session, collected);
  if (safeContents === undefined) return [];
  return decodeSafeContents(safeContents, at, {
    limits: session.limits,
    count,
    onUnreadable: (error) => void collected.unreadable.push({ at: error.at, error }),
  });
}

/** Decrypts one part and records how it was encrypted, and why it could not be opened if so. */
async function attempt(
  algorithm: EncryptionAlgorithm,
  data: Uint8Array,
  at: string,
  session: Session,
  collected: Collected,
): Promise<BerNode | undefined> {
  const description = describeEncryption(algorithm, at);
  const decode = (plaintext: Uint8Array): BerNode | undefined => wholeSequence(plaintext, at, session.limits);
  try {
    const { content, ...opened } = await decrypt(algorithm, data, at, session, decode);
    collected.encryptions.push({ ...description, ...opened });
    return content;
  } catch (error) {
    if (!(error instanceof PasswordError || error instanceof UnsupportedError)) throw error;
    collected.encryptions.push(description);
    collected.unreadable.push({ at, error });
    return undefined;
  }
}

/** A SafeContents and a PrivateKeyInfo are both one SEQUENCE; under a wrong key nothing else would begin and end so. */
function wholeSequence(plaintext: Uint8Array, at: string, limits: Limits): BerNode | undefined {
  try {
    const { root, trailingBytes } = decodeBer(plaintext, at, limits);
    return isUniversal(root, TAG.sequence) && root.constructed && trailingBytes === 0 ? root : undefined;
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
