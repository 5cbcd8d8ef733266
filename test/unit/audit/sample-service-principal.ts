/** ServicePrincipals made to measure, as Graph shows them. */
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { decodeHex } from "../../../src/bytes/hex.js";
import type { KeyCredential, PasswordCredential } from "../../../src/graph/model.js";
import type { ReadServicePrincipal } from "../../../src/graph/service-principal.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";

/** The time that the cases are judged for. */
export const NOW = new Date("2026-06-01T00:00:00Z");

/** In the validity of what {@link triple} makes by default. */
export const START = "2025-07-01T00:00:00.1234567Z";
export const END = "2028-07-01T00:00:00Z";

/** Certificates of those dates, ten minutes more before them, as Graph makes them. */
export const FIRST: Uint8Array<ArrayBuffer> = certificate("CN 1", KEYS.first);
export const SECOND: Uint8Array<ArrayBuffer> = certificate("CN 2", KEYS.second);

function certificate(subject: string, key: (typeof KEYS)["first"]): Uint8Array<ArrayBuffer> {
  return writeCertificate({ subject, key, notBefore: "20250630235000Z", notAfter: "20280701000000Z" });
}

/** Base64 of the octets of a thumbprint in hex. */
export const base64OfHex = (hex: string): string => encodeBase64(decodeHex(hex, "hex"));

/** Base64 of an ASCII text. */
export const base64OfText = (text: string): string => encodeBase64(new TextEncoder().encode(text));

/** A GUID that ends with this number. */
export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** What is special about the entries of one certificate. */
export interface TripleFields {
  /** Default: {@link FIRST}. */
  readonly der?: Uint8Array;
  /** Default: base64 of the SHA-1. */
  readonly identifier?: string | null;
  /** The keyIds are those of this number and the next. Default: 10. */
  readonly number?: number;
  readonly start?: string;
  readonly end?: string;
  /** As a GET with `$select` shows it; default: false. */
  readonly hasKey?: boolean;
  readonly sign?: Partial<KeyCredential>;
  readonly verify?: Partial<KeyCredential>;
  readonly password?: Partial<PasswordCredential>;
}

/** The entries of one certificate. */
export interface Triple {
  readonly sign: KeyCredential;
  readonly verify: KeyCredential;
  readonly password: PasswordCredential;
}

/** The entries of one certificate as a read shows them: `key` null, the Sign key of type AsymmetricX509Cert. */
export function triple(fields: TripleFields = {}): Triple {
  const { der = FIRST, number = 10, start = START, end = END, hasKey = false } = fields;
  const shared = {
    customKeyIdentifier: fields.identifier === undefined ? base64OfHex(thumbprint(der)) : fields.identifier,
    displayName: "CN=customDisplayName",
    endDateTime: end,
    startDateTime: start,
  };
  const key = { ...shared, type: "AsymmetricX509Cert", key: null };
  return {
    sign: { ...key, keyId: guid(number), usage: "Sign", ...fields.sign },
    verify: {
      ...key,
      keyId: guid(number + 1),
      usage: "Verify",
      ...(hasKey ? { key: encodeBase64(der) } : {}),
      ...fields.verify,
    },
    password: { ...shared, keyId: guid(number), hint: null, secretText: null, ...fields.password },
  };
}

/** The second certificate of a servicePrincipal. */
export const secondTriple = (fields: TripleFields = {}): Triple => triple({ der: SECOND, number: 20, ...fields });

/** A certificate with which a client authenticates. */
export function clientCertificate(fields: Partial<KeyCredential> = {}): KeyCredential {
  return { ...secondTriple({ number: 30 }).verify, ...fields };
}

/** A secret with which a client authenticates. */
export function clientSecret(fields: Partial<PasswordCredential> = {}): PasswordCredential {
  const { displayName, startDateTime, endDateTime } = triple().password;
  return {
    customKeyIdentifier: null,
    displayName: displayName ?? null,
    endDateTime: endDateTime ?? null,
    hint: "abc",
    keyId: guid(40),
    secretText: null,
    startDateTime: startDateTime ?? null,
    ...fields,
  };
}

/** What a servicePrincipal has beside its triples. */
export interface ServicePrincipalFields {
  readonly keys?: readonly KeyCredential[];
  readonly passwords?: readonly PasswordCredential[];
  /** Default: null, which lets Graph choose. */
  readonly preferred?: string | null;
  readonly others?: Readonly<Record<string, unknown>>;
}

/** A servicePrincipal with these certificates, each entry in its collection. */
export function servicePrincipal(
  triples: readonly Partial<Triple>[],
  { keys = [], passwords = [], preferred = null, others = {} }: ServicePrincipalFields = {},
): ReadServicePrincipal {
  return {
    id: guid(1),
    appId: guid(2),
    displayName: "Sample",
    preferredTokenSigningKeyThumbprint: preferred,
    keyCredentials: [...triples.flatMap(({ sign, verify }) => [sign ?? [], verify ?? []].flat()), ...keys],
    passwordCredentials: [...triples.flatMap(({ password }) => password ?? []), ...passwords],
    ...others,
  };
}

/** Upper-case SHA-1 of the two certificates. */
export const FIRST_THUMBPRINT: string = thumbprint(FIRST);
export const SECOND_THUMBPRINT: string = thumbprint(SECOND);
