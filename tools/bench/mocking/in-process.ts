/** The runs that need no server: a mock is called as a function. */
import { readFileSync } from "node:fs";
import { PASSWORD_VARIABLE } from "../make-files.js";
import type { MockClient } from "./client.js";
import { createClient, idOf, stateOf } from "./client.js";
import { FEW, GET_CERTIFICATES, GET_CONNECTOR, MANY } from "./job.js";

/** One measurement each, in milliseconds, by the name of its row. */
export type Runs = Readonly<Record<string, () => Promise<number>>>;

/** So many requests are one measurement, as one alone is too short for the clock. */
const REQUESTS = 200;

/** Milliseconds of one request, out of many in a row. */
async function timeEach(request: (index: number) => Promise<unknown>, requests = REQUESTS): Promise<number> {
  globalThis.gc?.({ type: "minor" });
  const start = performance.now();
  for (let index = 0; index < requests; index++) await request(index);
  return (performance.now() - start) / requests;
}

/** Reads of single objects. */
export async function getRuns(entry: string): Promise<Runs> {
  const { read, send } = await createClient(entry);
  const connector = await send("POST", "/identity/apiConnectors", JSON.stringify({ displayName: "bench" }));
  const application = await send("POST", "/applications", JSON.stringify({ displayName: "bench" }));
  const { id } = await send("POST", "/servicePrincipals", JSON.stringify({ appId: application["appId"] }));
  await send("POST", `/servicePrincipals/${String(id)}/addTokenSigningCertificate`, "{}");
  const select = "$select=id,keyCredentials,passwordCredentials";
  return {
    [GET_CONNECTOR]: () => timeEach(() => read("GET", `/identity/apiConnectors/${String(connector["id"])}`)),
    [GET_CERTIFICATES]: () => timeEach(() => read("GET", `/servicePrincipals/${String(id)}?${select}`)),
  };
}

/** One upload a measurement, always to a connector of its own, so that no list grows. */
export async function uploadRuns(entry: string, files: Readonly<Record<string, string>>): Promise<Runs> {
  const client = await createClient(entry);
  const password = process.env[PASSWORD_VARIABLE];
  return Object.fromEntries(
    Object.entries(files).map(([name, path]) => {
      const body = JSON.stringify({ pkcs12Value: readFileSync(path).toString("base64"), password });
      return [name, () => uploadOnce(client, body)];
    }),
  );
}

async function uploadOnce({ read, send }: MockClient, body: string): Promise<number> {
  const { id } = await send("POST", "/identity/apiConnectors", "{}");
  return await timeEach(() => read("POST", `/identity/apiConnectors/${String(id)}/uploadClientCertificate`, body), 1);
}

/** The same read among few and among many. */
export async function manyRuns(entry: string, what: "get" | "list"): Promise<Runs> {
  const runsOf = async (count: number): Promise<() => Promise<number>> => {
    const { read, send } = await createClient(entry, await stateOf(count, entry));
    // A stride that meets every object of either, and is no pattern to a cache.
    const get = (index: number): Promise<unknown> =>
      read("GET", `/identity/apiConnectors/${idOf((index * 7919) % count)}`);
    const page = "/identity/apiConnectors?$top=50";
    const { value } = await send("GET", page);
    if (!Array.isArray(value) || value.length !== 50) throw new Error("the page is not full");
    const list = (): Promise<unknown> => read("GET", page);
    return () => (what === "get" ? timeEach(get) : timeEach(list, REQUESTS / 10));
  };
  return { [FEW]: await runsOf(100), [MANY]: await runsOf(100_000) };
}
