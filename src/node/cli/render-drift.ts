/** Drift for people: a heading for each type or action, a line for each difference, and their number. */
import type { ServiceReport } from "../../contract/drift/check-service.js";
import type { JudgedDrift } from "../../contract/drift/known-drift.js";
import { printable } from "./text-layout.js";

/** Why nothing could be compared. */
export interface DriftFailure {
  readonly code: string;
  readonly message: string;
}

/**
 * Renders a report. Lines are never broken: `subject: what is different`, so that they can be searched for.
 * @param source - where the metadata came from
 */
export function renderDrift({ types, actions, notCompared, drifts }: ServiceReport, source: string): string {
  const groups = groupsOf(drifts);
  const blocks = [...groups].map(([group, of]) => `${printable(group)}\n${of.map(renderLine).join("")}\n`);
  const left = notCompared.length === 0 ? "" : `; an extract, which lacks ${count(notCompared.length, "type")} of ours`;
  const known = drifts.filter((drift) => drift.known !== null).length;
  const news = count(drifts.length - known, "difference");
  const end = `${count(types, "type")} and ${count(actions, "action")} against ${printable(source)}${left}: ${news}`;
  return `${blocks.join("")}${end}${known === 0 ? "" : `, and ${known} known`}\n`;
}

/** Renders what kept the command from comparing, in one line. */
export function renderDriftFailure(source: string, { code, message }: DriftFailure): string {
  return `graph-certkit: cannot compare with ${printable(source)}: ${printable(message)} (${code})\n`;
}

function groupsOf(drifts: readonly JudgedDrift[]): ReadonlyMap<string, readonly JudgedDrift[]> {
  const groups = new Map<string, JudgedDrift[]>();
  for (const drift of drifts) {
    const group = groups.get(drift.group);
    if (group === undefined) groups.set(drift.group, [drift]);
    else group.push(drift);
  }
  return groups;
}

function renderLine({ subject, message, known }: JudgedDrift): string {
  return `  ${printable(`${subject}: ${message}${known === null ? "" : ` (known: ${known})`}`)}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
