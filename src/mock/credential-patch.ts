/**
 * What a PATCH does to the credentials of a servicePrincipal: each collection that is named is replaced as a whole; entries
 * that are there already, told by their keyId, stay as they are and must come unchanged.
 */
import { encodeBase64 } from "../bytes/base64.js";
import { parseDateTime } from "../graph/date-time.js";
import type { KeyCredential, PasswordCredential } from "../graph/model.js";
import type { Call } from "./call.js";
import { readCollection } from "./members.js";
import type { PreparedKey } from "./new-key.js";
import { prepareKey, requireIdentifier, shorten } from "./new-key.js";
import { refuse } from "./refusal.js";
import type { SentCredential, SentKey, SentPassword } from "./sent-credentials.js";
import { readSentKey, readSentPassword } from "./sent-credentials.js";
import { PRINCIPAL_TYPE, showKey } from "./service-principal-resource.js";

/** The two collections of one object. */
export interface Credentials {
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
}

/** Merges into what is stored at that moment, or refuses. */
export type Merge = (existing: Credentials) => Credentials;

/** Reads the body and opens its files; the merge that it gives is synchronous. */
export async function prepareCredentials(call: Call): Promise<Merge> {
  const keys = readCollection(call.body, "keyCredentials", PRINCIPAL_TYPE)?.map(readSentKey);
  const passwords = readCollection(call.body, "passwordCredentials", PRINCIPAL_TYPE)?.map(readSentPassword);
  const secretOf = (keyId: string | null | undefined): string | undefined =>
    passwords?.find((password) => isSame(password.keyId, keyId))?.secretText ?? undefined;
  const prepared: PreparedKey[] = [];
  for (const key of keys ?? []) prepared.push(await prepareKey(key, secretOf(key.keyId), call));

  return (existing) => {
    const newKeys = new Set<string>();
    const keyCredentials = keys?.map((sent, index) => {
      const old = existing.keyCredentials.find(({ keyId }) => isSame(keyId, sent.keyId));
      if (old !== undefined) return retainKey(old, sent);
      const { stored, refusal } = prepared[index] ?? {};
      if (stored === undefined) throw refusal ?? refuse("usage");
      if (stored.usage === "Sign") newKeys.add(stored.keyId ?? "");
      return stored;
    });
    const passwordCredentials = passwords?.map((sent) => {
      const old = existing.passwordCredentials.find(({ keyId }) => isSame(keyId, sent.keyId));
      if (old !== undefined) return retainPassword(old, sent);
      const sign = keyCredentials?.find(({ keyId, usage }) => usage === "Sign" && isSame(keyId, sent.keyId));
      if (sign === undefined || !newKeys.has(sign.keyId ?? "") || !sent.secretText) throw refuse("newPassword");
      return toStoredPassword(sent, sign, sent.secretText);
    });
    for (const collection of [keyCredentials, passwordCredentials]) requireDistinct(collection ?? []);
    return {
      keyCredentials: keyCredentials ?? existing.keyCredentials,
      passwordCredentials: passwordCredentials ?? existing.passwordCredentials,
    };
  };
}

/** `key: null` keeps the stored bytes; the same bytes do too. */
function retainKey(old: KeyCredential, sent: SentKey): KeyCredential {
  const shown = showKey(old, false);
  const isKept =
    (sent.key === undefined || sent.key === null || encodeBase64(sent.key) === old.key) &&
    (sent.type === undefined || sent.type === shown.type || sent.type === old.type) &&
    (sent.usage === undefined || sent.usage === old.usage);
  if (!isKept || !isUnchanged(old, sent)) throw refuse("retained", [old.keyId ?? ""]);
  return old;
}

function retainPassword(old: PasswordCredential, sent: SentPassword): PasswordCredential {
  const isKept = sent.secretText === undefined || sent.secretText === null || sent.secretText === old.secretText;
  if (!isKept || !isUnchanged(old, sent)) throw refuse("retained", [old.keyId ?? ""]);
  return old;
}

/** Members that are absent are not compared; dates are the same instant, to the tick. */
function isUnchanged(old: KeyCredential | PasswordCredential, sent: SentCredential): boolean {
  const identifier = sent.customKeyIdentifier && encodeBase64(sent.customKeyIdentifier);
  return (
    (identifier === undefined || identifier === (old.customKeyIdentifier ?? null)) &&
    (sent.displayName === undefined || sent.displayName === (old.displayName ?? null)) &&
    (sent.startDateTime === undefined || sent.startDateTime?.ticks === ticksOf(old.startDateTime)) &&
    (sent.endDateTime === undefined || sent.endDateTime?.ticks === ticksOf(old.endDateTime))
  );
}

function ticksOf(text: string | null | undefined): bigint | undefined {
  return text === undefined || text === null ? undefined : parseDateTime(text, "stored").ticks;
}

/** What is missing comes from the Sign key that it opens. */
function toStoredPassword(sent: SentPassword, sign: KeyCredential, secretText: string): PasswordCredential {
  const { customKeyIdentifier: octets } = sent;
  if (octets) requireIdentifier(octets);
  const identifier = octets ? encodeBase64(octets) : sign.customKeyIdentifier;
  return {
    customKeyIdentifier: identifier ?? null,
    displayName: shorten(sent.displayName ?? sign.displayName ?? ""),
    endDateTime: sent.endDateTime?.text ?? sign.endDateTime ?? null,
    hint: null,
    keyId: sign.keyId ?? null,
    secretText,
    startDateTime: sent.startDateTime?.text ?? sign.startDateTime ?? null,
  };
}

function requireDistinct(entries: readonly { readonly keyId?: string | null }[]): void {
  const seen = new Set<string>();
  for (const { keyId } of entries) {
    const id = (keyId ?? "").toLowerCase();
    if (seen.has(id)) throw refuse("duplicateKeyId", [id]);
    seen.add(id);
  }
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}
