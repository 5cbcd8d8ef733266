/**
 * What the mock does around these requests, each behaviour with what it rests on: printed by `graph-certkit mock
 * --behaviours`. Nothing has been recorded from a live tenant so far, so no row is `measured`: `documented` is what
 * Microsoft's documentation says, `third-party` what others have published, `hypothesis` what had to be chosen.
 */
import type { Behaviour } from "./behaviours/behaviour.js";
import { CONDITION_BEHAVIOURS } from "./behaviours/conditions.js";
import { CONNECTOR_BEHAVIOURS } from "./behaviours/connectors.js";
import { CREDENTIAL_BEHAVIOURS } from "./behaviours/credentials.js";
import { DIRECTORY_BEHAVIOURS } from "./behaviours/directory.js";
import { QUERY_BEHAVIOURS } from "./behaviours/queries.js";
import { REQUEST_BEHAVIOURS } from "./behaviours/requests.js";
import { TOKEN_SIGNING_BEHAVIOURS } from "./behaviours/token-signing.js";

export type { Behaviour, BehaviourArea } from "./behaviours/behaviour.js";

/** The table, by area. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...REQUEST_BEHAVIOURS,
  ...QUERY_BEHAVIOURS,
  ...CONNECTOR_BEHAVIOURS,
  ...TOKEN_SIGNING_BEHAVIOURS,
  ...CREDENTIAL_BEHAVIOURS,
  ...DIRECTORY_BEHAVIOURS,
  ...CONDITION_BEHAVIOURS,
];
