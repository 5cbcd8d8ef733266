/**
 * The credentials of a servicePrincipal, sorted by what belongs together: a Sign key, its Verify key, its password.
 *
 * They belong together by their customKeyIdentifier. A Sign key that finds no partner so is also given the entry that is
 * evidently meant: the password with its keyId, the Verify key with its dates.
 */

import { octetsOf } from "../graph/credential-groups.js";
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import type { ReadServicePrincipal } from "../graph/service-principal.js";
import type { Certificate } from "../x509/certificate.js";
import { thumbprint } from "../x509/thumbprint.js";
import { certificateOf } from "./certificate-of.js";
import { readDateTime } from "./date-time.js";
import { namesThumbprint, thumbprintIn } from "./identifier.js";

/** A credential with its place. */
export interface Placed<Credential> {
  /** JSON pointer (RFC 6901). */
  readonly at: string;
  readonly credential: Credential;
  readonly start: Date | undefined;
  readonly end: Date | undefined;
}

/** A key credential with its place, and the certificate that its `key` holds, where it holds one. */
export interface PlacedKey extends Placed<KeyCredential> {
  readonly certificate: Certificate | undefined;
}

/** A Sign key and what goes with it. */
export interface SigningSet {
  readonly sign: PlacedKey;
  /** Of the same customKeyIdentifier. */
  readonly verifies: readonly PlacedKey[];
  readonly passwords: readonly Placed<PasswordCredential>[];
  /** Evidently meant for this Sign key, under another customKeyIdentifier. */
  readonly strayVerify: PlacedKey | undefined;
  readonly strayPassword: Placed<PasswordCredential> | undefined;
}

/** All credentials of a servicePrincipal, each in its place. */
export interface CredentialSets {
  /** In the order of their Sign keys. */
  readonly signing: readonly SigningSet[];
  /** Verify keys that go with no Sign key. */
  readonly loneVerifies: readonly PlacedKey[];
  /** Passwords that go with no Sign key: client secrets, and what removed certificates left behind. */
  readonly lonePasswords: readonly Placed<PasswordCredential>[];
  readonly keys: readonly PlacedKey[];
  readonly passwords: readonly Placed<PasswordCredential>[];
}

/** Sorts the credentials of a servicePrincipal. */
export function sortCredentials(servicePrincipal: ReadServicePrincipal): CredentialSets {
  const keys = servicePrincipal.keyCredentials.map((credential, index) => ({
    ...place(credential, `/keyCredentials/${index}`),
    certificate: certificateOf(credential),
  }));
  const passwords = servicePrincipal.passwordCredentials.map((credential, index) =>
    place(credential, `/passwordCredentials/${index}`),
  );
  const signs = keys.filter(({ credential }) => credential.usage === "Sign");
  const verifies = keys.filter(({ credential }) => credential.usage === "Verify");
  const identifiers = new Set(signs.map(keyOf));
  const isUnclaimed = (entry: Placed<KeyCredential | PasswordCredential>): boolean => {
    const key = keyOf(entry);
    return key === undefined || !identifiers.has(key);
  };
  const unclaimedVerifies = verifies.filter(isUnclaimed);
  const unclaimedPasswords = passwords.filter(isUnclaimed);
  const signing = signs.map((sign): SigningSet => {
    const ofSign = verifies.filter((verify) => isSameIdentifier(sign, verify));
    const opening = passwords.filter((password) => isSameIdentifier(sign, password));
    return {
      sign,
      verifies: ofSign,
      passwords: opening,
      strayVerify: ofSign.length > 0 ? undefined : unclaimedVerifies.find((verify) => hasSameDates(sign, verify)),
      strayPassword: unclaimedPasswords.find(({ credential }) => isSameGuid(credential.keyId, sign.credential.keyId)),
    };
  });
  const strays = new Set(signing.flatMap(({ strayVerify, strayPassword }) => [strayVerify?.at, strayPassword?.at]));
  const isLone = ({ at }: { readonly at: string }): boolean => !strays.has(at);
  return {
    signing,
    loneVerifies: unclaimedVerifies.filter(isLone),
    lonePasswords: unclaimedPasswords.filter(isLone),
    keys,
    passwords,
  };
}

function place<Credential extends KeyCredential | PasswordCredential>(
  credential: Credential,
  at: string,
): Placed<Credential> {
  return {
    at,
    credential,
    start: readDateTime(credential.startDateTime),
    end: readDateTime(credential.endDateTime),
  };
}

function keyOf({ credential }: Placed<KeyCredential | PasswordCredential>): string | undefined {
  return octetsOf(credential.customKeyIdentifier);
}

function isSameIdentifier(
  one: Placed<KeyCredential | PasswordCredential>,
  other: Placed<KeyCredential | PasswordCredential>,
): boolean {
  const key = keyOf(one);
  return key !== undefined && key === keyOf(other);
}

function hasSameDates(one: Placed<KeyCredential>, other: Placed<KeyCredential>): boolean {
  return (
    one.start !== undefined &&
    one.end !== undefined &&
    one.start.getTime() === other.start?.getTime() &&
    one.end.getTime() === other.end?.getTime()
  );
}

/** GUIDs are the same in either case; absent ones are not. */
export function isSameGuid(one: string | null | undefined, other: string | null | undefined): boolean {
  return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}

/** The Verify keys of a set, a stray one included. */
export function verifiesOf({ verifies, strayVerify }: SigningSet): readonly PlacedKey[] {
  return strayVerify === undefined ? verifies : [...verifies, strayVerify];
}

/** The thumbprint of a set's certificate, upper-case; `undefined` where neither a `key` nor the identifier tells it. */
export function thumbprintOf(set: SigningSet): string | undefined {
  const [certificate] = verifiesOf(set).flatMap((verify) => verify.certificate ?? []);
  if (certificate !== undefined) return thumbprint(certificate.der);
  return thumbprintIn(set.sign.credential.customKeyIdentifier);
}

/** Whether a set is that of a thumbprint; `undefined` where what was read cannot tell. */
export function isOfThumbprint(set: SigningSet, sha1: string): boolean | undefined {
  const own = thumbprintOf(set);
  if (own !== undefined) return own === sha1.toUpperCase();
  return namesThumbprint(set.sign.credential.customKeyIdentifier, sha1) ? true : undefined;
}
