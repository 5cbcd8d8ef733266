/** Defects of servicePrincipals: what a read shows, what a PATCH keeps. */
import type { FaultSet } from "../fault-set.js";
import type { StoredServicePrincipal } from "../state.js";
import type { Draft } from "./spoil-answer.js";

/** What a read shows; `key` and `secretText` come from the state. */
export function spoilPrincipal(json: Draft, stored: StoredServicePrincipal | undefined, faults: FaultSet): void {
  const keys = entriesOf(json, "keyCredentials");
  const find = (entry: Draft) => stored?.keyCredentials.find(({ keyId }) => keyId === entry["keyId"]);
  for (const entry of keys) {
    const isVerify = entry["usage"] === "Verify";
    if (faults.has("key-without-select") && isVerify) entry["key"] = find(entry)?.key ?? null;
    if (faults.has("sign-key-leak") && !isVerify) entry["key"] = find(entry)?.key ?? null;
  }
  if (!faults.has("secret-in-get")) return;
  for (const entry of entriesOf(json, "passwordCredentials")) {
    const password = stored?.passwordCredentials.find(({ keyId }) => keyId === entry["keyId"]);
    entry["secretText"] = password?.secretText ?? null;
  }
}

/** What a PATCH or the second certificate leaves. */
export function spoilChange(
  before: StoredServicePrincipal,
  after: StoredServicePrincipal,
  isPatch: boolean,
  faults: FaultSet,
): StoredServicePrincipal {
  if (!isPatch) return faults.has("second-wins") ? onlyNew(before, after) : after;
  let spoilt = after;
  if (faults.has("wrong-pair-removed")) spoilt = otherPairRemoved(before, spoilt);
  if (faults.has("patch-keeps-omitted")) spoilt = withOmitted(before, spoilt);
  if (!faults.has("patch-drops-key-bytes")) return spoilt;
  const old = new Set(before.keyCredentials);
  const dropped = spoilt.keyCredentials.map((entry) => (old.has(entry) ? { ...entry, key: null } : entry));
  return { ...spoilt, keyCredentials: dropped };
}

function onlyNew(before: StoredServicePrincipal, after: StoredServicePrincipal): StoredServicePrincipal {
  return {
    ...after,
    keyCredentials: after.keyCredentials.filter((entry) => !before.keyCredentials.includes(entry)),
    passwordCredentials: after.passwordCredentials.filter((entry) => !before.passwordCredentials.includes(entry)),
  };
}

/** The pair that was to go stays, and another one goes. */
function otherPairRemoved(before: StoredServicePrincipal, after: StoredServicePrincipal): StoredServicePrincipal {
  const removed = before.keyCredentials.find((entry) => !after.keyCredentials.includes(entry));
  const victim = after.keyCredentials.find(
    ({ customKeyIdentifier }) => customKeyIdentifier !== removed?.customKeyIdentifier,
  )?.customKeyIdentifier;
  if (removed === undefined || victim === undefined) return after;
  const isOther = ({ customKeyIdentifier }: { readonly customKeyIdentifier?: string | null }): boolean =>
    customKeyIdentifier !== victim;
  return {
    ...after,
    keyCredentials: before.keyCredentials.filter(isOther),
    passwordCredentials: before.passwordCredentials.filter(isOther),
  };
}

function withOmitted(before: StoredServicePrincipal, after: StoredServicePrincipal): StoredServicePrincipal {
  const omitted = <E>(old: readonly E[], kept: readonly E[]): readonly E[] => [
    ...old.filter((entry) => !kept.includes(entry)),
    ...kept,
  ];
  return {
    ...after,
    keyCredentials: omitted(before.keyCredentials, after.keyCredentials),
    passwordCredentials: omitted(before.passwordCredentials, after.passwordCredentials),
  };
}

function entriesOf(json: Draft, name: string): Draft[] {
  const entries = json[name];
  return Array.isArray(entries) ? (entries as Draft[]) : [];
}
