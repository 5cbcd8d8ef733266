/** The cases of recorded traffic. */
import type { Case } from "../case.js";
import { FEW_ENTRIES } from "./job.js";
import { measureHar } from "./measure-har.js";

/** Connectors with two uploads each and servicePrincipals with a certificate, all of them judged by all rules. */
export const HAR_CASES: readonly Case[] = [
  {
    id: "contract-har",
    title: "Check a HAR by all rules",
    unit: "ms",
    reference: FEW_ENTRIES,
    bounds: [],
    measure: (bench) => measureHar("ms", bench),
  },
  {
    id: "contract-har-memory",
    title: "Heap while a HAR is checked",
    unit: "bytes",
    reference: FEW_ENTRIES,
    bounds: [],
    measure: (bench) => measureHar("bytes", bench),
  },
];
