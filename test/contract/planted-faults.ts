/** What the kill matrix needs beside FAULTS, which names the defects of the mock and the rule that must catch each. */
import type { ContractOptions } from "../../src/contract/run-options.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import type { MockGraphOptions } from "../../src/mock/options.js";

/** Defects take effect only on a mock that is set up for them. */
export const SETUPS: Readonly<Partial<Record<FaultName, MockGraphOptions>>> = {
  "no-retry-after": { throttling: { cpim: { perApp: { units: 20, windowMs: 10_000 } } } },
};

type Fetch = ContractOptions["fetch"];

/** A defect that is put in front of a sound mock. */
export interface Wrapped {
  readonly name: string;
  /** The rule that must catch it. */
  readonly rule: string;
  readonly wrap: (fetch: Fetch) => Fetch;
}

/** What the mock cannot do wrong by itself. */
export const WRAPPED_FAULTS: readonly Wrapped[] = [
  {
    name: "never-appears",
    rule: "T2",
    wrap: (fetch) => async (request) => {
      const isRead = request.method === "GET" && /apiConnectors\/[^/]+$/i.test(new URL(request.url).pathname);
      const nobody = new Request(request.url.replace(/[^/]+$/, "00000000-0000-0000-0000-000000000001"), request);
      return await fetch(isRead ? nobody : request);
    },
  },
  {
    name: "double-mint",
    rule: "T4",
    wrap: (fetch) => async (request) => {
      if (/\/addTokenSigningCertificate$/.test(request.url)) await fetch(request.clone());
      return await fetch(request);
    },
  },
];

/** A behaviour that nobody has documented, and the rule that notes it differently from a mock as it is by default. */
export interface Variant {
  readonly name: string;
  readonly rule: string;
  readonly mock?: MockGraphOptions;
  readonly wrap?: (fetch: Fetch) => Fetch;
}

/** Answers of requests that `isMeant` for are made anew. */
function altering(isMeant: (request: Request) => boolean, alter: (response: Response) => Promise<Response>) {
  return (fetch: Fetch): Fetch =>
    async (request) => {
      const isOne = isMeant(request);
      const response = await fetch(request);
      return isOne ? await alter(response) : response;
    };
}

function gone({ headers }: Response): Promise<Response> {
  const error = { code: "BadRequest", message: "no" };
  const kept = { "request-id": headers.get("request-id") ?? "" };
  return Promise.resolve(Response.json({ error }, { status: 412, headers: kept }));
}

/** Puts a member that nobody declared, another each time, into every object of every answer. */
export function injectUnknown(): (fetch: Fetch) => Fetch {
  let count = 0;
  const inject = (_: string, value: unknown): unknown => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value, undeclaredMember: ++count } : value;
  };
  return altering(
    () => true,
    async (response) => {
      const text = await response.text();
      if (!/json/.test(response.headers.get("content-type") ?? "")) return new Response(text || null, response);
      return new Response(JSON.stringify(JSON.parse(text, inject)), response);
    },
  );
}

/** For each rule that only notes what it sees. */
export const VARIANTS: readonly Variant[] = [
  { name: "inject-unknown", rule: "E7", wrap: injectUnknown() },
  { name: "same-pfx-ignored", rule: "C10", mock: { undocumented: { samePfxTwice: "ignore" } } },
  { name: "same-pfx-conflict", rule: "C10", mock: { undocumented: { samePfxTwice: "conflict" } } },
  {
    name: "list-written-back-refused-otherwise",
    rule: "C11",
    wrap: altering(
      ({ method, url }) => method === "PATCH" && /apiConnectors/.test(url),
      async (response) => (response.status === 400 ? await gone(response) : response),
    ),
  },
  { name: "removal-of-pair-works", rule: "S14", mock: { undocumented: { removalOfPair: "remove" } } },
  { name: "removal-of-pair-fails", rule: "S14", mock: { undocumented: { removalOfPair: "server-error" } } },
  { name: "conditions-are-kept", rule: "T5", wrap: altering(({ headers }) => headers.has("if-match"), gone) },
  { name: "other-methods-are-400", rule: "T6", wrap: altering(({ method }) => method === "PUT", gone) },
];

/** Sound mocks that differ from the default: no rule may fail any of them. */
export const SOUND: readonly (readonly [name: string, mock: MockGraphOptions])[] = [
  ["throttles", SETUPS["no-retry-after"] ?? {}],
  ["ignores a PFX that is there", { undocumented: { samePfxTwice: "ignore" } }],
  ["refuses a PFX that is there", { undocumented: { samePfxTwice: "conflict" } }],
  ["refuses an upload over a password", { undocumented: { uploadOverBasic: "refuse" } }],
  ["takes AES-256 for a wrong password", { undocumented: { aes256Files: "wrong-password" } }],
  ["refuses white space in base64", { undocumented: { whiteSpaceInPkcs12Value: "refuse" } }],
  ["fails to remove half a pair", { undocumented: { removalOfPair: "server-error" } }],
  ["removes half a pair", { undocumented: { removalOfPair: "remove" } }],
  ["takes dates outside those of a certificate", { undocumented: { datesOutsideCertificate: "accept" } }],
  ["makes a servicePrincipal of any appId", { undocumented: { unknownAppId: "create" } }],
  ["refuses members that nobody declared", { undocumented: { unknownMembers: "refuse" } }],
  ["has a policy of a month", { undocumented: { maxCredentialLifetimeDays: 30 } }],
  ["loses answers", { chaos: { lostResponse: 0.05 } }],
  ["fails before it has done anything", { chaos: { errorBefore: 0.05 } }],
  ["fails after it has done everything", { chaos: { errorAfter: 0.05, seed: 2 } }],
];
