/**
 * Entry point `graph-certkit/pkcs12`: reads and writes PKCS#12 files (PFX, RFC 7292) in browsers and Node.
 *
 * {@link inspectPkcs12} says what can be seen without the password, {@link parsePkcs12} opens the file;
 * {@link buildPkcs12} makes one, {@link repackPkcs12} protects one in another way.
 * @module
 */
export type { CryptoProvider } from "../crypto/provider.js";
export type { RandomSource } from "../crypto/random.js";
export type { ErrorCode, ErrorDetails } from "../errors.js";
export { LimitError, MalformedError, PasswordError, ToolkitError, UnsupportedError } from "../errors.js";
export type { Limits } from "../limits.js";
export { DEFAULT_LIMITS } from "../limits.js";
export type { BagAttribute, BagAttributes } from "./bag-attributes.js";
export type { BuildPkcs12Options, PackableCredential } from "./build.js";
export { buildPkcs12 } from "./build.js";
export type { EncryptionDescription, MacDescription, Opened } from "./description.js";
export type { EncryptionAlgorithm } from "./encryption-algorithm.js";
export type { InspectPkcs12Options, Pkcs12Inspection } from "./inspect.js";
export { inspectPkcs12 } from "./inspect.js";
export type { Bag, ShroudedKeyBag } from "./open-content.js";
export type { ParsePkcs12Options, Pkcs12 } from "./parse.js";
export { parsePkcs12 } from "./parse.js";
export type { PasswordForm } from "./password.js";
export type { Protection } from "./protection.js";
export { PROTECTIONS } from "./protection.js";
export type { ProtectionOptions } from "./protection-options.js";
export type { RepackPkcs12Options } from "./repack.js";
export { repackPkcs12 } from "./repack.js";
export type { CertBag, CrlBag, EncryptedKeyBag, KeyBag, SafeBag, SecretBag, UnknownBag } from "./safe-bag.js";
export type { Unreadable } from "./structure.js";
export type { Workload } from "./workload.js";
