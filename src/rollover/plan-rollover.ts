/** Plans a rollover: from a servicePrincipal as read and a new certificate to the requests, in order. */
import { auditServicePrincipal } from "../audit/audit.js";
import type { CloudId } from "../graph/clouds.js";
import type { TokenSigningCredentials } from "../graph/key-credentials.js";
import type { ReadServicePrincipal } from "../graph/service-principal.js";
import { readServicePrincipal } from "../graph/service-principal.js";
import { activationPatch, addToPatch, removeFromPatch } from "../graph/service-principal-patch.js";
import type { Addresses } from "./addresses.js";
import { resolveAddresses } from "./addresses.js";
import { changeStep, pollStep, readStep } from "./make-steps.js";
import { describeNewCertificate } from "./new-certificate.js";
import type { RemovalChoice } from "./removals.js";
import { chooseRemovals, REMOVAL_CHOICES } from "./removals.js";
import { withAdded, withoutIdentifier, withPreferred } from "./state.js";
import type { RemovedEntries, RolloverPlan, RolloverStep, WaitStep } from "./step.js";
import { STEP_FACTS } from "./step-facts.js";

/** What {@link planRollover} needs to know. */
export interface RolloverOptions {
  /** The new certificate, as `toKeyCredentials` gives it. */
  readonly with: TokenSigningCredentials;
  /** The time of planning. */
  readonly now: Date;
  /** Default: `global`. */
  readonly cloud?: CloudId | undefined;
  /** How long the old certificate stays after the new one was activated: 0 to 365 days; default 30. */
  readonly overlapDays?: number | undefined;
  /** Default: `previous`. */
  readonly remove?: RemovalChoice | undefined;
  /** Object id; default: the one that was read, or the address by appId where only that was read. */
  readonly servicePrincipalId?: string | undefined;
  /** Tenant id or domain, for the address of the federation metadata; default: `{tenant}` stands in its place. */
  readonly tenant?: string | undefined;
}

const DEFAULT_OVERLAP_DAYS = 30;
const MOST_OVERLAP_DAYS = 365;

/**
 * Plans the steps: read, add, wait until the new entries are seen everywhere, read back, tell the applications, activate,
 * confirm, wait, remove what signed before, verify. Nothing is sent. A PATCH replaces collections, so each body is made of the set as
 * it will be then, and each phase begins with a read that must show exactly that set: what others change meanwhile is not
 * overwritten but makes the plan stop; then plan anew.
 * @param json - a servicePrincipal as `GET /servicePrincipals/{id}?$select=…` answers it; not modified
 * @returns a plan that holds secrets (the PFX and its password, in the body of the step `add` alone)
 * @throws {MalformedError} `ERR_GRAPH_SERVICE_PRINCIPAL`, also where preferredTokenSigningKeyThumbprint was not read and
 * something is to be removed; `ERR_GRAPH_CREDENTIAL_EXISTS`; `ERR_X509_CERTIFICATE`
 * @throws {RangeError} naming the argument: `overlapDays`, `remove`, `cloud`, `servicePrincipalId` (none given and none read), `now`,
 * `with` (its thumbprint is not its certificate's)
 */
export function planRollover(json: unknown, options: RolloverOptions): RolloverPlan {
  const { with: added, now, cloud = "global", overlapDays = DEFAULT_OVERLAP_DAYS, remove = "previous" } = options;
  if (Number.isNaN(now.getTime())) throw new RangeError('"now" expected a valid date');
  if (!(Number.isInteger(overlapDays) && overlapDays >= 0 && overlapDays <= MOST_OVERLAP_DAYS)) {
    throw new RangeError(`"overlapDays" expected a whole number, 0..${MOST_OVERLAP_DAYS}, got ${overlapDays}`);
  }
  if (!REMOVAL_CHOICES.includes(remove)) throw new RangeError(`"remove" expected ${REMOVAL_CHOICES.join(", ")}`);
  const before = readServicePrincipal(json);
  const { removing, notes } = chooseRemovals(before, remove, now);
  const addresses = resolveAddresses(before, { ...options, cloud });
  const addition = addToPatch(before, added);
  const afterAdd = withAdded(before, added);
  const active = withPreferred(afterAdd, added.thumbprint);
  const removal = planRemovals(active, removing, addresses);
  const certificate = describeNewCertificate(added);
  if (certificate.thumbprint !== added.thumbprint) {
    throw new RangeError('"with" expected the thumbprint of the certificate in its Verify entry');
  }
  const overlap: WaitStep = { kind: "wait", ...STEP_FACTS.overlap, days: overlapDays };
  const removalPhase: readonly RolloverStep[] = [
    ...(overlapDays === 0 ? [] : [overlap]),
    readStep(STEP_FACTS.readAgain, addresses.read, active),
    ...removal.steps,
    pollStep(STEP_FACTS.verify, addresses.read, removal.after),
  ];
  const [sign, verify] = added.keyCredentials;
  const { id, appId, displayName } = before;
  return {
    servicePrincipal: { id: id ?? null, appId: appId ?? null, displayName: displayName ?? null },
    cloud,
    now: now.toISOString(),
    adding: {
      thumbprint: added.thumbprint,
      customKeyIdentifier: sign.customKeyIdentifier ?? "",
      signKeyId: sign.keyId ?? "",
      verifyKeyId: verify.keyId ?? "",
    },
    removing,
    steps: [
      readStep(STEP_FACTS.read, addresses.read, before),
      changeStep(STEP_FACTS.add, addresses.change, addition),
      pollStep(STEP_FACTS.replicate, addresses.read, afterAdd),
      readStep(STEP_FACTS.readBack, addresses.read, afterAdd),
      { kind: "tell", ...STEP_FACTS.tell, certificate, metadataUrl: addresses.metadata },
      readStep(STEP_FACTS.readReady, addresses.read, afterAdd),
      changeStep(STEP_FACTS.activate, addresses.change, activationPatch(added.thumbprint)),
      pollStep(STEP_FACTS.confirm, addresses.read, active),
      ...(removing.length === 0 ? [] : removalPhase),
    ],
    notes,
    findings: {
      before: auditServicePrincipal(before, { now }),
      after: auditServicePrincipal(removal.after, { now }),
    },
  };
}

/** One certificate after the other, each body made of what the one before leaves. */
function planRemovals(
  active: ReadServicePrincipal,
  removing: readonly RemovedEntries[],
  { change }: Addresses,
): { readonly steps: readonly RolloverStep[]; readonly after: ReadServicePrincipal } {
  const planned: RolloverStep[] = [];
  let state = active;
  for (const [index, { customKeyIdentifier, thumbprint }] of removing.entries()) {
    const title = ["Remove the old certificate", thumbprint ?? ""].join(" ").trim();
    const suffix = index === 0 ? "" : `-${index + 1}`;
    for (const patch of removeFromPatch(state, { customKeyIdentifier })) {
      if (patch.keyCredentials === undefined) {
        planned.push(changeStep({ ...STEP_FACTS.clearPreferred, id: `clear-preferred${suffix}` }, change, patch));
        state = withPreferred(state, null);
      } else {
        planned.push(changeStep({ ...STEP_FACTS.remove, id: `remove${suffix}`, title }, change, patch));
      }
    }
    state = withoutIdentifier(state, customKeyIdentifier);
  }
  return { steps: planned, after: state };
}
