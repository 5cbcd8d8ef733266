/** The scripted scenarios, in the order in which they are played. */
import type { GeneratedScenario, Scenario } from "./scenario.js";
import { activeCertificate } from "./scenarios/active-certificate.js";
import { connectorLifecycle } from "./scenarios/connector-lifecycle.js";
import { drawnConnectors, drawnMintings, drawnUploads } from "./scenarios/drawn-inputs.js";
import { drawnRaces } from "./scenarios/drawn-races.js";
import { envelope } from "./scenarios/envelope.js";
import { namedObjects } from "./scenarios/named-objects.js";
import { addresses, batches, pages, spellings } from "./scenarios/paths.js";
import { pfxDresses } from "./scenarios/pfx-dresses.js";
import { additionsInFlight, settlingReads } from "./scenarios/races.js";
import { mintingRefusals, tokenSigning } from "./scenarios/token-signing.js";
import { uploadRefusals } from "./scenarios/upload-refusals.js";
import { connectorSequences, principalSequences } from "./sequences/sequences.js";

/** Deterministic but for ids and keys. */
export const SCENARIOS: readonly Scenario[] = [
  namedObjects,
  envelope,
  connectorLifecycle,
  tokenSigning,
  pages,
  uploadRefusals,
  mintingRefusals,
  spellings,
  addresses,
  batches,
  pfxDresses,
  additionsInFlight,
  settlingReads,
  // Moves the clock: what was made before it may end.
  activeCertificate,
];

/** Drawn ones, after the others: what those find is not looked for again. */
export const GENERATED_SCENARIOS: readonly GeneratedScenario[] = [
  drawnUploads,
  drawnConnectors,
  drawnMintings,
  drawnRaces,
  connectorSequences,
  principalSequences,
];
