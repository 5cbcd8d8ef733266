/** The cases of the mock. */
import type { Bound } from "../bounds.js";
import type { Case } from "../case.js";
import { FEW, GET_CERTIFICATES, GET_CONNECTOR, MANY, OURS, PRISM, UPLOAD_3DES, UPLOAD_AES } from "./job.js";
import { measureHttp, measureMocking, measureUploads } from "./measure-mocking.js";

const atMost = (of: string, most: number): Bound => ({ quantity: { of }, limit: { atMost: most } });

function among(what: "get" | "list", title: string): Case {
  return {
    id: `mock-many-${what}`,
    title,
    unit: "ms",
    reference: FEW,
    bounds: [{ quantity: { of: MANY, over: FEW }, limit: { atMost: 2 } }],
    measure: (bench) => measureMocking(`many-${what}`, bench),
  };
}

function overHttp(method: "GET" | "POST", what: string): Case {
  return {
    id: `mock-http-${method.toLowerCase()}`,
    title: `1,000 requests over http, 16 at a time: ${what}`,
    unit: "ms",
    reference: OURS,
    // The client needs a processor of its own: it would take turns with the server on one.
    bounds: [{ quantity: { of: PRISM, over: OURS }, limit: { atLeast: 5 }, cores: 2 }],
    measure: (bench) => measureHttp(method, bench),
  };
}

/** Server and client share the processors: what the client takes is in the times of both servers. */
export const MOCK_CASES: readonly Case[] = [
  {
    id: "mock-get",
    title: "Answer a request in process",
    unit: "ms",
    reference: GET_CONNECTOR,
    bounds: [GET_CONNECTOR, GET_CERTIFICATES].map((of) => atMost(of, 0.06)),
    measure: (bench) => measureMocking("get", bench),
  },
  {
    id: "mock-upload",
    title: "Answer an upload in process: 2,048 iterations",
    unit: "ms",
    reference: UPLOAD_AES,
    bounds: [UPLOAD_3DES, UPLOAD_AES].map((of) => atMost(of, 8)),
    measure: measureUploads,
  },
  among("get", "Answer a GET of one object in process"),
  among("list", "Answer a page of 50 objects in process"),
  overHttp("GET", "GET of a connector"),
  overHttp("POST", "POST of a connector"),
];
