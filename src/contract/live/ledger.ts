/** What one run has made, and what has become of it. */
import type { Clock } from "../session/clock.js";
import { BudgetError } from "../session/run-end.js";
import { JournalError } from "./guard-error.js";
import type { JournalEntry, ObjectKind } from "./journal.js";
import type { LiveSetup } from "./options.js";

/** Something that is there, or may be. */
export interface OwnObject {
  readonly kind: ObjectKind;
  readonly displayName: string;
  readonly id: string;
  readonly appId?: string | undefined;
}

/** Something that is about to be made. */
export interface Intent {
  readonly kind: ObjectKind;
  readonly displayName: string;
  readonly appId?: string | undefined;
}

/** The list of them. */
export interface Ledger {
  /** What all names begin with. */
  readonly namePrefix: string;
  /** Whether an object of this id, or of this appId, was made in this run, if it is there or not. */
  readonly owns: (kind: ObjectKind, key: string) => boolean;
  /** The name of the application of this appId; `undefined` where it is not the run's. */
  readonly nameOfApp: (appId: string) => string | undefined;
  /** @throws {BudgetError} one more would be too many @throws {JournalError} */
  readonly intend: (intent: Intent) => Promise<void>;
  /** The request was answered, or not: `unknown`. @throws {JournalError} where something was made */
  readonly settle: (intent: Intent, outcome: OwnObject | "refused" | "unknown") => Promise<void>;
  /** Found by its name: it is the run's own after all. */
  readonly adopt: (object: OwnObject) => void;
  /** Noted where the journal can be written: what is gone needs no note. */
  readonly deleted: (kind: ObjectKind, id: string) => Promise<void>;
  /** What is there, the latest first. */
  readonly remaining: () => readonly OwnObject[];
  /** Whether something may have been made of which nobody knows the id. */
  readonly isUncertain: () => boolean;
  /** All that has the run's name was looked for. */
  readonly reconciled: () => void;
}

/** An empty ledger. */
export function createLedger({ run, namePrefix, journal, maxObjects }: LiveSetup, clock: Clock): Ledger {
  const own = new Map<string, OwnObject>();
  const there = new Map<string, OwnObject>();
  const appNames = new Map<string, string>();
  let unknown = 0;
  const nameOf = (kind: ObjectKind, id: string): string => `${kind} ${id.toLowerCase()}`;

  const write = async (state: JournalEntry["state"], object: Intent & { readonly id?: string }): Promise<void> => {
    const { kind, displayName, id, appId } = object;
    const ids = { ...(id === undefined ? {} : { id }), ...(appId === undefined ? {} : { appId }) };
    try {
      await journal.write({ kind, state, run, displayName, ...ids, at: new Date(clock.now()).toISOString() });
    } catch (error) {
      throw new JournalError(error);
    }
  };
  const adopt = (object: OwnObject): void => {
    const { kind, id, appId } = object;
    own.set(nameOf(kind, id), object);
    there.set(nameOf(kind, id), object);
    if (appId === undefined) return;
    own.set(nameOf(kind, appId), object);
    if (kind === "application") appNames.set(appId.toLowerCase(), object.displayName);
  };
  return {
    namePrefix,
    owns: (kind, key) => own.has(nameOf(kind, key)),
    nameOfApp: (appId) => appNames.get(appId.toLowerCase()),
    intend: async (intent) => {
      if (there.size + unknown >= maxObjects) throw new BudgetError("the budget of objects is spent");
      await write("intended", intent);
    },
    settle: async (intent, outcome) => {
      if (outcome === "unknown") {
        unknown += 1;
      } else if (outcome === "refused") {
        await write("deleted", intent).catch(() => undefined);
      } else {
        // Known before it is written down: a journal that fails must not lose it.
        adopt(outcome);
        await write("created", outcome);
      }
    },
    adopt,
    deleted: async (kind, id) => {
      const object = there.get(nameOf(kind, id));
      if (object === undefined) return;
      there.delete(nameOf(kind, id));
      await write("deleted", object).catch(() => undefined);
    },
    remaining: () => [...there.values()].reverse(),
    isUncertain: () => unknown > 0,
    reconciled: () => {
      unknown = 0;
    },
  };
}
