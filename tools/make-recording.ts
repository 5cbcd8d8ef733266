/**
 * Makes test/contract/recordings/altered-thumbprint.har, what a browser would have recorded of an upload to a connector,
 * but that one digit of the thumbprint in the last answer is another: `npx tsx tools/make-recording.ts`. The certificate
 * and its password are those of a test vector. Always the same octets.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Exchange } from "../src/contract/exchange.js";
import { operationOf } from "../src/contract/operation-of.js";
import { toHar } from "../src/contract/traffic/to-har.js";
import { seededIds } from "../src/mock/seeded.js";
import { createMockGraph } from "../src/mock/server.js";

const ROOT = resolve(import.meta.dirname, "..");
const SERVICE = "https://graph.microsoft.com/v1.0";
const START = Date.parse("2026-06-01T09:00:00Z");

let now = START;
const graph = createMockGraph({
  clock: { now: () => new Date(now) },
  newId: seededIds(1),
});
const exchanges: Exchange[] = [];

async function send(method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  now += 1_000;
  const url = `${SERVICE}${path}`;
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = text === "" ? {} : { "content-type": "application/json" };
  const init = {
    method,
    headers: { ...headers, authorization: "Bearer token" },
    ...(text === "" ? {} : { body: text }),
  };
  const response = await graph.fetch(new Request(url, init));
  const answer = await response.text();
  const json = JSON.parse(answer) as Record<string, unknown>;
  exchanges.push({
    index: exchanges.length,
    step: "",
    ...operationOf(method, url),
    request: { method, url, headers, text, json: body },
    response: { status: response.status, headers: Object.fromEntries(response.headers), text: answer, json },
    sentAt: now,
    receivedAt: now + 80,
    isSettled: true,
  });
  return json;
}

const file = readFileSync(resolve(ROOT, "test/vectors/pkcs12/openssl-legacy.p12"));
const { id } = await send("POST", "/identity/apiConnectors", {
  displayName: "Sign-up check",
  targetUrl: "https://api.example.com/",
});
const path = `/identity/apiConnectors/${String(id)}`;
await send("POST", `${path}/uploadClientCertificate`, {
  pkcs12Value: file.toString("base64"),
  password: "graph-certkit",
});

let har = "";
for await (const text of toHar(exchanges)) har += text;
const sound = "9D7032E6BABBCEF019F27D627DC72C0644C09528";
const altered = "9D7032E6BABBCEF019F27D627DC72C0644C09529";
if (har.split(sound).length !== 2) throw new Error("the thumbprint is not there once");
const folder = resolve(ROOT, "test/contract/recordings");
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, "altered-thumbprint.har"), `${har.replace(sound, altered).trimEnd()}\n`);
