/** What a live run writes down before it makes something, so that what a crash leaves can be found. */
import { MalformedError } from "../../errors.js";
import { parseJson, toJson } from "../exchange.js";

/** What a run makes. */
export type ObjectKind = "connector" | "application" | "servicePrincipal";

/** One line. */
export interface JournalEntry {
  readonly kind: ObjectKind;
  /** `intended`: the request is about to be sent. `deleted` without an id: it was refused, and nothing was made. */
  readonly state: "intended" | "created" | "deleted";
  readonly run: string;
  readonly displayName: string;
  readonly id?: string | undefined;
  readonly appId?: string | undefined;
  /** ISO 8601. */
  readonly at: string;
}

/** Keeps entries, in order. */
export interface Journal {
  /** Resolves when the entry will outlive the process; the run waits for it, and ends if it rejects. */
  readonly write: (entry: JournalEntry) => Promise<void>;
}

const KINDS: readonly unknown[] = ["connector", "application", "servicePrincipal"];
const STATES: readonly unknown[] = ["intended", "created", "deleted"];

/**
 * Reads a journal of one JSON object a line. What the last line lacks of its end was being written when the run ended, and is
 * passed over.
 * @throws {MalformedError} `ERR_CONTRACT_JOURNAL` at `line 3`
 */
export function parseJournal(text: string): readonly JournalEntry[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const json = parseJson(line);
    if (json === undefined && index === lines.length - 1) return [];
    return [readEntry(json, `line ${index + 1}`)];
  });
}

function readEntry(json: unknown, at: string): JournalEntry {
  const { kind, state, run, displayName, id, appId, at: time } = toJson(json);
  const areTexts = [run, displayName, time].every((text) => typeof text === "string" && text !== "");
  const areIds = [id, appId].every((text) => text === undefined || (typeof text === "string" && text !== ""));
  if (!KINDS.includes(kind) || !STATES.includes(state) || !areTexts || !areIds) {
    throw new MalformedError("no entry of a journal", { code: "ERR_CONTRACT_JOURNAL", at });
  }
  return json as JournalEntry;
}
