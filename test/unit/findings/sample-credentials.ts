/**
 * A credential over which no rule has anything to say on the day of the tests, for any target, and the same with one thing
 * changed. It stands in a file without protection: what the rules on containers say of that is their own cases' matter.
 */
import type { Der } from "../../setup/der.js";
import type { CertificateFields } from "../credential/certificate-writer.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { certBag, data, keyBag } from "../credential/pfx-writer.js";
import { RSA_2048 } from "../credential/rsa-key.js";
import { authenticate } from "./protected-files.js";
import type { FileCase } from "./rule-case.js";
import { bags, PASSWORD } from "./sample-files.js";

/** What a leaf may have of its own. */
export type LeafFields = Partial<CertificateFields>;

export const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
export const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
export const SHA256_WITH_RSA = "1.2.840.113549.1.1.11";
export const SHA1_WITH_RSA = "1.2.840.113549.1.1.5";

/** digitalSignature. */
export const MAY_SIGN = 0x80;

/** Issued by the root, valid for three years, with an RSA key that may sign and authenticate a client. */
export function soundLeaf(fields: LeafFields = {}): Der {
  return writeCertificate({
    key: RSA_2048,
    subject: "connector",
    issuer: "root",
    notBefore: "20250701000000Z",
    notAfter: "20280701000000Z",
    signatureAlgorithm: SHA256_WITH_RSA,
    isCa: false,
    keyUsage: MAY_SIGN,
    extKeyUsage: [CLIENT_AUTH],
    ...fields,
  });
}

/** Self-signed, as Graph makes certificates for token signing, with one thing changed. */
export function ownLeaf(fields: LeafFields = {}): Der {
  return soundLeaf({ issuer: "connector", ...fields });
}

/** A root, or with an issuer an intermediate CA. */
export function authority(subject: string, fields: LeafFields = {}): Der {
  return writeCertificate({ key: KEYS.second, subject, isCa: true, ...fields });
}

export const root: Der = certBag(authority("root"));
export const soundKey: Der = keyBag(RSA_2048.pkcs8);

/** The leaf with its root and its key, in this order. */
export const withLeaf = (fields: LeafFields): FileCase["file"] =>
  bags(certBag(soundLeaf(fields)), root, keyBag((fields.key ?? RSA_2048).pkcs8));

/** The self-signed leaf with its key. */
export const withOwnLeaf = (fields: LeafFields = {}): FileCase["file"] =>
  bags(certBag(ownLeaf(fields)), keyBag((fields.key ?? RSA_2048).pkcs8));

/** Where the leaf of these files stands, and the certificate and the key after it. */
export const LEAF_AT = "authSafe[0].safeBag[0]";
export const SECOND_AT = "authSafe[0].safeBag[1]";

export const sound: FileCase = { name: "a sound credential", file: withLeaf({}) };

/** Nothing but another's key beside the certificate: there is no credential to judge. */
export const strangers = (fields: LeafFields): FileCase => ({
  name: "without its key",
  file: bags(certBag(soundLeaf(fields)), root, keyBag(KEYS.third.pkcs8)),
});

/** Bags, by default those of the sound credential, under a MAC as common as the credential is: nothing to say of the file. */
export function soundPfx(...content: readonly Uint8Array[]): Promise<Der> {
  const sealed = content.length > 0 ? content : [certBag(soundLeaf()), root, soundKey];
  return authenticate([data(...sealed)], PASSWORD);
}
