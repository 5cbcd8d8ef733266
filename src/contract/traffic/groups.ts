/** Exchanges that a rule compares whatever their objects are: kept together until the group is complete. */
import type { Exchange } from "../exchange.js";
import type { Judged } from "../judgement.js";
import type { Expected } from "../model/expected.js";
import type { Rule } from "../rule.js";

/** Rules that look at relations or at repeated addresses, and at no object. */
export const GROUP_RULES: ReadonlySet<string> = new Set(["C12", "E10", "S15", "T1", "T3", "T8"]);

/** The rules of one kind of group. */
const RULES_OF: Readonly<Record<string, string>> = {
  spelling: "C12",
  page: "E10",
  address: "S15",
  poll: "T1",
  batch: "T8",
  throttled: "T3",
};

/** Groups in the making. */
export interface Groups {
  /** The verdicts on groups that this exchange completes or pushes out. */
  readonly add: (exchange: Exchange) => Iterable<Judged>;
  readonly finish: () => Iterable<Judged>;
}

/** These rules say nothing that needs files or certificates to be read. */
const NOTHING: Expected = {
  upload: () => undefined,
  minted: () => undefined,
  changes: [],
  uploadOrder: () => [],
  objectOf: () => undefined,
  alive: () => new Set(),
  findings: () => [],
};

/** @param kept - exchanges in groups that are not complete; above, the oldest group is taken for complete */
export function createGroups(rules: readonly Rule[], kept: number): Groups {
  const open = new Map<string, readonly Exchange[]>();
  let count = 0;

  const close = function* (name: string): Iterable<Judged> {
    const group = open.get(name) ?? [];
    open.delete(name);
    count -= group.length;
    const [kind = ""] = name.split(" ", 1);
    for (const rule of rules.filter(({ id }) => id === RULES_OF[kind])) {
      for (const result of rule.check(group, NOTHING)) yield { rule, result };
    }
  };

  const add: Groups["add"] = function* (exchange) {
    const address = `throttled ${exchange.request.method} ${exchange.request.url}`;
    const waiting = open.get(address);
    const name = groupOf(exchange);
    if (waiting?.every(({ receivedAt }) => receivedAt <= exchange.sentAt)) {
      open.set(address, [...waiting, exchange]);
      count += 1;
      yield* close(address);
    }
    for (const key of [name, exchange.response.status === 429 ? address : undefined]) {
      if (key === undefined) continue;
      open.set(key, [...(open.get(key) ?? []), exchange]);
      count += 1;
    }
    const [oldest] = open.keys();
    if (count > kept && oldest !== undefined) yield* close(oldest);
  };

  return {
    add,
    finish: function* () {
      for (const name of [...open.keys()]) yield* close(name);
    },
  };
}

/** A list and its pages are one group. */
function groupOf({ relation }: Exchange): string | undefined {
  if (relation === undefined) return undefined;
  const kind = relation.kind === "unpaged" ? "page" : relation.kind;
  return Object.hasOwn(RULES_OF, kind) ? `${kind} ${relation.group}` : undefined;
}
