/** One failure of the HTML report, with all that is needed to believe it and to do it again. */
import type { ContractResult } from "../../../contract/result.js";
import { chooseExchanges } from "./chosen-exchanges.js";
import { citationsOf } from "./citations.js";
import type { RunHead } from "./contract-reporter.js";
import type { ExchangeView, MessageView } from "./exchange-view.js";
import type { FocusedLine } from "./focused-json.js";
import type { Markup } from "./markup.js";
import { html } from "./markup.js";
import { replayCommand } from "./replay-command.js";
import { printableCommand } from "./shell-words.js";
import type { DiffLine } from "./value-diff.js";
import { diffValues, firstDifference } from "./value-diff.js";

const LIMITS = { lines: 40, characters: 160 };
const MAX_EXCHANGES = 4;
const OPEN = html` open`;

/** What can be told of a failure when it is found; whether it is opened is known in the end. */
export function failureMarkup(result: ContractResult, head: RunHead, id: string): (isOpen: boolean) => Markup {
  const { operation, pointer, scenario, counterexample, curl, expected, actual, detail } = result;
  const lines = diffValues(expected, actual);
  const difference = detail ?? firstDifference(expected, actual);
  const { views, left } = chooseExchanges(result, MAX_EXCHANGES, LIMITS);
  const where = html`<b>${operation === "" ? "the whole run" : operation}</b>`;
  const at = pointer === "" ? undefined : html` <code>${pointer}</code>`;
  const from = scenario === "" ? undefined : html` <span class="at">in ${scenario}</span>`;
  // Inside: a browser opens what hides the place that a link leads to (HTML Living Standard section 6.6.2).
  const content = html`<div class="inside" id="${id}">
${counterexample !== undefined && html`<p class="detail">Drawn, and made as small as it gets: ${counterexample.text}</p>`}
${result.reason !== undefined && html`<p class="detail">${result.reason}</p>`}
<div class="pair">
<div><h4>Expected</h4>${valueMarkup(lines, "-")}</div>
<div><h4>Actual</h4>${valueMarkup(lines, "+")}</div>
</div>
${difference !== undefined && html`<p class="detail">${difference}</p>`}
${views.length > 0 && html`<h4>Exchange${views.length === 1 ? "" : "s"}</h4>`}
${left > 0 && html`<p class="detail">${left} earlier ones are left out; the JSON report has more.</p>`}
${views.map((view, index) => exchangeMarkup(view, index === views.length - 1))}
${curl !== undefined && html`<h4>The last request by curl</h4><pre class="command" tabindex="0">${printableCommand(curl)}</pre>`}
<h4>Do it again</h4><pre class="command" tabindex="0">${replayCommand(result, head)}</pre>
</div>`;
  const summary = html`<summary><span class="hidden">failure: </span>${where}${at}${from}</summary>`;
  return (isOpen) => html`<details class="failure"${isOpen && OPEN}>${summary}${content}</details>\n`;
}

/** Where a rule is to be read; only `https` becomes a link. */
export function sourceMarkup(source: string): Markup {
  const citations = citationsOf(source).map(({ text, href }, index) => {
    const separator = index === 0 ? "" : "; ";
    if (href === undefined) return html`${separator}${text}`;
    const [before = "", after = ""] = text.split(href, 2);
    return html`${separator}${before}<a href="${href}" rel="noreferrer">${href.replace(/^https:\/\//, "")}</a>${after}`;
  });
  return html`${citations}`;
}

/** How a rule is known, a chip for each. */
export function evidenceMarkup(evidence: readonly string[]): Markup {
  return html`${evidence.map((level) => html`<span class="chip">${level}</span> `)}`;
}

/** One side of a comparison. */
function valueMarkup(lines: readonly DiffLine[], side: "-" | "+"): Markup {
  const kind = side === "-" ? "gone" : "come";
  const shown = lines
    .filter(({ sign }) => sign === side || sign === " " || sign === "…")
    .map(({ sign, text }) => {
      if (sign === " ") return html`<span>  ${text}</span>`;
      return sign === "…"
        ? html`<span class="dim">… ${text}</span>`
        : html`<span class="${kind}">${sign} ${text}</span>`;
    });
  return html`<pre tabindex="0">${shown}</pre>`;
}

function exchangeMarkup({ name, step, sent, received }: ExchangeView, isOpen: boolean): Markup {
  const summary = html`<summary><code>${name}</code> ${step}: <code>${sent.head.slice(0, 120)}</code> → <code>${received.head}</code></summary>`;
  const content = html`<div class="exchange"><div>${messageMarkup("request", sent)}</div><div>${messageMarkup("answer", received)}</div></div>`;
  return html`<details class="exchange-of"${isOpen && OPEN}>${summary}${content}</details>\n`;
}

function messageMarkup(label: string, { head, headers, body, note }: MessageView): Markup {
  const line = ({ text, isMarked }: FocusedLine): Markup =>
    isMarked ? html`<mark>${text}</mark>` : html`<span>${text}</span>`;
  const dim = headers.map((header) => (header.isMarked ? line(header) : html`<span class="dim">${header.text}</span>`));
  const end = note === "" ? undefined : html`<span class="dim">(${note})</span>`;
  return html`<pre tabindex="0" aria-label="${label}"><span class="head">${head}</span>${dim}${body.length > 0 && html`<span> </span>`}${body.map(line)}${end}</pre>`;
}
