/** The steps of a rollover in their words: why each is there, and how well that is known. */
import { DEPLOYMENT_THEORY, HOW_TO, KEY_CREDENTIAL, MANAGE_CERTIFICATES } from "../audit/references.js";
import type { StepFacts } from "./step.js";

/** A Terraform provider that waits for new credentials to be seen. */
const AZUREAD_PROVIDER = "https://github.com/hashicorp/terraform-provider-azuread";

type StepName =
  | "read"
  | "add"
  | "replicate"
  | "readBack"
  | "tell"
  | "readReady"
  | "activate"
  | "confirm"
  | "overlap"
  | "readAgain"
  | "clearPreferred"
  | "remove"
  | "verify";

/** What each step says of itself. */
export const STEP_FACTS: Readonly<Record<StepName, StepFacts>> = {
  read: {
    id: "read",
    phase: "add",
    title: "Read the credentials as they are",
    why: "A PATCH replaces each collection that it names, so the bodies below hold every entry that is to stay. If this read shows other entries than the plan was made of, stop and plan anew.",
    evidence: "third-party",
    reference: DEPLOYMENT_THEORY,
  },
  add: {
    id: "add",
    phase: "add",
    title: "Add the new certificate",
    why: "Sign key, Verify key and password are added together; the entries that stay are sent back unchanged, without their secrets. Tokens are signed as before.",
    evidence: "documented",
    reference: HOW_TO,
  },
  replicate: {
    id: "replicate",
    phase: "add",
    title: "Wait until the new entries are seen everywhere",
    why: "Reads may come from a replica that has not heard of them, for some minutes; no time is guaranteed. Several hits in a row are what is known to work.",
    evidence: "third-party",
    reference: AZUREAD_PROVIDER,
  },
  readBack: {
    id: "read-back",
    phase: "add",
    title: "Read back what is there",
    why: "Only a read of one object with $select shows the certificate itself. All entries must be there, the new ones included, and the preferred certificate as it was.",
    evidence: "documented",
    reference: KEY_CREDENTIAL,
  },
  tell: {
    id: "tell",
    phase: "add",
    title: "Give the new certificate to every application that trusts the tokens",
    why: "An application that knows the old certificate alone refuses every token once the new one is active. Hand over the certificate itself: whether the federation metadata shows it before it is active is not documented.",
    evidence: "documented",
    reference: MANAGE_CERTIFICATES,
  },
  readReady: {
    id: "read-ready",
    phase: "activate",
    title: "Read again before the new certificate is activated",
    why: "Graph takes any thumbprint as the preferred one without looking whether its certificate is there, so this read must show it.",
    evidence: "documented",
    reference: HOW_TO,
  },
  activate: {
    id: "activate",
    phase: "activate",
    title: "Activate the new certificate",
    why: "Adding a certificate does not make it sign, naming it here does. To go back, send the old thumbprint in its place.",
    evidence: "documented",
    reference: HOW_TO,
  },
  confirm: {
    id: "confirm",
    phase: "activate",
    title: "Wait until the new certificate is seen as the preferred one",
    why: "Reads may come from a replica that has not heard of the change. Whether tokens are signed with the old certificate until then is not documented.",
    evidence: "third-party",
    reference: AZUREAD_PROVIDER,
  },
  overlap: {
    id: "overlap",
    phase: "activate",
    title: "Wait before the old certificate goes",
    why: "While the old certificate is there, one request brings it back for an application that was forgotten. How long that is worth waiting for is for those who know the applications.",
    evidence: "hypothesis",
    reference: MANAGE_CERTIFICATES,
  },
  readAgain: {
    id: "read-again",
    phase: "remove",
    title: "Read again before anything is removed",
    why: "Time has passed since the plan was made. If entries came or went, or another certificate is preferred, stop and make the removal of a fresh read.",
    evidence: "third-party",
    reference: DEPLOYMENT_THEORY,
  },
  clearPreferred: {
    id: "clear-preferred",
    phase: "remove",
    title: "Let Graph choose the certificate",
    why: "The preferred certificate is to be removed, and Graph would go on naming it.",
    evidence: "third-party",
    reference: DEPLOYMENT_THEORY,
  },
  remove: {
    id: "remove",
    phase: "remove",
    title: "Remove the old certificate",
    why: 'All entries of one customKeyIdentifier go in one PATCH; removeKey and removePassword are reported to fail on them. Graph takes the others back only as it shows them: on "Update to existing credential ... is not allowed" make this body of a fresh read.',
    evidence: "third-party",
    reference: DEPLOYMENT_THEORY,
  },
  verify: {
    id: "verify",
    phase: "remove",
    title: "Verify the result",
    why: "The new certificate must be the preferred one and every entry that was to stay still there, on all replicas.",
    evidence: "third-party",
    reference: AZUREAD_PROVIDER,
  },
};
