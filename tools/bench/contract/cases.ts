/** The cases of the contract suite. */
import type { Case } from "../case.js";
import { FEW_ENTRIES, MANY_ENTRIES, SEQUENCES } from "./job.js";
import { measureHar } from "./measure-har.js";
import { measureSuite } from "./measure-suite.js";

/** What is recorded: connectors with two uploads each, and servicePrincipals with a certificate. */
export const CONTRACT_CASES: readonly Case[] = [
  {
    id: "contract-run",
    title: "Play and judge the suite, the mock in process",
    unit: "ms",
    reference: SEQUENCES,
    bounds: [{ quantity: { of: SEQUENCES }, limit: { atMost: 10_000 } }],
    measure: measureSuite,
  },
  {
    id: "contract-har",
    title: "Check a HAR by all rules",
    unit: "ms",
    reference: FEW_ENTRIES,
    bounds: [{ quantity: { of: MANY_ENTRIES }, limit: { atMost: 20_000 } }],
    measure: (bench) => measureHar("ms", bench),
  },
  {
    id: "contract-har-memory",
    title: "Heap while a HAR is checked",
    unit: "bytes",
    reference: FEW_ENTRIES,
    // What is remembered of objects grows up to its limit, which few entries do not reach.
    bounds: [{ quantity: { of: MANY_ENTRIES, over: FEW_ENTRIES }, limit: { atMost: 1.6 } }],
    measure: (bench) => measureHar("bytes", bench),
  },
];
