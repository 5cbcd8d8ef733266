/** The head of the HTML report: the verdict, the counts, and what was judged. */
import type { ResultStatus, RunHead, RunSummary } from "./contract-reporter.js";
import { STATUSES } from "./contract-reporter.js";
import type { Markup } from "./markup.js";
import { html } from "./markup.js";

const LABELS: Readonly<Record<ResultStatus, string>> = {
  fail: "failures",
  known: "known differences",
  observation: "observations",
  pass: "places that hold",
  skip: "rules not judged",
};

const SECTIONS: Readonly<Record<ResultStatus, string>> = {
  fail: "#failures",
  known: "#known",
  observation: "#observations",
  pass: "#matrix",
  skip: "#skips",
};

const EARLY = { budget: "ended early, its budget was spent", interrupt: "was broken off" } as const;

/** @param failedRules - how many rules have a failure */
export function headerMarkup(head: RunHead, summary: RunSummary, failedRules: number): Markup {
  const { counts, requests, durationMs, ended } = summary;
  const kind = counts.fail > 0 ? "findings" : ended === "complete" ? "clean" : "early";
  const { sign, verdict } = verdictOf(kind, failedRules);
  const tiles = STATUSES.map((status) => {
    const content = html`<b>${counts[status]}</b>${LABELS[status]}`;
    return counts[status] === 0
      ? html`<li class="zero">${content}</li>`
      : html`<li class="${status}"><a href="${SECTIONS[status]}">${content}</a></li>`;
  });
  const facts: readonly (readonly [string, string])[] = [
    ["mode", head.mode ?? "recorded traffic"],
    ...(head.seed === undefined ? [] : [["seed", String(head.seed)] as const]),
    ["requests", String(requests)],
    ["took", `${(durationMs / 1000).toFixed(1)} s`],
    [
      "began",
      head.startedAt
        .toISOString()
        .replace("T", " ")
        .replace(/\.\d+Z$/, " UTC"),
    ],
    ["graph-certkit", head.version],
    ...(ended === "complete" ? [] : [["the run", EARLY[ended]] as const]),
  ];
  const sections: readonly (readonly [string, string])[] = [
    ...(counts.fail === 0 ? [] : [["#failures", "Failures"] as const]),
    ["#matrix", "Rules by operations"],
    ...(counts.observation === 0 ? [] : [["#observations", "What was learnt"] as const]),
    ...(counts.known === 0 ? [] : [["#known", "Known differences"] as const]),
    ...(counts.skip === 0 ? [] : [["#skips", "Not judged"] as const]),
    ["#rules", "Rules and their evidence"],
  ];
  return html`<header class="${kind}"><div class="wrap">
<h1>Microsoft Graph certificate contract</h1>
<p class="verdict"><span class="sign" aria-hidden="true">${sign}</span> ${verdict}</p>
<p class="target">${head.command === "run" ? "Service" : "Recorded traffic"} <code>${head.target}</code></p>
<ul class="counts">${tiles}</ul>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<nav aria-label="Sections"><ul>${sections.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}</ul></nav>
</div></header>`;
}

function verdictOf(kind: "findings" | "clean" | "early", failedRules: number): { sign: string; verdict: string } {
  if (kind === "clean") return { sign: "✓", verdict: "Everything that was judged holds" };
  if (kind === "early") return { sign: "!", verdict: "No failure, but not everything was judged" };
  return { sign: "✗", verdict: failedRules === 1 ? "One rule is broken" : `${failedRules} rules are broken` };
}
