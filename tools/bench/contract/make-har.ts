/** A HAR of a client that makes connectors and servicePrincipals and looks at them, answered by the mock. */

import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as contract from "../../../src/contract/index.js";
import type * as mock from "../../../src/mock/index.js";
import { PASSWORD_VARIABLE } from "../make-files.js";
import type { ContractJob } from "./job.js";

const ROOT = "https://graph.microsoft.com/v1.0";
const SELECT = "$select=id,appId,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";
/** Longer than reads may lag: what the client sees is judged. */
const PAUSE_MS = 40_000;
const START = Date.parse("2026-06-01T00:00:00Z");

type Json = Readonly<Record<string, unknown>>;
type Send = (method: string, path: string, body?: Json) => Promise<Json>;

/** Writes as many entries as were asked for. */
export async function makeHar({ dist, path, entries, files }: Extract<ContractJob, { kind: "make" }>): Promise<void> {
  const { createMockGraph, repeatKeys } = (await import(
    pathToFileURL(resolve(dist, "mock/index.js")).href
  )) as typeof mock;
  const { operationOf, toHar } = (await import(
    pathToFileURL(resolve(dist, "contract/index.js")).href
  )) as typeof contract;
  const password = process.env[PASSWORD_VARIABLE] ?? "";
  const uploads = files.map((file) => ({ pkcs12Value: readFileSync(file).toString("base64"), password }));
  let now = START;
  const graph = createMockGraph({ clock: { now: () => new Date(now) }, keys: repeatKeys(globalThis.crypto) });
  const made: contract.Exchange[] = [];
  const send: Send = async (method, path, body) => {
    now += PAUSE_MS;
    const url = `${ROOT}${path}`;
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = { authorization: "Bearer token", ...(text === "" ? {} : { "content-type": "application/json" }) };
    const response = await graph.fetch(new Request(url, { method, headers, ...(text === "" ? {} : { body: text }) }));
    const answer = await response.text();
    const json: unknown = answer === "" ? undefined : JSON.parse(answer);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    made.push({
      index: 0,
      step: "",
      ...operationOf(method, url),
      request: { method, url, headers, text, json: body },
      response: { status: response.status, headers: Object.fromEntries(response.headers), text: answer, json },
      sentAt: now,
      receivedAt: now + 100,
      isSettled: true,
    });
    return (json ?? {}) as Json;
  };
  const all = async function* (): AsyncGenerator<contract.Exchange> {
    let count = 0;
    for (let round = 0; count < entries; round++) {
      await useConnector(send, uploads, round);
      await usePrincipal(send, round);
      for (const exchange of made.splice(0)) if (count++ < entries) yield exchange;
    }
  };
  const stream = createWriteStream(path);
  for await (const text of toHar(all())) if (!stream.write(text)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
}

async function useConnector(send: Send, uploads: readonly Json[], round: number): Promise<void> {
  const { id } = await send("POST", "/identity/apiConnectors", {
    displayName: `bench ${round}`,
    targetUrl: "https://a.example",
  });
  const path = `/identity/apiConnectors/${String(id)}`;
  await send("GET", path);
  for (const upload of uploads) {
    await send("POST", `${path}/uploadClientCertificate`, upload);
    await send("GET", path);
  }
  await send("PATCH", path, { displayName: `bench ${round}, renamed` });
  await send("GET", path);
}

async function usePrincipal(send: Send, round: number): Promise<void> {
  const { appId } = await send("POST", "/applications", { displayName: `bench ${round}` });
  const { id } = await send("POST", "/servicePrincipals", { appId });
  const path = `/servicePrincipals/${String(id)}`;
  await send("GET", `${path}?${SELECT}`);
  await send("POST", `${path}/addTokenSigningCertificate`, { displayName: `CN=bench ${round}` });
  await send("GET", `${path}?${SELECT}`);
}
