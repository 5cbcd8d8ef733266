/** Steps of each kind, from what they say of themselves and the state that they lead to. */

import type { ReadServicePrincipal } from "../graph/service-principal.js";
import type { ServicePrincipalPatch } from "../graph/service-principal-patch.js";
import { expectationOf } from "./expectation.js";
import type { ChangeStep, PollStep, ReadStep, StepFacts } from "./step.js";

/** Five hits are what a Terraform provider wants to see, ten seconds the upper end of what the how-to polls with. */
const POLLING = { hitsInARow: 5, everySeconds: 10, mostTries: 90 } as const;

/** A read that must show this state. */
export function readStep(facts: StepFacts, url: string, state: ReadServicePrincipal): ReadStep {
  const request = { method: "GET", url, body: null, isSecret: false } as const;
  return { kind: "read", ...facts, request, expect: expectationOf(state) };
}

/** A read that is repeated until it shows this state everywhere. */
export function pollStep(facts: StepFacts, url: string, state: ReadServicePrincipal): PollStep {
  return { ...readStep(facts, url, state), kind: "poll", ...POLLING };
}

/** A PATCH; secret where its body has a `key` or a `secretText`. */
export function changeStep(facts: StepFacts, url: string, body: ServicePrincipalPatch): ChangeStep {
  const isSecret =
    (body.keyCredentials ?? []).some(({ key }) => typeof key === "string") ||
    (body.passwordCredentials ?? []).some(({ secretText }) => typeof secretText === "string");
  return { kind: "change", ...facts, request: { method: "PATCH", url, body, isSecret } };
}
