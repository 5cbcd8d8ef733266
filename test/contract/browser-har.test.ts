/** A HAR that a real browser has written, of a page that drives the mock, is checked without either of them. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { chromium } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import type { ContractResult } from "../../src/contract/result.js";
import { createMaterial } from "../../src/contract/session/material.js";
import { checkTraffic } from "../../src/contract/traffic/check-traffic.js";
import type { HarSummary } from "../../src/contract/traffic/read-har.js";
import { readHar } from "../../src/contract/traffic/read-har.js";
import { createMockGraph } from "../../src/mock/server.js";
import { serve } from "../../src/node/serve/serve.js";
import { announce } from "../setup/announce.js";
import { chooseChromium } from "../setup/chromium.js";
import { hostProbe } from "../setup/chromium-host.js";
import { testProvider } from "../setup/provider.js";
import { fixedKeyProvider } from "../unit/graph/fixed-key-provider.js";

const root = resolve(import.meta.dirname, "../..");
const chosen = chooseChromium(await hostProbe(resolve(root, "node_modules/.cache/graph-certkit")));

/** What the page does, as its own script would: a connector with a certificate, a servicePrincipal with a minted one. */
const PAGE = `async ({ baseUrl, file }) => {
  const send = async (method, path, body) => {
    const headers = { authorization: "Bearer token", "content-type": "application/json" };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(baseUrl + path, init);
    const text = await response.text();
    return text === "" ? {} : JSON.parse(text);
  };
  const connector = await send("POST", "/identity/apiConnectors", { displayName: "a", targetUrl: "https://a.example/" });
  const at = "/identity/apiConnectors/" + connector.id;
  await send("GET", at);
  await send("POST", at + "/uploadClientCertificate", file);
  await send("GET", at);
  const application = await send("POST", "/applications", { displayName: "a" });
  const principal = await send("POST", "/servicePrincipals", { appId: application.appId });
  const select = "?$select=id,appId,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";
  await send("GET", "/servicePrincipals/" + principal.id + select);
  await send("POST", "/servicePrincipals/" + principal.id + "/addTokenSigningCertificate", { displayName: "CN=A" });
  await send("GET", "/servicePrincipals/" + principal.id + select);
  await send("DELETE", at);
  await send("GET", at);
}`;

/** What is altered of an entry. */
interface HarEntry {
  readonly request: { readonly url: string; readonly method: string };
  readonly response: { readonly content: { text: string; readonly encoding?: string } };
}

/** Drives the served mock from a page of another origin, and gives the text of the HAR. */
async function record(): Promise<string> {
  if (chosen === undefined) throw new Error("no Chromium runs on this machine");
  const graph = await serve(createMockGraph({ keys: fixedKeyProvider() }).fetch);
  const page = await serve(() =>
    Promise.resolve(new Response("<!doctype html><title>.</title>", { headers: { "content-type": "text/html" } })),
  );
  const folder = mkdtempSync(resolve(tmpdir(), "browser-har-"));
  const material = createMaterial(testProvider);
  const file = await material.upload(await material.credential(Date.now(), -1, 90));
  const { executablePath, libraryPath } = chosen;
  const env = { ...process.env, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) };
  const args = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
  try {
    const path = resolve(folder, "page.har");
    const context = await browser.newContext({ recordHar: { path, content: "embed" } });
    const tab = await context.newPage();
    await tab.goto(page.url);
    await tab.evaluate(`(${PAGE})(${JSON.stringify({ baseUrl: `${graph.url}/v1.0`, file })})`);
    await context.close();
    return readFileSync(path, "utf8");
  } finally {
    await browser.close();
    await Promise.all([graph.close(100), page.close(100)]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function check(
  har: string,
): Promise<{ readonly results: readonly ContractResult[]; readonly summary?: HarSummary }> {
  let summary: HarSummary | undefined;
  const onEnd = (it: HarSummary): void => {
    summary = it;
  };
  const results: ContractResult[] = [];
  const bytes = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode(har));
  })();
  for await (const result of checkTraffic(readHar(bytes, { onEnd }), { now: new Date() })) results.push(result);
  return { results, ...(summary === undefined ? {} : { summary }) };
}

if (chosen === undefined) announce("a browser's HAR: skipped, no Chromium runs on this machine");

describe.runIf(chosen !== undefined || process.env["CI"] === "true")("a browser's HAR", () => {
  let har = "";

  beforeAll(async () => {
    har = await record();
  }, 60_000);

  it("of a page on a sound mock is clean", async () => {
    const { results, summary } = await check(har);
    const failures = results.filter(({ status }) => status === "fail");
    expect(failures.map(({ rule, pointer, expected, actual }) => [rule, pointer, expected, actual])).toEqual([]);
    // The page itself is not Graph's.
    expect(summary?.read).toBeGreaterThanOrEqual(11);
    expect(summary?.skipped).toBeGreaterThanOrEqual(1);
    const passed = new Set(results.filter(({ status }) => status === "pass").map(({ rule }) => rule));
    for (const rule of ["E1", "E5", "E8", "E12", "C1", "C4", "C5", "C6", "S1", "S2", "S7", "S10"]) {
      expect(passed, rule).toContain(rule);
    }
  });

  it("with one thumbprint altered is found by C4, which names the entry and both thumbprints", async () => {
    const { log } = JSON.parse(har) as { log: { entries: HarEntry[] } };
    const index = log.entries.findIndex(
      ({ request }) => request.method === "POST" && request.url.endsWith("/uploadClientCertificate"),
    );
    const content = log.entries[index]?.response.content ?? { text: "" };
    const encoding = content.encoding === "base64" ? "base64" : "utf8";
    const body = Buffer.from(content.text, encoding).toString();
    const [, right = ""] = /"thumbprint":"([0-9A-F]{40})"/.exec(body) ?? [];
    expect(right).not.toBe("");
    const wrong = `${right.startsWith("0") ? "1" : "0"}${right.slice(1)}`;
    content.text = Buffer.from(body.replace(right, wrong)).toString(encoding);
    const { results } = await check(JSON.stringify({ log }));
    const found = results.filter(({ rule, status }) => rule === "C4" && status === "fail");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      pointer: "/authenticationConfiguration/certificateList/0/thumbprint",
      expected: right,
      actual: wrong,
    });
    expect(found[0]?.exchanges.map(({ origin }) => origin)).toContain(`log.entries[${index}]`);
  });
});
