/** The readable certificates of a file by their public keys, so that many keys do not each walk through all of them. */
import type { PrivateKey } from "../x509/private-key.js";
import { sameLocalKeyId } from "./local-key-id.js";
import { isReadable } from "./open-certificate.js";
import type { OpenedCertificate, ReadableCertificate } from "./opened-file.js";

/** What a key is looked up by. */
export interface KeyInFile {
  readonly key: PrivateKey;
  /** The public key computed from it; `undefined` where nobody here can compute it. */
  readonly identity: string | undefined;
  readonly localKeyId: Uint8Array | undefined;
}

/** Gives the certificates of a key in file order. */
export type FindCertificates = (key: KeyInFile) => readonly ReadableCertificate[];

/** A renewal leaves two or three; thousands over one key are made to cost time, and are cut off here. */
const MAX_CERTIFICATES_OF_KEY = 100;

/**
 * Indexes the certificates of a file.
 * Where no public key can be computed, a certificate of the same algorithm with the same localKeyId is taken at its word.
 */
export function indexCertificates(certificates: readonly OpenedCertificate[]): FindCertificates {
  const readable = certificates.filter(isReadable);
  const byIdentity = new Map<string, ReadableCertificate[]>();
  for (const opened of readable) {
    const { identity } = opened.certificate.publicKey;
    const others = byIdentity.get(identity);
    if (others === undefined) byIdentity.set(identity, [opened]);
    else if (others.length < MAX_CERTIFICATES_OF_KEY) others.push(opened);
  }
  return ({ key, identity, localKeyId }) => {
    if (identity !== undefined) return byIdentity.get(identity) ?? [];
    return readable
      .filter(({ certificate }) => certificate.publicKey.oid === key.oid)
      .filter((opened) => sameLocalKeyId(localKeyId, opened.localKeyId))
      .slice(0, MAX_CERTIFICATES_OF_KEY);
  };
}
