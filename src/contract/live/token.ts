/** Reads a bearer token before a run relies on it: whose it is, for whom, until when, and what it allows. */
import { readBase64Text } from "../../bytes/base64-text.js";
import type { GraphAction } from "../../graph/clouds.js";
import { CLOUDS } from "../../graph/clouds.js";
import { PERMISSIONS } from "../../graph/permissions.js";
import type { Json } from "../exchange.js";
import { parseJson, toJson } from "../exchange.js";

/** Something about a token. */
export interface TokenProblem {
  /** The claim; `token` where it is no JWT. */
  readonly claim: "token" | "tid" | "aud" | "exp" | "nbf" | "permissions";
  /** False for what may still go well: a permission can have another name. */
  readonly isFatal: boolean;
  /** Without the token and without what else is in it. */
  readonly message: string;
}

/** What the token is held against. */
export interface TokenNeeds {
  /** Default: any tenant. */
  readonly tenantId?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What is going to be sent. */
  readonly needs: readonly GraphAction[];
}

/** Microsoft Graph as an application, the same in all clouds. */
const GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";

/** Clocks differ (RFC 7519 section 4.1.5 allows for "some small leeway"). */
const LEEWAY_SECONDS = 300;

/**
 * Looks at the claims of a JWT (RFC 7519), as far as they tell whether the run can go well. Its signature is for Graph to
 * verify.
 * @returns nothing where nothing is wrong
 */
export function checkToken(token: string, { tenantId, now, needs }: TokenNeeds): readonly TokenProblem[] {
  const claims = claimsOf(token);
  if (claims === undefined) {
    return [fatal("token", "the token is no JWT that can be read, so nobody can tell which tenant it is of")];
  }
  const { tid, aud, exp, nbf } = claims;
  const seconds = now / 1000;
  const problems: TokenProblem[] = [];
  if (typeof tid !== "string") problems.push(fatal("tid", "the token does not say which tenant it is of"));
  else if (tenantId !== undefined && tid.toLowerCase() !== tenantId.toLowerCase()) {
    problems.push(fatal("tid", `the token is of tenant ${guidOr(tid)}, not of ${tenantId}`));
  }
  if (!isGraph(aud)) problems.push(fatal("aud", "the token is not for Microsoft Graph"));
  if (typeof exp !== "number") problems.push(fatal("exp", "the token does not say when it expires"));
  else if (exp <= seconds) problems.push(fatal("exp", `the token expired ${Math.floor(seconds - exp)} s ago`));
  if (typeof nbf === "number" && nbf > seconds + LEEWAY_SECONDS) {
    problems.push(fatal("nbf", "the token is not valid yet"));
  }
  return [...problems, ...missingPermissions(claims, needs)];
}

/** The claims; `undefined` for what is no JWT. */
function claimsOf(token: string): Json | undefined {
  const parts = token.split(".");
  const [, payload = ""] = parts;
  const bytes = parts.length === 3 ? readBase64Text(new TextEncoder().encode(payload))?.bytes : undefined;
  const claims = bytes === undefined ? undefined : parseJson(new TextDecoder().decode(bytes));
  return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? toJson(claims) : undefined;
}

function isGraph(aud: unknown): boolean {
  const all = Array.isArray(aud) ? aud : [aud];
  const hosts = Object.values(CLOUDS).map(({ graphHost }) => `https://${graphHost.value}`);
  return all.some((one) => {
    const name = String(one).toLowerCase().replace(/\/$/, "");
    return name === GRAPH_APP_ID || hosts.includes(name);
  });
}

/** What stands in the place of a GUID and is none is not repeated. */
const guidOr = (text: string): string => (/^[0-9a-f-]{36}$/i.test(text) ? text : "another form");

/** A token of an app has `roles`, one of a user `scp`. */
function missingPermissions({ roles, scp }: Json, needs: readonly GraphAction[]): readonly TokenProblem[] {
  const isUser = typeof scp === "string";
  const given: readonly unknown[] = isUser ? scp.split(" ") : Array.isArray(roles) ? roles : [];
  const missing = needs.flatMap((action) => {
    const { least, higher } = PERMISSIONS[action][isUser ? "delegated" : "application"];
    return [least, ...higher].some((name) => given.includes(name)) ? [] : [{ action, least }];
  });
  return [...new Set(missing.map(({ least }) => least))].map((least) => {
    const actions = missing.filter((it) => it.least === least).map(({ action }) => action);
    const kind = isUser ? "delegated permission" : "application permission";
    const message = `the token lacks the ${kind} ${least}, for ${actions.join(", ")}`;
    return { claim: "permissions", isFatal: false, message };
  });
}

function fatal(claim: TokenProblem["claim"], message: string): TokenProblem {
  return { claim, isFatal: true, message };
}
