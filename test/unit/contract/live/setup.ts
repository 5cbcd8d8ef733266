/** A ledger in which one of each kind was made. */
import type { JournalEntry } from "../../../../src/contract/live/journal.js";
import type { Ledger } from "../../../../src/contract/live/ledger.js";
import { createLedger } from "../../../../src/contract/live/ledger.js";

export const ROOT = "https://graph.microsoft.com/v1.0";
export const PREFIX = "zz-graph-contract-20260601t000000z-";
export const NOW = Date.parse("2026-06-01T00:00:00Z");

/** What the run has made, and what it has not. */
export const OWN = {
  connector: "11111111-1111-4111-8111-111111111111",
  application: "22222222-2222-4222-8222-222222222222",
  appId: "33333333-3333-4333-8333-333333333333",
  servicePrincipal: "44444444-4444-4444-8444-444444444444",
} as const;
export const FOREIGN = "99999999-9999-4999-8999-999999999999";

/** A ledger that keeps its journal. */
export function ledger(maxObjects = 20): Ledger & { readonly journal: JournalEntry[] } {
  const journal: JournalEntry[] = [];
  const write = (entry: JournalEntry): Promise<void> => Promise.resolve(void journal.push(entry));
  const setup = { tenantId: "", run: "20260601t000000z", namePrefix: PREFIX, journal: { write }, maxObjects };
  return { ...createLedger(setup, { now: () => NOW }), journal };
}

/** One with {@link OWN} in it. */
export function filledLedger(): ReturnType<typeof ledger> {
  const filled = ledger();
  const { connector, application, appId, servicePrincipal } = OWN;
  const displayName = `${PREFIX}x`;
  filled.adopt({ kind: "connector", id: connector, displayName });
  filled.adopt({ kind: "application", id: application, appId, displayName });
  filled.adopt({ kind: "servicePrincipal", id: servicePrincipal, appId, displayName });
  return filled;
}
