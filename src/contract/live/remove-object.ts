/** Deletes one object, for good where that is allowed. */
import type { Exchange } from "../exchange.js";
import { isSuccess } from "../exchange.js";
import type { Session } from "../session/session.js";
import type { ObjectKind } from "./journal.js";

/** What became of it. */
export interface Removal {
  readonly outcome: "deleted" | "gone" | "failed";
  /** Why it failed, or what is left of it. */
  readonly reason?: string | undefined;
}

/** Where objects of each kind are. */
export const COLLECTION_OF: Readonly<Record<ObjectKind, string>> = {
  connector: "/identity/apiConnectors",
  application: "/applications",
  servicePrincipal: "/servicePrincipals",
};

const MOST_TRIES = 4;
const PAUSE_MS = 2_000;

/** A DELETE may be sent again: doing it twice does no more than once. What is not there any more counts as gone. */
export async function removeObject(session: Session, kind: ObjectKind, id: string): Promise<Removal> {
  const { status } = (await insist(session, `delete the ${kind}`, `${COLLECTION_OF[kind]}/${id}`)).response;
  const isGone = status === 404;
  if (!isGone && (status < 200 || status >= 300)) {
    return {
      outcome: "failed",
      reason: status === 0 ? "DELETE was not answered" : `DELETE was answered with ${status}`,
    };
  }
  const outcome = isGone ? "gone" : "deleted";
  // Connectors are deleted at once; what belongs to the directory is kept for 30 days.
  const kept = kind === "connector" ? undefined : await purge(session, id, isGone);
  return kept === undefined ? { outcome } : { outcome, reason: kept };
}

/** Sends a DELETE until it is answered by more than a failing server. */
async function insist(session: Session, step: string, path: string): Promise<Exchange> {
  for (let tries = 1; ; tries++) {
    const sent = await session.send(step, { method: "DELETE", path });
    const { status } = sent.response;
    if ((status !== 0 && status < 500 && status !== 429) || tries >= MOST_TRIES) return sent;
    await session.pause(PAUSE_MS * tries);
  }
}

/** @returns what is to be told, where it is still kept */
async function purge(session: Session, id: string, wasGone: boolean): Promise<string | undefined> {
  for (let tries = 1; ; tries++) {
    const sent = await insist(session, "delete it for good", `/directory/deletedItems/${id}`);
    const { status } = sent.response;
    if (isSuccess(sent)) return undefined;
    // What was deleted a moment ago takes a while to get there.
    if (status === 404 && !wasGone && tries === 1) {
      await session.pause(PAUSE_MS);
      continue;
    }
    return status === 404
      ? undefined
      : `kept in deletedItems for 30 days: deleting it there was answered with ${status}`;
  }
}
