/** Where else a file opens, for people: who reads it, then who does not and why. */
import type { ReaderVerdict } from "../../readers/reader.js";
import type { Style } from "./style.js";
import { field } from "./text-layout.js";

/** More reasons say nothing new to people; `--json` has them all. */
const MAX_REASONS = 2;

/** A block of lines without a line end; empty where nobody can say. Readers with the same answer stand together. */
export function renderReaders(readers: readonly ReaderVerdict[], { colors, width }: Style): string {
  const layout = { indent: 4, labelWidth: "yes".length, width };
  const rows = (label: string, opens: boolean, paintLabel: (text: string) => string): readonly string[] =>
    groupByReasons(readers.filter((reader) => reader.opens === opens)).map((text, index) =>
      field(index === 0 ? label : "", text, { ...layout, paintLabel }),
    );
  const lines = [...rows("yes", true, colors.green), ...rows("no", false, colors.red)];
  return lines.length === 0 ? "" : [`  ${colors.bold("Where else it opens")}`, ...lines].join("\n");
}

/** `Java 17, Java 25 (measured); Windows Server 2016 (documented): macData: …` */
function groupByReasons(readers: readonly ReaderVerdict[]): readonly string[] {
  const groups = new Map<string, ReaderVerdict[]>();
  for (const reader of readers) {
    const reasons = describeReasons(reader);
    groups.set(reasons, [...(groups.get(reasons) ?? []), reader]);
  }
  return [...groups].map(([reasons, group]) => `${nameByEvidence(group)}${reasons}`);
}

function describeReasons({ refusals }: ReaderVerdict): string {
  const shown = refusals.slice(0, MAX_REASONS).map(({ at, message }) => `${at}: ${message}`);
  const rest = refusals.length - shown.length;
  return [shown.length === 0 ? "" : ":", ...shown, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(" ").trimEnd();
}

function nameByEvidence(readers: readonly ReaderVerdict[]): string {
  return [...new Set(readers.map(({ evidence }) => evidence))]
    .map((evidence) => {
      const names = readers.filter((reader) => reader.evidence === evidence).map(({ name }) => name);
      return `${names.join(", ")} (${evidence})`;
    })
    .join("; ");
}
