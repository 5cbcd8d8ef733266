/** Everything about a run that differs because a tenant is at the other end. */

import { MalformedError } from "../../errors.js";
import type { GraphAction } from "../../graph/clouds.js";
import type { Need } from "../scenario.js";
import { CONNECTORS } from "../scenario.js";
import type { Clock } from "../session/clock.js";
import type { Session, SessionOptions } from "../session/session.js";
import { createSession } from "../session/session.js";
import type { CleanUp, Leftover } from "./clean-up.js";
import { cleanUp } from "./clean-up.js";
import { lackOfCloud } from "./cloud-of.js";
import { guardWrites } from "./guard.js";
import { createLedger } from "./ledger.js";
import type { LiveOptions } from "./options.js";
import { resolveLive } from "./options.js";
import { checkToken } from "./token.js";

/** What a live run sends needs permissions for these, as {@link checkToken} takes them in `needs`. */
export const LIVE_ACTIONS: readonly GraphAction[] = [
  "uploadClientCertificate",
  "addTokenSigningCertificate",
  "updateServicePrincipal",
];

/** A run in a tenant. */
export interface LiveRun {
  /** Guarded. */
  readonly fetch: SessionOptions["fetch"];
  /** Looks at each new token before it is used. */
  readonly auth: () => Promise<string>;
  readonly named: (displayName: string) => string;
  /** Why a scenario that needs these cannot be played here. @param session - may send one request to find out */
  readonly lack: (needs: readonly Need[], session: Session) => Promise<string | undefined>;
  /** Deletes what the run has made so far, whatever its budget. @returns what could not be deleted, of the whole run */
  readonly cleanUp: () => Promise<CleanUp>;
}

/** What it is made of. */
export interface LiveSurroundings {
  readonly fetch: SessionOptions["fetch"];
  readonly baseUrl: string;
  readonly auth: () => string | Promise<string>;
  readonly clock: Clock;
  readonly live: LiveOptions | undefined;
}

/**
 * Begins a run: looks at the options and at the token, and sends nothing.
 * @throws {RangeError} @throws {TypeError} naming `live` or its member
 * @throws {MalformedError} `ERR_CONTRACT_TOKEN` at the claim, for a token that is no JWT, of another tenant, not for Graph or
 * expired
 */
export async function startLive({ fetch, baseUrl, auth, clock, live }: LiveSurroundings): Promise<LiveRun> {
  const setup = resolveLive(live, clock.now());
  const ledger = createLedger(setup, clock);
  const guarded = guardWrites(fetch, baseUrl, ledger);
  const checked = checkedAuth(auth, setup.tenantId, clock);
  await checked();
  // What is deleted is not tried again: nobody tells of it twice.
  const kept: Leftover[] = [];
  let connectors: { readonly lack: string | undefined } | undefined;
  const probe = async (session: Session): Promise<string | undefined> => {
    const { response } = await session.send("are there API connectors?", { method: "GET", path: CONNECTORS });
    if (response.status !== 403 && response.status !== 404) return undefined;
    const why = "only External ID and Azure AD B2C tenants have API connectors, for APIConnectors.ReadWrite.All";
    return `GET ${CONNECTORS} was answered with ${response.status}: ${why}`;
  };
  return {
    fetch: guarded,
    auth: checked,
    named: (displayName) => `${setup.namePrefix}${displayName}`,
    lack: async (needs, session) => {
      const missing = lackOfCloud(baseUrl, needs);
      if (missing !== undefined || !needs.includes("apiConnectors")) return missing;
      connectors ??= { lack: await probe(session) };
      return connectors.lack;
    },
    cleanUp: async () => {
      const budget = { requests: Number.POSITIVE_INFINITY };
      const session = createSession({ fetch: guarded, baseUrl, auth: checked, clock, budget });
      const { left, kept: keptNow } = await cleanUp(session, ledger);
      kept.push(...keptNow);
      return { left, kept: [...kept] };
    },
  };
}

function checkedAuth(auth: LiveSurroundings["auth"], tenantId: string, clock: Clock): () => Promise<string> {
  let sound: string | undefined;
  return async () => {
    const token = await auth();
    if (token === sound) return token;
    const problem = checkToken(token, { tenantId, now: clock.now(), needs: [] }).find(({ isFatal }) => isFatal);
    if (problem !== undefined) {
      throw new MalformedError(problem.message, { code: "ERR_CONTRACT_TOKEN", at: problem.claim });
    }
    sound = token;
    return token;
  };
}
