/** The sections of the HTML report below its head. */
import type { ContractResult } from "../../../contract/result.js";
import { evidenceMarkup, sourceMarkup } from "./html-failure.js";
import type { Markup, Part } from "./markup.js";
import { html } from "./markup.js";
import { proseOf } from "./render-summary.js";
import { groupByReason, groupKnown } from "./result-groups.js";

/** A rule with the markup of its failures. */
export interface FailedRule {
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  readonly evidence: readonly string[];
  readonly failures: readonly Markup[];
  /** Failures that are not shown. */
  readonly left: number;
}

/** A landmark with a heading. */
export function sectionMarkup(id: string, title: string, lead: Part, content: Part): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><div class="wrap"><h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${content}</div></section>
`;
}

/** All failures of one rule. */
export function failedRuleMarkup({ rule, title, source, evidence, failures, left }: FailedRule): Markup {
  return html`<article class="card rule" id="failed-${rule}"><h3><span class="id">✗ ${rule}</span>${title}</h3>
<p class="why">Why: ${sourceMarkup(source)} ${evidenceMarkup(evidence)}</p>
${failures}
${left > 0 && html`<p class="detail">${left} more failures of this rule are left out; the JSON report has them.</p>`}</article>
`;
}

/** What was learnt. */
export function observationsMarkup(
  results: readonly ContractResult[],
  idOf: (result: ContractResult) => string,
): Markup {
  const rows = results.map(
    (result) =>
      html`<tr id="${idOf(result)}"><th class="id" scope="row"><a href="#rule-${result.rule}">${result.rule}</a></th><td>${proseOf(result.expected)}</td><td class="answer">${answerMarkup(result.actual)}</td><td>${operationMarkup(result.operation)}</td><td class="short">${result.scenario}</td></tr>\n`,
  );
  return tableMarkup("What was observed", ["Rule", "Question", "Answer", "Operation", "Scenario"], rows);
}

/** What deviations cover. */
export function knownMarkup(results: readonly ContractResult[], idOf: (result: ContractResult) => string): Markup {
  const rows = [...groupKnown(results).values()].flatMap((group) =>
    group.map((result, index) => {
      const { rule, operation, pointer, reason, source, expires, expected, actual } = result;
      const span = String(group.length);
      const head =
        index === 0 &&
        html`<th class="id" scope="rowgroup" rowspan="${span}"><a href="#rule-${rule}">${rule}</a></th><td rowspan="${span}">${reason}<br>${sourceMarkup(source)}</td><td class="short" rowspan="${span}">${expires ?? "not told"}</td>`;
      return html`<tr id="${idOf(result)}">${head}<td>${operationMarkup(operation)} <code>${pointer}</code></td><td><code>${proseOf(expected)}</code></td><td><code>${proseOf(actual)}</code></td></tr>\n`;
    }),
  );
  return tableMarkup("Known differences", ["Rule", "Reason", "Until", "Where", "Expected", "Actual"], rows);
}

/** What was not judged, by why. */
export function skipsMarkup(results: readonly ContractResult[]): Markup {
  const rows = [...groupByReason(results)].map(
    ([reason, of]) =>
      html`<tr><th scope="row">${reason}</th><td>${of.map(({ rule, title }) => html`<div><a href="#rule-${rule}">${rule}</a> ${title}</div>`)}</td></tr>\n`,
  );
  return tableMarkup("What was not judged", ["Reason", "Rules"], rows);
}

/** What a rule rests on. */
export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly evidence: readonly string[];
  readonly source: string;
}

/** Each rule, how it is known and where it is to be read. */
export function rulesMarkup(rules: readonly RuleRow[]): Markup {
  const rows = rules.map(
    ({ id, title, evidence, source }) =>
      html`<tr id="rule-${id}"><th class="id" scope="row">${id}</th><td>${title}</td><td>${evidenceMarkup(evidence)}</td><td>${sourceMarkup(source)}</td></tr>\n`,
  );
  return tableMarkup("Rules", ["Rule", "What it says", "Evidence", "Source"], rows);
}

/** A line may end behind the resource. */
function operationMarkup(operation: string): Markup {
  const parts = operation.split(".");
  return html`<code>${parts.map((part, index) => (index === 0 ? part : html`.<wbr>${part}`))}</code>`;
}

function answerMarkup(answer: unknown): Markup {
  if (typeof answer === "boolean") return html`${answer ? "yes" : "no"}`;
  return typeof answer === "object" ? html`<code>${proseOf(answer)}</code>` : html`${proseOf(answer)}`;
}

function tableMarkup(caption: string, columns: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="${caption}"><table class="list"><caption class="hidden">${caption}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
