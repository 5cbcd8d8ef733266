/** A mock is killed while clients write to it, again and again, and each time its state must hold what it acknowledged. */
import { setTimeout } from "node:timers/promises";
import { startMock } from "./mock-process.js";
import type { Acknowledged, InFlight } from "./writers.js";
import { readAll, writeUntilDeath } from "./writers.js";

/** How to go about it. */
export interface KillOptions {
  /** Path of the command line's entry. */
  readonly main: string;
  readonly stateFile: string;
  readonly rounds: number;
  /** Clients that write at the same time. */
  readonly clients: number;
  /** Longest time from the first write to the kill. */
  readonly mostMs: number;
  /** 0 to 1; decides the time of each kill and what is written. */
  readonly random: () => number;
  readonly onRound?: ((round: number, writes: number) => void) | undefined;
}

/** What was seen over all rounds. */
export interface KillReport {
  readonly rounds: number;
  /** Writes that were acknowledged. */
  readonly acknowledged: number;
  /** Writes without an answer that had been done, and those that had not. */
  readonly inFlightDone: number;
  readonly inFlightLost: number;
}

/**
 * Runs the rounds, and one more start in the end.
 * @throws where an acknowledged write is missing, where something is there that nobody wrote, or where the state does not
 * load
 */
export async function killRounds(options: KillOptions): Promise<KillReport> {
  const { rounds, main, stateFile, clients, mostMs, random, onRound } = options;
  const shares: Acknowledged[] = Array.from({ length: clients }, () => new Map());
  let inFlight: readonly InFlight[] = [];
  let names = 0;
  let acknowledged = 0;
  let done = 0;
  let lost = 0;
  for (let round = 1; ; round++) {
    const mock = await startMock(main, ["--state", stateFile]);
    try {
      const found = await readAll(mock.graphRoot);
      for (const [index, write] of inFlight.entries()) {
        const isDone = settle(write, shares[index] ?? new Map(), found);
        done += isDone ? 1 : 0;
        lost += isDone ? 0 : 1;
      }
      requireSame(new Map(shares.flatMap((share) => [...share])), found, round);
      if (round > rounds) return { rounds, acknowledged, inFlightDone: done, inFlightLost: lost };
      const before = acknowledged;
      const { graphRoot } = mock;
      const newName = (): string => {
        names += 1;
        return `connector ${names}`;
      };
      const onAcknowledged = (): void => {
        acknowledged += 1;
      };
      const writing = Promise.all(
        shares.map((mine) => writeUntilDeath({ graphRoot, mine, random, newName, onAcknowledged })),
      );
      await Promise.race([writing, setTimeout(random() * mostMs)]);
      await mock.kill();
      inFlight = await writing;
      onRound?.(round, acknowledged - before);
    } finally {
      await mock.kill();
    }
  }
}

/** Learns from the state whether an unanswered write was done. */
function settle({ id, name }: InFlight, mine: Acknowledged, found: Acknowledged): boolean {
  if (id === undefined) {
    const created = [...found].find(([, displayName]) => displayName === name);
    if (created !== undefined) mine.set(...created);
    return created !== undefined;
  }
  const isDone = found.get(id) === name;
  if (isDone && name === undefined) mine.delete(id);
  if (isDone && name !== undefined) mine.set(id, name);
  return isDone;
}

function requireSame(expected: Acknowledged, found: Acknowledged, round: number): void {
  for (const [id, name] of expected) {
    if (found.get(id) === name) continue;
    throw new Error(`round ${round}: ${id} should be "${name}" and is ${JSON.stringify(found.get(id) ?? null)}`);
  }
  for (const [id, name] of found) {
    if (!expected.has(id)) throw new Error(`round ${round}: nobody was told of ${id}, "${name}"`);
  }
}
