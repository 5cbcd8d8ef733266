/** Differences that are known: reported as such, and held to their reasons and their dates. */
import type { RuleResult } from "./rule.js";

/** One known difference. */
export interface Deviation {
  /** The rule that finds it. */
  readonly rule: string;
  /** Only there; default: everywhere. */
  readonly operation?: string | undefined;
  /** Only at this pointer or below it; default: everywhere. */
  readonly pointer?: string | undefined;
  readonly reason: string;
  /** Where to read about it. */
  readonly source: string;
  /** The last day on which it counts, `2027-01-31`. */
  readonly expires: string;
}

/** Why a known difference must go: its day has passed, or nothing in the run was so. */
export type Staleness = "expired" | "unused";

/** What a list of deviations says of findings. */
export interface DeviationBook {
  /** The one that covers the finding and has not expired; it counts as used. */
  readonly cover: (rule: string, result: RuleResult) => Deviation | undefined;
  /** Those that must go: expired, or of no use in this run. */
  readonly stale: () => readonly { readonly deviation: Deviation; readonly problem: Staleness }[];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param now - milliseconds since 1970
 * @throws {RangeError} naming the deviation without a rule, a reason, a source or a day
 */
export function openDeviations(deviations: readonly Deviation[], now: number): DeviationBook {
  for (const [index, { rule, reason, source, expires }] of deviations.entries()) {
    const isWhole = [rule, reason, source].every((text) => typeof text === "string" && text !== "");
    if (!isWhole) throw new RangeError(`"deviations[${index}]" expected a rule, a reason and a source`);
    if (!DAY.test(expires) || Number.isNaN(Date.parse(expires))) {
      throw new RangeError(`"deviations[${index}].expires" expected a day such as 2027-01-31, got ${expires}`);
    }
  }
  const today = new Date(now).toISOString().slice(0, 10);
  const used = new Set<Deviation>();
  const isExpired = ({ expires }: Deviation): boolean => expires < today;
  return {
    cover: (rule, { operation, pointer }) => {
      const found = deviations.find(
        (it) =>
          it.rule === rule &&
          (it.operation ?? operation) === operation &&
          (it.pointer === undefined || pointer === it.pointer || pointer.startsWith(`${it.pointer}/`)),
      );
      if (found === undefined) return undefined;
      used.add(found);
      return isExpired(found) ? undefined : found;
    },
    stale: () =>
      deviations
        .filter((deviation) => isExpired(deviation) || !used.has(deviation))
        .map((deviation) => ({ deviation, problem: isExpired(deviation) ? "expired" : "unused" })),
  };
}
