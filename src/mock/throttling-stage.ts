/** Throttling as a stage of the mock: see throttling.ts. */
import type { Stage } from "./pipeline.js";
import { refuse } from "./refusal.js";
import type { ThrottlingOptions } from "./throttling.js";
import { createThrottle } from "./throttling.js";

/**
 * The stage: refuses with 429 TooManyRequests and Retry-After in whole seconds, which the mock's own clock passes. A
 * request that is refused counts against nothing; each request of a `$batch` counts by itself.
 * @returns `undefined` without options
 * @throws {RangeError} naming the budget
 */
export function throttlingStage(options: ThrottlingOptions | undefined): Stage | undefined {
  if (options === undefined) return undefined;
  let throttle = createThrottle(options);
  return {
    before: ({ workload, isWrite, now, token }) => {
      const refused = throttle.take({ workload, isWrite, ...readCaller(token) }, now.getTime());
      if (refused === undefined) return undefined;
      throw refuse("throttled", [], {
        headers: { "Retry-After": String(refused.retryAfterSeconds) },
        // The form of the documented sample.
        inner: { code: "429", message: "Please retry after", status: "429" },
      });
    },
    reset: () => {
      throttle = createThrottle(options);
    },
  };
}

/** App and tenant of an access token, which is not verified; a token that cannot be read is an app of its own. */
function readCaller(token: string): { readonly app: string; readonly tenant: string } {
  try {
    const [, payload = ""] = token.split(".");
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof claims === "object" && claims !== null) {
      const { appid, azp, tid } = claims as Readonly<Record<string, unknown>>;
      const app = appid ?? azp;
      if (typeof app === "string") return { app, tenant: typeof tid === "string" ? tid : "" };
    }
  } catch {
    // No JWT.
  }
  return { app: token, tenant: "" };
}
