/** Rules by operations: what became of each rule at each operation, by colour and sign, with links to what was found. */
import type { ResultStatus } from "./contract-reporter.js";
import type { Markup } from "./markup.js";
import { html } from "./markup.js";

/** What was found of a rule at an operation. */
export interface Place {
  readonly rule: string;
  readonly title: string;
  readonly operation: string;
  readonly counts: Readonly<Record<ResultStatus, number>>;
  /** The id of the element that tells of it. */
  readonly target: string | undefined;
}

/** The worst first: it is what a cell shows. */
const SIGNS = { fail: "✗", known: "≈", observation: "?", pass: "✓" } as const;
const WORDS = { fail: "failed", known: "known difference", observation: "observed", pass: "passed" } as const;
const SHOWN = ["fail", "known", "observation", "pass"] as const;

const SETS: Readonly<Record<string, string>> = {
  E: "Envelope: what every answer has",
  C: "API connectors and their certificates",
  S: "Token signing of servicePrincipals",
  T: "Time, order and transport",
};

/** @param places - in the order of the rules */
export function matrixMarkup(places: readonly Place[]): Markup {
  const operations = [...new Set(places.map(({ operation }) => operation).filter((name) => name !== ""))].sort(byGroup);
  const columns = operations.map((name, index) => {
    const isFirst = groupOf(name) !== groupOf(operations[index - 1] ?? "");
    return { name, isFirst };
  });
  const groups = groupsOf(operations);
  return html`<p class="legend">${SHOWN.map((status) => html`<span><span class="cell ${status}" aria-hidden="true">${SIGNS[status]}</span> ${WORDS[status]}</span>`)}<span>empty: nothing was there to judge</span>
<label><input type="checkbox" id="only"> only rules with findings</label></p>
<div class="card scroll" role="region" aria-label="Rules by operations" tabindex="0"><table class="matrix">
<caption class="hidden">Rules in rows, operations in columns</caption>
<thead><tr><td rowspan="2"></td>${groups.map(([group, count]) => html`<th class="group" scope="colgroup" colspan="${count}">${group}</th>`)}</tr>
<tr>${columns.map(({ name, isFirst }) => html`<th scope="col" class="${isFirst ? "first" : ""}"><span class="name">${shortName(name)}</span></th>`)}</tr></thead>
<tbody>${rowsOf(places, columns)}</tbody></table></div>`;
}

interface Column {
  readonly name: string;
  readonly isFirst: boolean;
}

function rowsOf(places: readonly Place[], columns: readonly Column[]): readonly Markup[] {
  const rows: Markup[] = [];
  let set = "";
  for (const rule of new Set(places.map((place) => place.rule))) {
    const of = places.filter((place) => place.rule === rule);
    const name = SETS[rule.slice(0, 1)] ?? "The run itself";
    const quiet = (all: readonly Place[]): string => (all.some(isFound) ? "" : "quiet");
    if (name !== set) {
      const all = places.filter((place) => (SETS[place.rule.slice(0, 1)] ?? "The run itself") === name);
      rows.push(
        html`<tr class="set ${quiet(all)}"><th colspan="${columns.length + 1}" scope="rowgroup">${name}</th></tr>\n`,
      );
    }
    set = name;
    const cells = columns.map(({ name: operation, isFirst }) => {
      const place = of.find((it) => it.operation === operation);
      return html`<td class="${isFirst ? "first" : ""}">${place !== undefined && cellMarkup(place)}</td>`;
    });
    rows.push(
      html`<tr class="${quiet(of)}"><th scope="row"><b><a href="#rule-${rule}">${rule}</a></b> ${of[0]?.title}</th>${cells}</tr>\n`,
    );
  }
  return rows;
}

function cellMarkup({ rule, operation, counts, target }: Place): Markup | undefined {
  const status = SHOWN.find((one) => counts[one] > 0);
  if (status === undefined) return undefined;
  const count = counts[status];
  const told = `${rule} ${operation}: ${WORDS[status]}${count > 1 ? `, ${count} times` : ""}`;
  const content = html`<span aria-hidden="true">${SIGNS[status]}${count > 1 && status !== "pass" && count}</span><span class="hidden">${told}</span>`;
  return target === undefined
    ? html`<span class="cell ${status}" title="${told}">${content}</span>`
    : html`<a class="cell ${status}" title="${told}" href="#${target}">${content}</a>`;
}

function isFound({ counts }: Place): boolean {
  return counts.fail > 0 || counts.known > 0 || counts.observation > 0;
}

/** `identityApiConnector.update` belongs to `identityApiConnector`; what has no group stands at the end. */
function groupOf(operation: string): string {
  return operation.includes(".") ? operation.slice(0, operation.indexOf(".")) : "";
}

function shortName(operation: string): string {
  return operation.slice(operation.indexOf(".") + 1);
}

function byGroup(one: string, other: string): number {
  const key = (name: string): string => `${groupOf(name) === "" ? "~" : groupOf(name)} ${name}`;
  return key(one) < key(other) ? -1 : 1;
}

function groupsOf(operations: readonly string[]): readonly (readonly [string, number])[] {
  const groups = new Map<string, number>();
  for (const name of operations) groups.set(groupOf(name), (groups.get(groupOf(name)) ?? 0) + 1);
  return [...groups];
}
