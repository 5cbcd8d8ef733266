/** What a read must show between the steps of a rollover. */

import type { ReadServicePrincipal } from "../graph/service-principal.js";
import { readServicePrincipal } from "../graph/service-principal.js";
import type { Expectation } from "./step.js";

/** What a read of this state shows. */
export function expectationOf(state: ReadServicePrincipal): Expectation {
  return {
    keyCredentials: state.keyCredentials.map(({ keyId }) => keyId ?? null),
    passwordCredentials: state.passwordCredentials.map(({ keyId }) => keyId ?? null),
    preferredTokenSigningKeyThumbprint: state.preferredTokenSigningKeyThumbprint,
  };
}

/**
 * How a read differs from what it must show: JSON pointers, empty where it does not. Entries may be in any order; GUIDs
 * and thumbprints are the same in either case.
 * @param json - a servicePrincipal, as `GET /servicePrincipals/{id}` answers it
 * @throws {MalformedError} `ERR_GRAPH_SERVICE_PRINCIPAL`
 */
export function compareRead(json: unknown, expected: Expectation): readonly string[] {
  const actual = expectationOf(readServicePrincipal(json));
  const collections = (["keyCredentials", "passwordCredentials"] as const).filter(
    (collection) => toComparable(actual[collection]) !== toComparable(expected[collection]),
  );
  const { preferredTokenSigningKeyThumbprint: preferred } = expected;
  const isOther =
    preferred !== undefined &&
    (actual.preferredTokenSigningKeyThumbprint ?? null)?.toUpperCase() !== preferred?.toUpperCase();
  return [...collections, ...(isOther ? ["preferredTokenSigningKeyThumbprint"] : [])].map((member) => `/${member}`);
}

function toComparable(keyIds: readonly (string | null)[]): string {
  return JSON.stringify(keyIds.map((keyId) => keyId?.toLowerCase() ?? "").sort());
}
