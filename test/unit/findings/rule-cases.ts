/** For every rule files that it must catch, with what it says of them, and files that it must leave alone. */
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import type { Finding } from "../../../src/findings/finding.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { open, openVector } from "../credential/open-file.js";
import {
  brokenBag,
  certBag,
  data,
  envelopedData,
  followedBy,
  keyBag,
  lockedKeyBag,
  pfxOf,
  plainPfx,
  sealedPfx,
} from "../credential/pfx-writer.js";

/** A password that no message may repeat. */
export const PASSWORD = "Zq7-geheim-42";

/** A file by what is special about it. */
export interface FileCase {
  readonly name: string;
  readonly file: () => Promise<OpenedFile>;
}

/** What the rule says of a file: its findings in order. */
export interface CaughtCase extends FileCase {
  readonly says: readonly Pick<Finding, "at" | "severity">[];
}

/** The two sides of one rule. */
export interface RuleCases {
  readonly catches: readonly CaughtCase[];
  readonly leaves: readonly FileCase[];
}

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
const past = writeCertificate({ key: KEYS.first, subject: "past", notAfter: "20260531235959Z" });
const lastSecond = writeCertificate({ key: KEYS.first, subject: "last", notAfter: "20260601000000Z" });
const coming = writeCertificate({ key: KEYS.first, subject: "coming", notBefore: "20260601000001Z" });
const firstSecond = writeCertificate({ key: KEYS.first, subject: "first", notBefore: "20260601000000Z" });
const [leaf, key] = [certBag(certificate), keyBag(KEYS.first.pkcs8)];
const garbage = certBag(Uint8Array.of(0x30, 0));

const bytes =
  (content: Uint8Array): FileCase["file"] =>
  () =>
    open(content, PASSWORD);
const bags = (...content: readonly Uint8Array[]): FileCase["file"] => bytes(plainPfx(...content));
const text = (content: string): FileCase["file"] => bytes(new TextEncoder().encode(content));
const vector =
  (id: string, password?: string): FileCase["file"] =>
  () =>
    openVector(id, password);

const error = (at: string): CaughtCase["says"] => [{ at, severity: "error" }];
const warning = (at: string): CaughtCase["says"] => [{ at, severity: "warning" }];

const good: FileCase = { name: "a sound file", file: bags(leaf, key) };
const wrongPassword: FileCase = { name: "a wrong password", file: vector("openssl-aes-128", PASSWORD) };
const cutOff: FileCase = { name: "a file cut off", file: bytes(plainPfx(leaf, key).subarray(0, 150)) };
const camellia: FileCase = { name: "an unknown cipher", file: vector("openssl-camellia-256") };
const lockedKey: FileCase = { name: "a key that does not open", file: bags(leaf, lockedKeyBag()) };
const pem: FileCase = { name: "PEM", file: text("-----BEGIN PRIVATE KEY-----\n") };

export const RULE_CASES: Readonly<Record<string, RuleCases>> = {
  "not-pkcs12": {
    catches: [
      { ...pem, says: error("pfx") },
      { name: "nothing", file: bytes(new Uint8Array(0)), says: error("pfx") },
      { name: "text", file: text("hello"), says: error("pfx") },
      { name: "a certificate", file: bytes(certificate), says: error("pfx") },
      { name: "a private key", file: bytes(KEYS.first.pkcs8), says: error("pfx") },
      { name: "PKCS#7", file: bytes(data(leaf)), says: error("pfx") },
      { name: "three octets of a PFX", file: bytes(plainPfx(leaf).subarray(0, 3)), says: error("pfx") },
    ],
    leaves: [good, wrongPassword, cutOff, { name: "a PFX of version 2", file: vector("broken-version-2") }],
  },
  truncated: {
    catches: [
      { ...cutOff, says: error("pfx") },
      { name: "a real file cut off", file: vector("broken-truncated"), says: error("pfx") },
    ],
    leaves: [good, pem, { name: "half a certificate", file: bytes(certificate.subarray(0, 100)) }],
  },
  malformed: {
    catches: [
      { name: "version 2", file: vector("broken-version-2"), says: error("pfx.version") },
      { name: "a broken list of contents", file: vector("broken-auth-safe-is-not-ber"), says: error("authSafe") },
      { name: "no MAC iterations", file: vector("broken-mac-iterations-0"), says: error("macData") },
      {
        name: "a broken bag beside a sound pair",
        file: bags(leaf, brokenBag(), key),
        says: warning("authSafe[0].safeBag[1]"),
      },
      { name: "a broken bag alone", file: bags(brokenBag()), says: error("authSafe[0].safeBag[0]") },
      { name: "a broken certificate with a key", file: bags(garbage, key), says: error("authSafe[0].safeBag[0]") },
      {
        name: "a broken certificate beside a sound pair",
        file: bags(garbage, leaf, key),
        says: warning("authSafe[0].safeBag[0]"),
      },
      { name: "a broken key", file: bags(leaf, keyBag(brokenBag())), says: error("authSafe[0].safeBag[1]") },
    ],
    leaves: [good, pem, cutOff, wrongPassword, camellia, { name: "text", file: text("0hello") }],
  },
  "limit-exceeded": {
    catches: [
      { name: "too many iterations", file: vector("broken-mac-iterations-most"), says: error("macData") },
      { name: "too much memory", file: vector("broken-scrypt-memory"), says: error("authSafe[0]") },
    ],
    leaves: [good, { name: "20,000 iterations", file: vector("pyca-default") }],
  },
  unsupported: {
    catches: [
      { ...camellia, says: [...error("authSafe[0]"), ...error("authSafe[1].safeBag[0]")] },
      { name: "an unknown MAC", file: vector("openssl-mac-whirlpool"), says: error("macData") },
      { name: "public-key integrity", file: vector("broken-signed-data"), says: error("authSafe") },
      { name: "public-key privacy", file: bytes(pfxOf(envelopedData())), says: error("authSafe[0]") },
      {
        name: "public-key privacy beside a sound pair",
        file: bytes(pfxOf(data(leaf, key), envelopedData())),
        says: warning("authSafe[1]"),
      },
    ],
    leaves: [good, wrongPassword, { name: "an old cipher", file: vector("openssl-rc4-40") }],
  },
  "wrong-password": {
    catches: [
      { ...wrongPassword, says: error("macData") },
      { name: "an altered MAC", file: vector("broken-mac-bit"), says: error("macData") },
      { name: "a file without MAC", file: vector("openssl-nomac", PASSWORD), says: error("authSafe[1].safeBag[0]") },
      { ...lockedKey, says: error("authSafe[0].safeBag[1]") },
      {
        name: "a key of another password beside a sound pair",
        file: bags(leaf, lockedKeyBag(), key),
        says: warning("authSafe[0].safeBag[1]"),
      },
    ],
    leaves: [good, camellia, cutOff, { name: "the right password", file: vector("openssl-aes-128") }],
  },
  "no-certificate": {
    catches: [
      { name: "a key alone", file: bags(key), says: error("pfx") },
      { name: "nothing at all", file: bags(), says: error("pfx") },
      { name: "a key and a line break", file: bytes(followedBy(plainPfx(key), "\n")), says: error("pfx") },
      { name: "a broken key alone", file: bags(keyBag(brokenBag())), says: error("pfx") },
    ],
    leaves: [
      good,
      pem,
      wrongPassword,
      camellia,
      { name: "a key and a broken bag", file: bags(key, brokenBag()) },
      { name: "a key and a broken certificate", file: bags(key, garbage) },
      { name: "a key and what a public key hides", file: bytes(pfxOf(data(key), envelopedData())) },
    ],
  },
  "no-private-key": {
    catches: [
      { name: "a certificate alone", file: bags(leaf), says: error("pfx") },
      { name: "nothing at all", file: bags(), says: error("pfx") },
      { name: "a trust store", file: vector("keytool-truststore"), says: error("pfx") },
      { name: "a certificate and a line break", file: bytes(followedBy(plainPfx(leaf), "\n")), says: error("pfx") },
      { name: "certificates, one of them broken", file: bags(leaf, garbage), says: error("pfx") },
    ],
    leaves: [
      good,
      pem,
      lockedKey,
      camellia,
      { name: "a wrong password and an open certificate", file: vector("made-plain", PASSWORD) },
      { name: "a certificate and a broken bag", file: bags(leaf, brokenBag()) },
      { name: "a certificate and a broken key", file: bags(leaf, keyBag(brokenBag())) },
      { name: "a certificate and what a public key hides", file: bytes(pfxOf(data(leaf), envelopedData())) },
    ],
  },
  "key-mismatch": {
    catches: [
      { name: "another's key", file: bags(leaf, keyBag(KEYS.second.pkcs8)), says: error("authSafe[0].safeBag[1]") },
      {
        name: "two keys of others",
        file: bags(keyBag(KEYS.second.pkcs8), leaf, keyBag(KEYS.third.pkcs8)),
        says: [...error("authSafe[0].safeBag[0]"), ...error("authSafe[0].safeBag[2]")],
      },
      {
        name: "another's key with the certificate's localKeyId",
        file: vector("made-key-mismatch"),
        says: error("authSafe[1].safeBag[0]"),
      },
    ],
    leaves: [
      good,
      { name: "a key alone", file: bags(key) },
      { name: "another's key beside a sound pair", file: bags(leaf, keyBag(KEYS.second.pkcs8), key) },
      {
        name: "another's key beside one that does not open",
        file: bags(leaf, keyBag(KEYS.second.pkcs8), lockedKeyBag()),
      },
      { name: "a certificate that cannot be read", file: bags(garbage, key) },
      { name: "another's key under a wrong password", file: bytes(sealedPfx(leaf, keyBag(KEYS.second.pkcs8))) },
    ],
  },
  expired: {
    catches: [
      { name: "a second ago", file: bags(certBag(past), key), says: error("authSafe[0].safeBag[0]") },
      { name: "a real file", file: vector("openssl-expired"), says: error("authSafe[0].safeBag[0]") },
    ],
    leaves: [
      good,
      { name: "in its last second", file: bags(certBag(lastSecond), key) },
      { name: "not valid yet", file: bags(certBag(coming), key) },
      { name: "with its renewal beside it", file: bags(certBag(past), leaf, key) },
      { name: "without its key", file: bags(certBag(past)) },
    ],
  },
  "not-yet-valid": {
    catches: [{ name: "in a second", file: bags(certBag(coming), key), says: error("authSafe[0].safeBag[0]") }],
    leaves: [
      good,
      { name: "in its first second", file: bags(certBag(firstSecond), key) },
      { name: "expired", file: bags(certBag(past), key) },
      { name: "with a valid one beside it", file: bags(certBag(coming), leaf, key) },
    ],
  },
  "trailing-data": {
    catches: [
      { name: "a line break", file: bytes(followedBy(plainPfx(leaf, key), "\n")), says: warning("pfx") },
      { name: "a real file", file: vector("broken-trailing-byte"), says: warning("pfx") },
    ],
    leaves: [good, cutOff, { name: "a file of indefinite lengths", file: vector("made-ber") }],
  },
};
