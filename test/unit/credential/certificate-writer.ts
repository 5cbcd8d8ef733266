/** Keys and certificates made to measure: no reader here verifies a signature, so none is computed. */
import { decodeHex } from "../../../src/bytes/hex.js";
import type { Der } from "../../setup/der.js";
import {
  bitString,
  contextPrimitive,
  der,
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
  utf8,
} from "../../setup/der.js";

/** A private key as PrivateKeyInfo with its public key as SubjectPublicKeyInfo. */
export interface KeyPair {
  readonly pkcs8: Der;
  readonly spki: Der;
}

const ED25519 = "1.3.101.112";

/** An Ed25519 pair (RFC 8410 sections 4 and 7) from both its values. */
function ed25519(privateKey: string, publicKey: string): KeyPair {
  const algorithm = sequence(oid(ED25519));
  return {
    pkcs8: sequence(integer(0n), algorithm, octetString(octetString(decodeHex(privateKey, "privateKey")))),
    spki: sequence(algorithm, bitString(decodeHex(publicKey, "publicKey"))),
  };
}

/** The keys of RFC 8032 section 7.1, tests 1 to 3. */
export const KEYS = {
  first: ed25519(
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  ),
  second: ed25519(
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  ),
  third: ed25519(
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  ),
} as const;

/** A key of an algorithm that nobody has heard of: nothing can be computed from it. */
export const UNKNOWN_ALGORITHM = "1.3.6.1.4.1.55555.7";
export const UNKNOWN_KEY: KeyPair = {
  pkcs8: sequence(integer(0n), sequence(oid(UNKNOWN_ALGORITHM)), octetString(Uint8Array.of(1, 2, 3))),
  spki: sequence(sequence(oid(UNKNOWN_ALGORITHM)), bitString(Uint8Array.of(4, 5, 6))),
};

/** RSA with the numbers of the textbook, n = 61 * 53 and e d = 1 modulo 60 and 52; another `d` contradicts them. */
export function textbookRsa(d = 2753n): KeyPair {
  const algorithm = sequence(oid("1.2.840.113549.1.1.1"), nullValue());
  const numbers = [0n, 3233n, 17n, d, 61n, 53n, 53n, 49n, 38n].map((number) => integer(number));
  return {
    pkcs8: sequence(integer(0n), algorithm, octetString(sequence(...numbers))),
    spki: sequence(algorithm, bitString(sequence(integer(3233n), integer(17n)))),
  };
}

/** What {@link writeCertificate} puts into a certificate. */
export interface CertificateFields {
  readonly key: KeyPair;
  /** Common name. */
  readonly subject: string;
  /** Common name; default: the subject's. */
  readonly issuer?: string;
  /** Default: 1. */
  readonly serial?: bigint;
  /** Default: 3; version 1 is not written, as DER has it. */
  readonly version?: number;
  /** Dotted identifier, with NULL for parameters; default: Ed25519, without. */
  readonly signatureAlgorithm?: string | undefined;
  /** GeneralizedTime, `YYYYMMDDHHMMSSZ`; defaults: 2020 to 2030. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly isCa?: boolean | undefined;
  /** The first octet of KeyUsage: 0x80 digitalSignature, 0x20 keyEncipherment, 0x04 keyCertSign. */
  readonly keyUsage?: number | undefined;
  /** Dotted identifiers. */
  readonly extKeyUsage?: readonly string[] | undefined;
  readonly subjectKeyIdentifier?: number;
  readonly authorityKeyIdentifier?: number;
}

/** A certificate (RFC 5280 section 4.1) with an empty signature. */
export function writeCertificate(fields: CertificateFields): Der {
  const { key, subject, issuer = subject, serial = 1n, version = 3, isCa, keyUsage, extKeyUsage } = fields;
  const { notBefore = "20200101000000Z", notAfter = "20300101000000Z" } = fields;
  const { subjectKeyIdentifier: own, authorityKeyIdentifier: above } = fields;
  const { signatureAlgorithm } = fields;
  const algorithm =
    signatureAlgorithm === undefined ? sequence(oid(ED25519)) : sequence(oid(signatureAlgorithm), nullValue());
  const extensions = [
    ...(isCa === undefined
      ? []
      : [extension("2.5.29.19", sequence(...(isCa ? [der(0x01, Uint8Array.of(0xff))] : [])))]),
    ...(keyUsage === undefined ? [] : [extension("2.5.29.15", bitString(Uint8Array.of(keyUsage)))]),
    ...(extKeyUsage === undefined ? [] : [extension("2.5.29.37", sequence(...extKeyUsage.map((it) => oid(it))))]),
    ...(own === undefined ? [] : [extension("2.5.29.14", octetString(Uint8Array.of(own)))]),
    ...(above === undefined ? [] : [extension("2.5.29.35", sequence(contextPrimitive(0, Uint8Array.of(above))))]),
  ];
  const tbsCertificate = sequence(
    ...(version === 1 ? [] : [explicit(0, integer(version - 1))]),
    serialNumber(serial),
    algorithm,
    commonName(issuer),
    sequence(generalizedTime(notBefore), generalizedTime(notAfter)),
    commonName(subject),
    key.spki,
    ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
  );
  return sequence(tbsCertificate, algorithm, bitString());
}

/** An INTEGER that may be negative. */
function serialNumber(serial: bigint): Der {
  if (serial >= 0n) return integer(serial);
  const octets = Math.ceil(((-serial - 1n).toString(2).length + 1) / 8);
  const complement = BigInt.asUintN(octets * 8, serial)
    .toString(16)
    .padStart(octets * 2, "0");
  return der(0x02, decodeHex(complement, "serial"));
}

const extension = (type: string, value: Der): Der => sequence(oid(type), octetString(value));
const commonName = (text: string): Der => sequence(set(sequence(oid("2.5.4.3"), utf8(text))));
const generalizedTime = (text: string): Der => der(0x18, new TextEncoder().encode(text));
