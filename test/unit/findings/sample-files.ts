/** What the cases of the rules are made of. Certificates are over the first key and valid on the day of the tests. */
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { open, openVector } from "../credential/open-file.js";
import { certBag, keyBag, lockedKeyBag, plainPfx } from "../credential/pfx-writer.js";
import type { CaughtCase, FileCase } from "./rule-case.js";

/** A password that no message may repeat. */
export const PASSWORD = "Zq7-geheim-42";

export const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
export const past = writeCertificate({ key: KEYS.first, subject: "past", notAfter: "20260531235959Z" });
export const lastSecond = writeCertificate({ key: KEYS.first, subject: "last", notAfter: "20260601000000Z" });
export const coming = writeCertificate({ key: KEYS.first, subject: "coming", notBefore: "20260601000001Z" });
export const firstSecond = writeCertificate({ key: KEYS.first, subject: "first", notBefore: "20260601000000Z" });
export const [leaf, key] = [certBag(certificate), keyBag(KEYS.first.pkcs8)];
export const garbage = certBag(Uint8Array.of(0x30, 0));

export const bytes =
  (content: Uint8Array): FileCase["file"] =>
  () =>
    open(content, PASSWORD);
export const bags = (...content: readonly Uint8Array[]): FileCase["file"] => bytes(plainPfx(...content));
export const text = (content: string): FileCase["file"] => bytes(new TextEncoder().encode(content));
export const vector =
  (id: string, password?: string): FileCase["file"] =>
  () =>
    openVector(id, password);

export const error = (at: string): CaughtCase["says"] => [{ at, severity: "error" }];
export const warning = (at: string): CaughtCase["says"] => [{ at, severity: "warning" }];
export const info = (at: string): CaughtCase["says"] => [{ at, severity: "info" }];

export const good: FileCase = { name: "a sound file", file: bags(leaf, key) };
export const wrongPassword: FileCase = { name: "a wrong password", file: vector("openssl-aes-128", PASSWORD) };
export const cutOff: FileCase = { name: "a file cut off", file: bytes(plainPfx(leaf, key).subarray(0, 150)) };
export const camellia: FileCase = { name: "an unknown cipher", file: vector("openssl-camellia-256") };
export const lockedKey: FileCase = { name: "a key that does not open", file: bags(leaf, lockedKeyBag()) };
export const pem: FileCase = { name: "PEM", file: text("-----BEGIN PRIVATE KEY-----\n") };
