/** Which of the named defects are switched on. */

/** The names that the mock knows; what each does, and the rule that must catch it, is listed in FAULTS. */
export const FAULT_NAMES = [
  "html-error",
  "drop-request-id",
  "client-request-id-lost",
  "error-string",
  "error-innererror-lowercase",
  "500-on-bad-json",
  "context-relative",
  "context-missing-entity",
  "no-hash",
  "null-collection",
  "int64-as-string",
  "echo-password-in-error",
  "next-link-relative",
  "page-loses-one",
  "count-of-page",
  "no-location",
  "no-cors",
  "lost-update",
  "zombie",
  "returns-pkcs12",
  "replaces-list",
  "thumb-lower",
  "thumb-sha256",
  "thumb-of-CA",
  "thumb-of-spki",
  "ms-dates",
  "swapped",
  "local-time",
  "two-active",
  "first-wins",
  "future-active",
  "never-recomputed",
  "partial-commit",
  "accepts-anything",
  "picks-first-bag",
  "patch-appends",
  "key-urlsafe",
  "key-pem",
  "bad-signature",
  "cki-ascii",
  "cki-sha256",
  "subject-other",
  "end-plus-1h",
  "four-years",
  "no-default",
  "keyid-of-verify",
  "password-keyid-random",
  "missing-password",
  "cki-differs",
  "key-without-select",
  "sign-key-leak",
  "secret-in-get",
  "second-wins",
  "patch-drops-key-bytes",
  "wrong-pair-removed",
  "patch-keeps-omitted",
  "appid-ignored",
  "path-case-sensitive",
  "batch-differs",
  "flapping-replica",
  "no-retry-after",
  "parallel-loses",
] as const;

/** One of {@link FAULT_NAMES}. */
export type FaultName = (typeof FAULT_NAMES)[number];

/** Asked by name. */
export interface FaultSet {
  readonly has: (name: FaultName) => boolean;
}

/** No defect: the mock as it should be. */
export const NO_FAULTS: FaultSet = { has: () => false };

/**
 * The defects of these names.
 * @throws {RangeError} naming `faults`
 */
export function toFaultSet(names: readonly string[]): FaultSet {
  const known: readonly string[] = FAULT_NAMES;
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new RangeError(`"faults" expected names of FAULTS, got ${String(stranger)}`);
  return names.length === 0 ? NO_FAULTS : new Set<string>(names);
}
