/** Makes offline what `POST /servicePrincipals/{id}/addTokenSigningCertificate` would have made. */
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import type { RandomSource } from "../crypto/random.js";
import { randomOctets } from "../crypto/random.js";
import { PasswordError } from "../errors.js";
import { buildPkcs12 } from "../pkcs12/build.js";
import type { Protection } from "../pkcs12/protection.js";
import { readProtectionOptions } from "../pkcs12/protection-options.js";
import { parseCertificate } from "../x509/certificate.js";
import { generateSigningKey } from "../x509/generate-key.js";
import type { KeyType } from "../x509/key-type.js";
import { KEY_TYPES } from "../x509/key-type.js";
import { formatName } from "../x509/name.js";
import { createSelfSigned } from "../x509/self-signed.js";
import { thumbprint } from "../x509/thumbprint.js";
import { toSelfSignedCertificate } from "./add-token-signing-certificate.js";
import type { CertificateProfile } from "./certificate-profile.js";
import { CERTIFICATE_PROFILES, fillProfile } from "./certificate-profile.js";
import type { CredentialForms } from "./credential-forms.js";
import { toCredentialForms } from "./credential-forms.js";
import { formatDateTime, toWholeSeconds } from "./date-time.js";
import { DEFAULT_DISPLAY_NAME, readDisplayName } from "./display-name.js";
import { chooseEndDateTime } from "./end-date-time.js";
import { generatePassword } from "./generated-password.js";
import { takeKeyIds } from "./key-ids.js";
import type { SelfSignedCertificate } from "./model.js";
import type { WithContext } from "./odata.js";

/** Options of {@link createTokenSigningCertificate}; `displayName` and `endDateTime` are the body of the action. */
export interface CreateOptions {
  /** `CN=` and a name by RFC 4514; default: `CN=Microsoft Azure Federated SSO Certificate`. */
  readonly displayName?: string | undefined;
  /** `Edm.DateTimeOffset`, after `now` and at most three calendar years from it, which is the default. */
  readonly endDateTime?: string | undefined;
  /** The time of creation, of the years 1970 to 9996. */
  readonly now: Date;
  /** Gives another GUID at each call; asked twice: for the Sign key and its password, for the Verify key. */
  readonly newId: () => string;
  /** Which WebCrypto makes the key and signs; default: the native one. */
  readonly provider?: CryptoProvider | undefined;
  /**
   * Everything random but the key, in this order: the password (26 octets, where none is given), the serial number (8, 16
   * or 20), what the PFX takes. Default: the runtime's own generator.
   */
  readonly random?: RandomSource | undefined;
  /** The shape of the certificate; default: `graph`, the action's own. */
  readonly profile?: CertificateProfile | undefined;
  /** Default: `rsa-2048`, the only one that Graph itself makes; whether it signs tokens with others is unverified. */
  readonly key?: KeyType | undefined;
  /** Of the PFX, not empty; default: 26 new characters, 130 bits. */
  readonly password?: string | undefined;
  /** Of the PFX; default: `graph`. */
  readonly protection?: Protection | undefined;
  /** Of the PFX; default: the protection's own. */
  readonly iterations?: number | undefined;
  /** Stops the work before its next step; the generation of a key itself cannot be stopped. */
  readonly signal?: AbortSignal | undefined;
}

/** A new credential. Secret but for `selfSignedCertificate`, `shown`, `selected` and `certificate`. */
export interface CreatedCredential extends CredentialForms {
  /** What the action answers. */
  readonly selfSignedCertificate: WithContext<SelfSignedCertificate>;
  /** DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** PKCS#8, DER, not encrypted. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
  /** Holds both under `password`. */
  readonly pfx: Uint8Array<ArrayBuffer>;
  readonly password: string;
}

/**
 * Makes a key, its self-signed certificate and everything that the action would have answered and kept.
 *
 * The answer has `displayName` and `endDateTime` as given, the latter in UTC with its own digits, and `startDateTime` now,
 * with seven. The certificate has whole seconds: fractions are dropped from both its dates. Its own notBefore may lie
 * before `startDateTime`: see the profiles.
 * @throws {MalformedError} `ERR_GRAPH_DISPLAY_NAME_PREFIX`, `ERR_GRAPH_DISPLAY_NAME_EMPTY`,
 * `ERR_GRAPH_DISPLAY_NAME_RDNS`, `ERR_X509_NAME`, `ERR_GRAPH_DATE_TIME`, `ERR_GRAPH_END_DATE_TIME_PAST`,
 * `ERR_GRAPH_END_DATE_TIME_LIFETIME`
 * @throws {PasswordError} `ERR_GRAPH_PASSWORD_EMPTY`: Graph wants a password that is not empty beside a Sign key
 * @throws {UnsupportedError} `ERR_CRYPTO_UNAVAILABLE`
 * @throws {TypeError} @throws {RangeError} naming the argument
 * @throws the reason of `options.signal` when it is aborted
 */
export async function createTokenSigningCertificate(options: CreateOptions): Promise<CreatedCredential> {
  const { displayName = DEFAULT_DISPLAY_NAME, now, profile = "graph", key: keyType = "rsa-2048", signal } = options;
  const { random = randomOctets, provider = defaultProvider(), protection = "graph", iterations } = options;
  signal?.throwIfAborted();
  requireChoice("profile", profile, CERTIFICATE_PROFILES);
  requireChoice("key", keyType, KEY_TYPES);
  requireNow(now);
  const commonName = readDisplayName(displayName);
  const end = chooseEndDateTime(options.endDateTime, now);
  const password = choosePassword(options.password, random);
  // A key takes long to make: nothing may be refused after it that could be before.
  readProtectionOptions({ password, protection, iterations });
  const keyIds = takeKeyIds(options.newId);

  const key = await generateSigningKey(keyType, provider);
  signal?.throwIfAborted();
  const input = { commonName, createdAt: now, notAfter: toWholeSeconds(end.ticks), spki: key.spki, random };
  const certificate = await createSelfSigned(key, fillProfile(profile, input), provider);
  const credential = { privateKey: key.pkcs8, certificate };
  const pfx = await buildPkcs12([credential], { password, protection, iterations, random, provider, signal });

  const selfSignedCertificate = toSelfSignedCertificate({
    displayName,
    der: certificate,
    thumbprint: thumbprint(certificate),
    signKeyId: keyIds.sign,
    startDateTime: formatDateTime(now),
    endDateTime: end.text,
  });
  const subject = formatName(parseCertificate(certificate, "certificate").subject);
  const forms = toCredentialForms({ selfSignedCertificate, subject, pfx, password, verifyKeyId: keyIds.verify });
  return { selfSignedCertificate, ...forms, certificate, privateKey: key.pkcs8, pfx, password };
}

function choosePassword(password: string | undefined, random: RandomSource): string {
  if (password === undefined) return generatePassword(random);
  if (password !== "") return password;
  throw new PasswordError("Graph wants a password that is not empty beside a signing key", {
    code: "ERR_GRAPH_PASSWORD_EMPTY",
    at: "password",
  });
}

function requireChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new RangeError(`"${name}" expected one of ${choices.join(", ")}`);
}

/** Ten minutes before and three years after must be years that a certificate and Graph can write. */
function requireNow(now: Date): void {
  const year = now instanceof Date ? now.getUTCFullYear() : Number.NaN;
  if (!(year >= 1970 && year <= 9996)) throw new RangeError('"now" expected a Date of the years 1970 to 9996');
}
