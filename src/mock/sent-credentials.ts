/** The entries of keyCredentials and passwordCredentials as a body brings them: every member by its type, nothing judged. */

import type { DateTimeOffset } from "../graph/date-time.js";
import type { Members } from "./members.js";
import { readBinary, readDateTime, readGuid, readText } from "./members.js";

const KEY_TYPE = "microsoft.graph.keyCredential";
const PASSWORD_TYPE = "microsoft.graph.passwordCredential";

/** What both kinds have; `undefined` where a member is absent. */
export interface SentCredential {
  readonly keyId: string | null | undefined;
  readonly customKeyIdentifier: Uint8Array | null | undefined;
  readonly displayName: string | null | undefined;
  readonly startDateTime: DateTimeOffset | null | undefined;
  readonly endDateTime: DateTimeOffset | null | undefined;
}

/** A keyCredential. */
export interface SentKey extends SentCredential {
  readonly key: Uint8Array<ArrayBuffer> | null | undefined;
  readonly type: string | null | undefined;
  readonly usage: string | null | undefined;
}

/** A passwordCredential. */
export interface SentPassword extends SentCredential {
  readonly secretText: string | null | undefined;
}

/** Reads one keyCredential. */
export function readSentKey(entry: Members): SentKey {
  return {
    ...readShared(entry, KEY_TYPE),
    key: readBinary(entry, "key"),
    type: readText(entry, "type", KEY_TYPE),
    usage: readText(entry, "usage", KEY_TYPE),
  };
}

/** Reads one passwordCredential. */
export function readSentPassword(entry: Members): SentPassword {
  return { ...readShared(entry, PASSWORD_TYPE), secretText: readText(entry, "secretText", PASSWORD_TYPE) };
}

function readShared(entry: Members, type: string): SentCredential {
  return {
    keyId: readGuid(entry, "keyId", type),
    customKeyIdentifier: readBinary(entry, "customKeyIdentifier"),
    displayName: readText(entry, "displayName", type),
    startDateTime: readDateTime(entry, "startDateTime", type),
    endDateTime: readDateTime(entry, "endDateTime", type),
  };
}
