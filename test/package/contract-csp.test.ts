/**
 * The contract in a page whose Content-Security-Policy allows one script and no code from strings: bundled as a user's
 * bundler would, run in Chromium.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright";
import { describe, expect, it } from "vitest";
import { announce } from "../setup/announce.js";
import { chooseChromium } from "../setup/chromium.js";
import { hostProbe } from "../setup/chromium-host.js";

const root = resolve(import.meta.dirname, "../..");

const POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/** What the page does: tries eval, judges a body, draws a mutant. */
const PROGRAM = `
import fc from "fast-check";
import { arbitraryOf, mutantsOf, validate, validateValue } from "./src/contract/index.ts";
let evaluation = "allowed";
try { globalThis.eval("1"); } catch (error) { evaluation = error.name; }
const name = "microsoft.graph.keyCredential";
const connector = { id: "a", displayName: "a", targetUrl: "https://a.example/", authenticationConfiguration: { garbage: 1 } };
document.documentElement.dataset.report = JSON.stringify({
  evaluation,
  garbage: validate("identityApiConnector.get", 200, connector).map(({ pointer, keyword }) => pointer + " " + keyword),
  valid: fc.sample(arbitraryOf(name), { seed: 1, numRuns: 20 }).every((value) => validateValue(name, value).length === 0),
  mutants: fc.sample(mutantsOf(name), { seed: 1, numRuns: 20 }).every(({ value }) => validateValue(name, value).length > 0),
});
`;

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Serves the page on a free port of this machine while `use` runs. */
async function withPage<T>(script: string, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(({ url }, response) => {
    const isScript = url === "/page.js";
    response.setHeader("content-security-policy", POLICY);
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><title>.</title><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const chosen = chooseChromium(await hostProbe(resolve(root, "node_modules/.cache/graph-certkit")));

async function reportOf(address: string): Promise<unknown> {
  if (chosen === undefined) throw new Error("no Chromium runs on this machine");
  const { executablePath, libraryPath } = chosen;
  const env = { ...process.env, ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath }) };
  const args = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const html = page.locator("html[data-report]");
    return JSON.parse((await html.getAttribute("data-report", { timeout: 20_000 })) ?? "null");
  } finally {
    await browser.close();
  }
}

if (chosen === undefined) announce("a page without eval: skipped, no Chromium runs on this machine");

describe.runIf(chosen !== undefined || process.env["CI"] === "true")("a page without eval", () => {
  it("judges bodies and draws values", async () => {
    expect(await withPage(await bundlePage(), reportOf)).toEqual({
      evaluation: "EvalError",
      garbage: ["/authenticationConfiguration required"],
      valid: true,
      mutants: true,
    });
  });
});
