/** Every deliberate defect with the rule that must find it: those of the mock, and some that stand between. */
import type { ContractOptions } from "../../src/contract/run.js";
import type { FaultName } from "../../src/mock/fault-set.js";
import type { MockGraphOptions } from "../../src/mock/options.js";

/** The rules that must find each defect of the mock. */
export const RULES_BY_FAULT: Readonly<Record<FaultName, readonly string[]>> = {
  "html-error": ["E1"],
  "drop-request-id": ["E2"],
  "client-request-id-lost": ["E2"],
  "error-string": ["E3"],
  "error-innererror-lowercase": ["E3"],
  "500-on-bad-json": ["E4"],
  "context-relative": ["E5"],
  "context-missing-entity": ["E5"],
  "no-hash": ["E6"],
  "null-collection": ["E8"],
  "int64-as-string": ["E8"],
  "echo-password-in-error": ["E9"],
  "next-link-relative": ["E10"],
  "page-loses-one": ["E10"],
  "count-of-page": ["E10"],
  "no-location": ["E11"],
  "no-cors": ["E12"],
  "lost-update": ["C1"],
  zombie: ["C1"],
  "returns-pkcs12": ["C2"],
  "replaces-list": ["C3"],
  "thumb-lower": ["C4", "S2"],
  "thumb-sha256": ["C4", "S2"],
  "thumb-of-CA": ["C4"],
  "thumb-of-spki": ["C4"],
  "ms-dates": ["C5"],
  swapped: ["C5"],
  "local-time": ["C5"],
  "two-active": ["C6"],
  "first-wins": ["C6"],
  "future-active": ["C6"],
  "never-recomputed": ["C6"],
  "partial-commit": ["C7"],
  "accepts-anything": ["C7", "S13"],
  "picks-first-bag": ["C8"],
  "patch-appends": ["C9"],
  "key-urlsafe": ["S1"],
  "key-pem": ["S1"],
  "bad-signature": ["S1"],
  "cki-ascii": ["S3"],
  "cki-sha256": ["S3"],
  "subject-other": ["S4"],
  "end-plus-1h": ["S5"],
  "four-years": ["S5"],
  "no-default": ["S5"],
  "keyid-of-verify": ["S6"],
  "password-keyid-random": ["S6"],
  "missing-password": ["S7"],
  "cki-differs": ["S7"],
  "key-without-select": ["S8"],
  "sign-key-leak": ["S8"],
  "secret-in-get": ["S9"],
  "second-wins": ["S10"],
  "patch-drops-key-bytes": ["S11"],
  "wrong-pair-removed": ["S11"],
  "patch-keeps-omitted": ["S12"],
  "appid-ignored": ["S15"],
  "path-case-sensitive": ["C12"],
  "batch-differs": ["T8"],
  "flapping-replica": ["T1"],
  "no-retry-after": ["T3"],
  "parallel-loses": ["T7"],
};

/** Defects take effect only on a mock that is set up for them. */
export const SETUPS: Readonly<Partial<Record<FaultName, MockGraphOptions>>> = {
  "no-retry-after": { throttling: { cpim: { perApp: { units: 20, windowMs: 10_000 } } } },
};

type Fetch = ContractOptions["fetch"];

/** A defect that is put in front of a sound mock. */
export interface Wrapped {
  readonly name: string;
  readonly rules: readonly string[];
  readonly wrap: (fetch: Fetch) => Fetch;
}

/** What the mock cannot do wrong by itself. */
export const WRAPPED_FAULTS: readonly Wrapped[] = [
  {
    name: "never-appears",
    rules: ["T2"],
    wrap: (fetch) => async (request) => {
      const isRead = request.method === "GET" && /apiConnectors\/[^/]+$/i.test(new URL(request.url).pathname);
      const nobody = new Request(request.url.replace(/[^/]+$/, "00000000-0000-0000-0000-000000000001"), request);
      return await fetch(isRead ? nobody : request);
    },
  },
  {
    name: "double-mint",
    rules: ["T4"],
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

/** For each rule that only notes what it sees. */
export const VARIANTS: readonly Variant[] = [
  {
    name: "inject-unknown",
    rule: "E7",
    wrap: altering(
      ({ method, url }) => method === "GET" && /identity\/apiConnectors\/[^/]+$/.test(url),
      async (response) => {
        const body = (await response.json()) as object;
        return Response.json({ ...body, undeclared: 1 }, { status: response.status, headers: response.headers });
      },
    ),
  },
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
