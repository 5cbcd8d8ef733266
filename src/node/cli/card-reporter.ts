/** The form for people: a card a file, and for several files a line that counts them. */
import type { Output } from "./host.js";
import type { Summary } from "./outcome.js";
import { renderCard } from "./render-card.js";
import type { Reporter } from "./reporter.js";
import type { Style } from "./style.js";

/** Writes each card at once. Paths without a report have no card: they are told on standard error. */
export function createCardReporter({ write }: Output, style: Style, now: Date): Reporter {
  let isFirst = true;
  return {
    order: "input",
    add: (outcome) => {
      if (outcome.kind !== "report") return;
      write(`${isFirst ? "" : "\n"}${renderCard(outcome.report, style, now)}`);
      isFirst = false;
    },
    end: (summary) => {
      if (summary.files > 1) write(`${isFirst ? "" : "\n"}${renderSummary(summary, style)}\n`);
    },
  };
}

function renderSummary({ files, accepted, rejected, unreadable, failed }: Summary, { colors }: Style): string {
  const parts = [
    colors.green(`${accepted} accepted`),
    rejected > 0 ? colors.red(`${rejected} rejected`) : "0 rejected",
    unreadable > 0 ? colors.red(`${unreadable} unreadable`) : "0 unreadable",
    ...(failed > 0 ? [colors.red(`${failed} failed`)] : []),
  ];
  return `${files} files: ${parts.join(", ")}`;
}
