/**
 * Eventual consistency on a virtual clock: writes go to one primary, reads to a replica that sees a write only after a lag
 * of its own. Graph promises no figure ("may take several minutes" is what providers report), so none is built in: the
 * lag is an option and off by default.
 */
import { seededNumbers } from "./seeded.js";

/** How far behind reads may be. */
export interface ConsistencyOptions {
  /** How many replicas answer reads; default 3. */
  readonly replicas?: number | undefined;
  /** The longest that a replica takes to see a write, in milliseconds; default 0: every read sees every write. */
  readonly lagMs?: number | undefined;
  /** Decides the lag of each write on each replica and the replica of each read; default 1. */
  readonly seed?: number | undefined;
}

/** What one read sees: one replica at one time. */
export interface ReplicaView<Value> {
  /** Counted from 0. */
  readonly replica: number;
  /**
   * What the replica holds under a key.
   * @param current - what the primary holds; `undefined` where it holds nothing
   */
  readonly read: (key: string, current: Value | undefined) => Value | undefined;
  /** The keys under which it may hold something else than the primary, such as what was deleted a moment ago. */
  readonly staleKeys: () => readonly string[];
}

/** The replicas. They keep only what the primary has already replaced and some replica has not. */
export interface Replicas<Value> {
  /**
   * Takes note of a write that the primary has done.
   * @param before - what it replaced, never changed afterwards; `undefined` where there was nothing
   * @param now - milliseconds; not before that of an earlier call
   */
  readonly write: (key: string, before: Value | undefined, now: number) => void;
  /** Chooses the replica of one read. */
  readonly view: (now: number) => ReplicaView<Value>;
  /** Every replica sees everything, as after a restart. */
  readonly settle: () => void;
  /** How many writes have not reached every replica. */
  readonly pendingWrites: (now: number) => number;
}

interface PendingWrite<Value> {
  readonly before: Value | undefined;
  /** By replica, when it sees the write. */
  readonly seenAt: readonly number[];
  /** When the last of them does. */
  readonly settledAt: number;
}

/** More replicas show nothing new. */
const MOST_REPLICAS = 100;

/**
 * Replicas that have seen everything so far.
 *
 * Each replica sees the writes in the order in which they were made, so a later write never appears before an earlier one
 * on the same replica; two reads in a row may go to different replicas and so go back in time. After `lagMs` without a
 * write all reads agree.
 * @throws {RangeError} naming the option
 */
export function createReplicas<Value>(options: ConsistencyOptions = {}): Replicas<Value> {
  const { replicas = 3, lagMs = 0, seed = 1 } = options;
  requireRange("replicas", replicas, 1, MOST_REPLICAS);
  requireRange("lagMs", lagMs, 0, Number.MAX_SAFE_INTEGER);
  const lags = seededNumbers(seed, "lag");
  const choices = seededNumbers(seed, "replica");
  const pending = new Map<string, PendingWrite<Value>[]>();
  let lastSeenAt: readonly number[] = new Array<number>(replicas).fill(Number.NEGATIVE_INFINITY);
  let sweepAt = Number.POSITIVE_INFINITY;

  const sweep = (now: number): void => {
    if (now < sweepAt) return;
    sweepAt = Number.POSITIVE_INFINITY;
    for (const [key, writes] of pending) {
      const kept = writes.filter(({ settledAt }) => settledAt > now);
      if (kept.length === 0) pending.delete(key);
      else pending.set(key, kept);
    }
    // Once a lag is often enough: what is settled costs memory, never a wrong answer.
    if (pending.size > 0) sweepAt = now + lagMs;
  };

  return {
    write: (key, before, now) => {
      if (lagMs === 0) return;
      sweep(now);
      const seenAt = lastSeenAt.map((last) => Math.max(last, now + Math.round(lags() * lagMs)));
      lastSeenAt = seenAt;
      const settledAt = Math.max(...seenAt);
      const writes = pending.get(key);
      if (writes === undefined) pending.set(key, [{ before, seenAt, settledAt }]);
      else writes.push({ before, seenAt, settledAt });
      if (sweepAt === Number.POSITIVE_INFINITY) sweepAt = now + lagMs;
    },
    view: (now) => {
      sweep(now);
      const replica = lagMs === 0 ? 0 : Math.floor(choices() * replicas);
      const unseen = (key: string): PendingWrite<Value> | undefined =>
        pending.get(key)?.find(({ seenAt }) => (seenAt[replica] ?? 0) > now);
      return {
        replica,
        read: (key, current) => {
          const write = pending.size === 0 ? undefined : unseen(key);
          return write === undefined ? current : write.before;
        },
        staleKeys: () => [...pending.keys()].filter((key) => unseen(key) !== undefined),
      };
    },
    settle: () => pending.clear(),
    pendingWrites: (now) => [...pending.values()].flat().filter(({ settledAt }) => settledAt > now).length,
  };
}

function requireRange(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`"consistency.${name}" expected an integer from ${least} to ${most}, got ${value}`);
}
