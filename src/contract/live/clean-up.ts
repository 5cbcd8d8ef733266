/** Deletes what a run has made, the latest first. */
import type { Session } from "../session/session.js";
import { findByName, findDeleted, KINDS_IN_ORDER } from "./find-by-name.js";
import type { ObjectKind } from "./journal.js";
import type { Ledger, OwnObject } from "./ledger.js";
import { removeObject } from "./remove-object.js";

/** Something that could not be deleted, or not for good. */
export interface Leftover {
  readonly kind: ObjectKind;
  /** Absent where nobody knows it. */
  readonly id?: string | undefined;
  readonly displayName: string;
  readonly reason: string;
}

/** What clean-up came to. */
export interface CleanUp {
  readonly left: readonly Leftover[];
  /** Deleted, and still in deletedItems. */
  readonly kept: readonly Leftover[];
}

/** What was made a moment ago may not be in a list yet: so often is it looked for. */
const ROUNDS = 3;
const PAUSE_MS = 2_000;

/**
 * What the answer to a creation did not tell is looked for by the run's name. An object that was not there when it was to be
 * deleted may not have been seen yet, so then all are looked for too.
 * @param session - of no budget and no signal; its requests pass the guard
 */
export async function cleanUp(session: Session, ledger: Ledger): Promise<CleanUp> {
  const first = await removeAll(session, ledger);
  const left = [...first.left];
  if (!first.hadGone && !ledger.isUncertain()) return { left, kept: first.kept };
  let isWhole = true;
  for (let round = 1; round <= (ledger.isUncertain() ? ROUNDS : 1); round++) {
    if (round > 1) await session.pause(PAUSE_MS);
    const { objects, problems } = await findAll(session, ledger.namePrefix);
    isWhole = problems.length === 0;
    if (round === ROUNDS && ledger.isUncertain()) left.push(...problems);
    for (const object of objects) if (!left.some(({ id }) => id === object.id)) ledger.adopt(object);
    if (objects.length > 0) break;
  }
  if (isWhole) ledger.reconciled();
  const known = new Set(left.map(({ id }) => id));
  const second = await removeAll(session, ledger, known);
  // What was kept is found among the deleted ones and tried once more.
  const again = new Set(second.tried);
  const kept = [...first.kept.filter(({ id = "" }) => !again.has(id)), ...second.kept];
  return { left: [...left, ...second.left], kept };
}

async function findAll(
  session: Session,
  namePrefix: string,
): Promise<{ readonly objects: readonly OwnObject[]; readonly problems: readonly Leftover[] }> {
  const objects: OwnObject[] = [];
  const problems: Leftover[] = [];
  // Backwards: what is adopted last is deleted first.
  for (const kind of KINDS_IN_ORDER.toReversed()) {
    const found = await findByName(session, kind, namePrefix);
    objects.push(...found.objects);
    const deleted = await findDeleted(session, kind, namePrefix);
    objects.push(...deleted.objects);
    if (found.problem !== undefined) problems.push({ kind, displayName: `${namePrefix}…`, reason: found.problem });
  }
  return { objects, problems };
}

async function removeAll(
  session: Session,
  ledger: Ledger,
  except: ReadonlySet<string | undefined> = new Set(),
): Promise<CleanUp & { readonly hadGone: boolean; readonly tried: readonly string[] }> {
  const left: Leftover[] = [];
  const kept: Leftover[] = [];
  const tried: string[] = [];
  let hadGone = false;
  for (const { kind, id, displayName } of ledger.remaining()) {
    if (except.has(id)) continue;
    const { outcome, reason = "" } = await removeObject(session, kind, id);
    tried.push(id);
    if (outcome === "failed") left.push({ kind, id, displayName, reason });
    else await ledger.deleted(kind, id);
    if (outcome !== "failed" && reason !== "") kept.push({ kind, id, displayName, reason });
    hadGone ||= outcome === "gone";
  }
  return { left, kept, hadGone, tried };
}
