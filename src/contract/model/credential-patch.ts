/** What a PATCH of credentials must leave: each collection that it names, replaced as a whole. */
import type { Exchange, Json } from "../exchange.js";
import { isSuccess, toJson, toList } from "../exchange.js";
import type { Expected } from "./expected.js";
import { byKeyId, credentials } from "./shown.js";

/** A PATCH that brought nothing new, with its object before and after it. */
export interface CredentialPatch {
  readonly exchanges: readonly Exchange[];
  /** Collections that were named, with what must be left of them and what is. */
  readonly collections: readonly Collection[];
  /** The customKeyIdentifiers that were left out. */
  readonly omitted: ReadonlySet<unknown>;
}

interface Collection {
  readonly name: string;
  readonly before: readonly Json[];
  readonly expected: readonly Json[];
  readonly after: readonly Json[];
}

/** All that succeeded and were read before and after. */
export function credentialPatches({ changes }: Expected): readonly CredentialPatch[] {
  return changes.flatMap(({ writes, before, after }) => {
    const [write] = writes;
    if (write === undefined || writes.length > 1 || before?.response.status !== 200 || after?.response.status !== 200)
      return [];
    if (!write.operationId?.startsWith("servicePrincipal.update") || !isSuccess(write)) return [];
    const body = toJson(write.request.json);
    const [old, now] = [credentials(before), credentials(after)];
    const named = [
      { name: "keyCredentials", before: old.keys, after: now.keys },
      { name: "passwordCredentials", before: old.passwords, after: now.passwords },
    ];
    const collections = named.flatMap(({ name, ...lists }): Collection[] => {
      if (body[name] === undefined) return [{ name, ...lists, expected: lists.before }];
      const known = byKeyId(lists.before);
      const sent = toList(body[name]).map(({ keyId }) => known.get(String(keyId).toLowerCase()));
      return sent.includes(undefined) ? [] : [{ name, ...lists, expected: sent.filter((it) => it !== undefined) }];
    });
    // Something new is in it: what becomes of that is another question (S14).
    if (collections.length < named.length || named.every(({ name }) => body[name] === undefined)) return [];
    const omitted = new Set(
      collections.flatMap((it) =>
        it.before.filter((entry) => !it.expected.includes(entry)).map((entry) => entry["customKeyIdentifier"]),
      ),
    );
    return [{ exchanges: [before, write, after], collections, omitted }];
  });
}
