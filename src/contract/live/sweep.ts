/** Deletes what runs have left that were ended by force. */
import type { Exchange } from "../exchange.js";
import { toJson } from "../exchange.js";
import type { Clock } from "../session/clock.js";
import type { Session, SessionOptions } from "../session/session.js";
import { createSession } from "../session/session.js";
import type { Found, NamedObject } from "./find-by-name.js";
import { findByName, findDeleted, KINDS_IN_ORDER } from "./find-by-name.js";
import { guardWrites } from "./guard.js";
import type { JournalEntry, ObjectKind } from "./journal.js";
import type { Ledger, OwnObject } from "./ledger.js";
import { createLedger } from "./ledger.js";
import { openEntries } from "./open-entries.js";
import { requirePrefix, startOfRun } from "./options.js";
import { COLLECTION_OF, removeObject } from "./remove-object.js";

/** What to sweep, and where. */
export interface SweepOptions {
  readonly fetch: SessionOptions["fetch"];
  /** With the version. */
  readonly baseUrl: string;
  readonly auth: string | (() => string | Promise<string>);
  /** Of the runs to sweep, whatever their age; default: everything with the prefix that is old enough. */
  readonly journal?: readonly JournalEntry[] | undefined;
  /** As of the runs, `zz-graph-contract` unless they were told otherwise. */
  readonly prefix: string;
  /** Without a journal: younger objects may be of a run that is still going on. Milliseconds. */
  readonly olderThanMs: number;
  readonly clock: Clock;
  /** Deletes nothing and says what it would. */
  readonly dryRun: boolean;
}

/** One object. */
export interface SweepResult {
  readonly kind: ObjectKind;
  /** `""` where nothing of the name could be looked for. */
  readonly id: string;
  readonly displayName: string;
  readonly outcome: "deleted" | "gone" | "would delete" | "failed" | "left";
  readonly reason?: string | undefined;
}

/**
 * Finds and deletes, connectors first and applications last. What does not begin with the prefix is never deleted, whatever
 * the journal says of it: each object's name is read before. What cannot be deleted is told as `failed` and never thrown. The
 * token is not looked at, as `checkToken` does.
 * @throws {RangeError} naming `prefix`, `olderThanMs` or `baseUrl`, when the first result is asked for
 * @throws {TypeError} naming `auth`, for a token that no header takes
 */
export async function* sweepLeftovers(options: SweepOptions): AsyncGenerator<SweepResult, void> {
  const { fetch, baseUrl, auth: token, journal, prefix, olderThanMs, clock, dryRun } = options;
  requirePrefix("prefix", prefix);
  if (!(olderThanMs >= 0)) throw new RangeError(`"olderThanMs" expected a number of at least 0, got ${olderThanMs}`);
  const namePrefix = `${prefix}-`;
  const none = { write: () => Promise.resolve() };
  const setup = { tenantId: "", run: "sweep", namePrefix, journal: none, maxObjects: 1 };
  const ledger = createLedger(setup, clock);
  const budget = { requests: Number.POSITIVE_INFINITY };
  const auth = typeof token === "string" ? () => token : token;
  const session = createSession({ fetch: guardWrites(fetch, baseUrl, ledger), baseUrl, auth, clock, budget });
  const work = { session, ledger, dryRun };

  for (const kind of KINDS_IN_ORDER) {
    if (journal !== undefined) {
      yield* sweepJournal(work, kind, openEntries(journal), namePrefix);
      continue;
    }
    const { objects, problem } = await findEverywhere(session, kind, namePrefix);
    for (const object of objects) {
      const reason = whyLeave(object, prefix, clock.now() - olderThanMs);
      yield reason === undefined ? await sweepOne(work, object) : result(object, "left", reason);
    }
    if (problem !== undefined) yield result({ kind, id: "", displayName: `${namePrefix}…` }, "failed", problem);
  }
}

const MOST_READS = 3;
const PAUSE_MS = 2_000;

interface Work {
  readonly session: Session;
  readonly ledger: Ledger;
  readonly dryRun: boolean;
}

/** What is there and what was deleted, which has other ids. */
async function findEverywhere(session: Session, kind: ObjectKind, namePrefix: string): Promise<Found> {
  const found = await findByName(session, kind, namePrefix);
  const deleted = await findDeleted(session, kind, namePrefix);
  return { ...found, objects: [...found.objects, ...deleted.objects] };
}

function result(object: OwnObject, outcome: SweepResult["outcome"], reason?: string): SweepResult {
  const { kind, id, displayName } = object;
  return { kind, id, displayName, outcome, ...(reason === undefined ? {} : { reason }) };
}

/** The younger of what the name and the service say counts. */
function whyLeave(object: NamedObject, prefix: string, before: number): string | undefined {
  const times = [startOfRun(object.displayName, prefix), object.createdAt].filter((time) => time !== undefined);
  if (times.length === 0) return "nothing says how old it is";
  return Math.max(...times) <= before ? undefined : "it is too young";
}

async function sweepOne({ session, ledger, dryRun }: Work, object: OwnObject): Promise<SweepResult> {
  if (dryRun) return result(object, "would delete");
  // From here on the guard lets it be deleted: it, and nothing else.
  ledger.adopt(object);
  const { outcome, reason } = await removeObject(session, object.kind, object.id);
  return result(object, outcome, reason);
}

/** By id where the journal has one; else all of that very name. */
async function* sweepJournal(
  work: Work,
  kind: ObjectKind,
  open: readonly JournalEntry[],
  namePrefix: string,
): AsyncGenerator<SweepResult, void> {
  const seen = new Set<string>();
  for (const { id, displayName, appId, kind: kindOfEntry } of open) {
    if (kindOfEntry !== kind) continue;
    if (!displayName.startsWith(namePrefix)) {
      yield result({ kind, id: id ?? "", displayName }, "left", `its name does not begin with ${namePrefix}`);
    } else if (id === undefined) {
      const { objects, problem } = await findEverywhere(work.session, kind, displayName);
      if (problem !== undefined) yield result({ kind, id: "", displayName }, "failed", problem);
      for (const object of objects) {
        if (object.displayName !== displayName || seen.has(object.id)) continue;
        seen.add(object.id);
        yield await sweepOne(work, object);
      }
    } else if (!seen.has(id)) {
      seen.add(id);
      const object = { kind, id, displayName, ...(appId === undefined ? {} : { appId }) };
      yield await sweepKnown(work, object, namePrefix);
    }
  }
}

/** What was made a moment ago may not be seen by every read yet. */
async function readOften(session: Session, kind: ObjectKind, id: string): Promise<Exchange> {
  for (let tries = 1; ; tries++) {
    const read = await session.send(`read the ${kind}`, { method: "GET", path: `${COLLECTION_OF[kind]}/${id}` });
    if (read.response.status !== 404 || tries >= MOST_READS) return read;
    await session.pause(PAUSE_MS);
  }
}

/** The run may have ended between the two deletions. */
async function sweepDeleted(work: Work, object: OwnObject, namePrefix: string): Promise<SweepResult> {
  const { kind, id } = object;
  if (kind === "connector") return result(object, "gone");
  const path = `/directory/deletedItems/${id}`;
  const { response } = await work.session.send(`read the deleted ${kind}`, { method: "GET", path });
  const { displayName } = toJson(response.json);
  const isOurs = response.status === 200 && typeof displayName === "string" && displayName.startsWith(namePrefix);
  return isOurs ? await sweepOne(work, { ...object, displayName }) : result(object, "gone");
}

/** Reads the name that the object has now. */
async function sweepKnown(work: Work, object: OwnObject, namePrefix: string): Promise<SweepResult> {
  const { kind, id } = object;
  if (!/^[0-9a-z-]+$/i.test(id)) return result(object, "left", "its id is none");
  const { response } = await readOften(work.session, kind, id);
  if (response.status === 404) return await sweepDeleted(work, object, namePrefix);
  if (response.status !== 200) return result(object, "failed", `reading it was answered with ${response.status}`);
  const { displayName } = toJson(response.json);
  const isOurs = typeof displayName === "string" && displayName.startsWith(namePrefix);
  if (!isOurs) return result(object, "left", `its name does not begin with ${namePrefix}`);
  return await sweepOne(work, { ...object, displayName });
}
