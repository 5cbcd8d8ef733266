/** `npx graph-certkit` in a clone starts the clone's own build, asks nothing and needs no network. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let cache = "";

beforeAll(() => {
  cache = mkdtempSync(resolve(tmpdir(), "npx-"));
});

afterAll(() => rmSync(cache, { recursive: true, force: true }));

it("prints the version of package.json", () => {
  const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as { version: string };
  // The environment of the npm that runs these tests would be taken for the options of this one.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const alone = { npm_config_cache: cache, npm_config_registry: "http://127.0.0.1:9", npm_config_yes: "false" };
  const run = spawnSync("npx", ["graph-certkit", "--version"], {
    cwd: root,
    encoding: "utf8",
    env: { ...Object.fromEntries(inherited), ...alone },
    shell: process.platform === "win32",
  });
  expect(run.stdout.trim()).toBe(version);
});

it.runIf(process.platform !== "win32")("the built command is executable, also where npm linked it before", () => {
  expect(statSync(resolve(root, "dist/node/bin/main.js")).mode & 0o111).not.toBe(0);
});
