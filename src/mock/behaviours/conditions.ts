/** Behaviours that depend on time, load, place and luck. */
import type { Behaviour } from "./behaviour.js";
import { inArea } from "./behaviour.js";

export const CONDITION_BEHAVIOURS: readonly Behaviour[] = inArea("conditions", [
  {
    id: "eventual-consistency",
    what: "Reads see every write; with consistency each goes to one of several replicas that lag behind, also backwards.",
    evidence: "third-party",
    source: "Terraform providers azuread and microsoft365 wait for it; bicep-types#193: no promise is given",
    difference: "lags by times that nobody has published; here they are an option",
  },
  {
    id: "throttling",
    what: "Off; with throttling budgets are kept by workload, and 429 comes with Retry-After in whole seconds.",
    evidence: "documented",
    source: "pages on throttling and on service-specific limits",
    difference: "does not document how it counts within a window, and gives Retry-After in fractions too",
    errors: ["throttled"],
  },
  {
    id: "chaos",
    what: "Off; with chaos answers get lost, and 500 or 503 comes before or after the request was carried out.",
    evidence: "documented",
    source: "page on errors: the statuses; the rates and the bodies are the mock's",
    errors: ["unavailable", "internal"],
  },
  {
    id: "clouds",
    what: "uploadClientCertificate and addTokenSigningCertificate are missing in clouds that do not have them: 400.",
    evidence: "documented",
    source:
      "tables of national clouds; v1.0 metadata of each; the answer is the mock's (terraform-provider-azuread#1447)",
    difference: "answers with another body",
    errors: ["notInCloud"],
  },
  {
    id: "request-size",
    what: "Bodies over 4 MiB are answered 413, headers over 32 KiB 431; both are options.",
    evidence: "standard",
    source: "RFC 9110 section 15.5.14, RFC 6585 section 5; the sizes are the mock's",
    difference: "has other limits",
    errors: ["tooLarge", "headersTooLarge"],
  },
  {
    id: "object-quota",
    what: "More than a million objects are answered 403; the number is an option.",
    evidence: "hypothesis",
    source: "the mock's own limit; the code is the directory's for its quota",
    difference: "has quotas by tenant and by application",
    errors: ["quota"],
  },
  {
    id: "clock",
    what: "Time is the caller's: the system's clock unless another is given, moved by advance().",
    evidence: "hypothesis",
    source: "the mock's own",
  },
  {
    id: "parallel-requests",
    what: "Requests side by side never lose an update: each change is one step.",
    evidence: "hypothesis",
    source: "nothing is published",
    difference: "may answer one of them with 409 or 412",
  },
  {
    id: "no-etags",
    what: "Answers have no ETag, and If-Match is passed over.",
    evidence: "hypothesis",
    source: "these resources document none",
    difference: "may check it",
  },
]);
