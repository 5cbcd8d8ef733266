/** The app management policy, where there is one: how long a credential may live. */
import { refuse } from "./refusal.js";
import type { Undocumented } from "./undocumented.js";

const TICKS_PER_DAY = 864_000_000_000n;

/** @param start - ticks, as `end` */
export function requireLifetime(start: bigint, end: bigint, options: Undocumented): void {
  const { maxCredentialLifetimeDays: days, policyId } = options;
  if (days === null || end - start <= BigInt(days) * TICKS_PER_DAY) return;
  const details = [
    { code: "InvalidKeyEndDate", target: "EndDate", message: "The end date of the credential is too late." },
  ];
  throw refuse("lifetimePolicy", [policyId], { members: { details } });
}
