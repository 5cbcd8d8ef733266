/** `--report html=FILE`: one page that needs nothing else: no script, no request, no font. */
import { createHash } from "node:crypto";
import type { ContractResult } from "../../../contract/result.js";
import { RULES } from "../../../contract/rules.js";
import type { WriteReport } from "../report-files.js";
import type { ContractReporter, ResultStatus, RunHead, RunSummary } from "./contract-reporter.js";
import { STATUSES } from "./contract-reporter.js";
import { failureMarkup } from "./html-failure.js";
import { headerMarkup } from "./html-header.js";
import type { Place } from "./html-matrix.js";
import { matrixMarkup } from "./html-matrix.js";
import type { FailedRule, RuleRow } from "./html-sections.js";
import {
  failedRuleMarkup,
  knownMarkup,
  observationsMarkup,
  rulesMarkup,
  sectionMarkup,
  skipsMarkup,
} from "./html-sections.js";
import { STYLE } from "./html-style.js";
import { html, Markup } from "./markup.js";

/** More are counted, and are in the JSON report. */
const MAX_FAILURES = 200;
const MAX_OF_A_RULE = 20;

/** Rows of each table. */
const MAX_ROWS = 1000;

/** More than so many are not all opened: a page of hundreds of screens shows nothing. */
const MAX_OPEN = 20;

/** One rule's failures while they come. */
interface Failing {
  readonly rule: ContractResult;
  readonly shown: ((isOpen: boolean) => Markup)[];
  left: number;
}

/** Keeps the markup of failures, at most two hundred, and a thousand of each other kind without their exchanges. */
export function createHtmlReport(write: WriteReport, head: RunHead): ContractReporter {
  const failing = new Map<string, Failing>();
  const found: Record<"known" | "observation" | "skip", ContractResult[]> = { known: [], observation: [], skip: [] };
  const places = new Map<string, { place: Omit<Place, "counts">; counts: Record<ResultStatus, number> }>();
  const rules = new Map<string, RuleRow>(RULES.map((rule) => [rule.id, rule]));
  const seen = new Set<string>();
  const ids = new Map<ContractResult, string>();
  const left = { known: 0, observation: 0, skip: 0 };
  let shown = 0;

  function addFailure(result: ContractResult): string {
    const of = failing.get(result.rule) ?? { rule: { ...result, exchanges: [] }, shown: [], left: 0 };
    failing.set(result.rule, of);
    if (shown >= MAX_FAILURES || of.shown.length >= MAX_OF_A_RULE) {
      of.left += 1;
      return `failed-${result.rule}`;
    }
    shown += 1;
    const id = `failure-${shown}`;
    of.shown.push(failureMarkup(result, head, id));
    return id;
  }

  function addOther(result: ContractResult, status: "known" | "observation" | "skip"): string {
    if (found[status].length >= MAX_ROWS) {
      left[status] += 1;
      return SECTION_IDS[status];
    }
    const light = { ...result, exchanges: [] };
    found[status].push(light);
    const id = `${status}-${found[status].length}`;
    ids.set(light, id);
    return id;
  }

  return {
    add: (result) => {
      const { rule, title, operation, status, evidence, source } = result;
      seen.add(rule);
      if (!rules.has(rule)) rules.set(rule, { id: rule, title, evidence, source });
      const target = status === "fail" ? addFailure(result) : status === "pass" ? undefined : addOther(result, status);
      const key = JSON.stringify([rule, operation]);
      const known = places.get(key);
      const counts = known?.counts ?? { fail: 0, known: 0, observation: 0, pass: 0, skip: 0 };
      // A cell shows the worst that was found, and leads there.
      const worst = STATUSES.findIndex((one) => counts[one] > 0);
      const isWorst = known === undefined || STATUSES.indexOf(status) < worst;
      const place = { rule, title, operation, target: isWorst ? target : (known.place.target ?? target) };
      counts[status] += 1;
      places.set(key, { place, counts });
    },
    end: (summary) => {
      const order = [...rules.keys()];
      const byRule = (one: { readonly rule: string }, other: { readonly rule: string }): number =>
        order.indexOf(one.rule) - order.indexOf(other.rule);
      const idOf = (result: ContractResult): string => ids.get(result) ?? "";
      const isAllOpen = shown <= MAX_OPEN;
      const failedRules = [...failing.values()]
        .sort((one, other) => byRule(one.rule, other.rule))
        .map(({ rule, shown: failures, left }): FailedRule => {
          const opened = failures.map((failure, index) => failure(isAllOpen || index === 0));
          return { ...rule, failures: opened, left };
        });
      const matrix = [...places.values()].map(({ place, counts }) => ({ ...place, counts })).sort(byRule);
      const { known, observation, skip } = found;
      const sections = [
        failedRules.length > 0 &&
          sectionMarkup("failures", "Failures", failuresLead(isAllOpen), failedRules.map(failedRuleMarkup)),
        sectionMarkup("matrix", "Rules by operations", MATRIX_LEAD, matrixMarkup(matrix)),
        observation.length > 0 &&
          sectionMarkup(
            SECTION_IDS.observation,
            "What was learnt",
            leadOf(OBSERVATIONS_LEAD, left.observation),
            observationsMarkup(observation.toSorted(byRule), idOf),
          ),
        known.length > 0 &&
          sectionMarkup(
            SECTION_IDS.known,
            "Known differences",
            leadOf(KNOWN_LEAD, left.known),
            knownMarkup(known, idOf),
          ),
        skip.length > 0 &&
          sectionMarkup(SECTION_IDS.skip, "Not judged", leadOf(SKIPS_LEAD, left.skip), skipsMarkup(skip)),
        sectionMarkup(
          "rules",
          "Rules and their evidence",
          RULES_LEAD,
          rulesMarkup([...rules.values()].filter(({ id }) => seen.has(id))),
        ),
      ];
      return write(documentOf(head, summary, failedRules.length, html`${sections}`).toString());
    },
  };
}

function failuresLead(isAllOpen: boolean): string {
  return `Each with what was sent and answered, and the command that finds it again.${isAllOpen ? "" : " The first of each rule is opened."}`;
}

function leadOf(lead: string, left: number): string {
  return left === 0 ? lead : `${lead} ${left} more are left out; the JSON report has them.`;
}

const SECTION_IDS = { observation: "observations", known: "known", skip: "skips" } as const;
const MATRIX_LEAD = "What became of each rule at each operation. A sign leads to what was found.";
const OBSERVATIONS_LEAD = "Behaviour that nothing promises: recorded as evidence, never a failure.";
const KNOWN_LEAD =
  "Failures that the deviations of this run cover, each with its reason and the last day on which it counts.";
const SKIPS_LEAD = "Nothing was seen that these rules could be held against, or the run had to end.";
const RULES_LEAD = "How each rule of this run is known, and where it is to be read.";

function documentOf(head: RunHead, summary: RunSummary, failedRules: number, sections: Markup): Markup {
  const hash = createHash("sha256").update(STYLE, "utf8").digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Graph contract: ${summary.counts.fail === 0 ? "clean" : `${failedRules} rules broken`}, ${head.target}</title>
<style>${Markup.ofTrusted(STYLE)}</style>
</head>
<body>
<a class="hidden skip" href="#main">To the results</a>
${headerMarkup(head, summary, failedRules)}
<main id="main">
${sections}</main>
<footer><div class="wrap">Written by graph-certkit ${head.version}, ${head.startedAt.toISOString()}. Secrets are replaced before anything is written; the same secret has the same name throughout.</div></footer>
</body>
</html>
`;
}
