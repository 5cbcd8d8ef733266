/** `npm run spec:slice` from outside: JSON and YAML, writing and comparing. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readSpec, slice } from "./documents.js";

const root = resolve(import.meta.dirname, "../../..");
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "graph-certkit-slice-"));
const source = join(folder, "source");

/** The slice is a document with all that is wanted, so its slice is itself. */
beforeAll(() => {
  mkdirSync(source);
  writeFileSync(join(source, "package.json"), '{"name":"some-package","version":"1.2.3","license":"MIT"}');
  writeFileSync(join(source, "graph.json"), JSON.stringify(slice));
  writeFileSync(join(source, "graph.yaml"), stringify(slice));
  writeFileSync(join(source, "other.json"), '{"openapi":"3.0.1","info":{},"paths":{}}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function spec(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const tsx = resolve(root, "node_modules/tsx/dist/cli.mjs");
  try {
    const output = await run(process.execPath, [tsx, resolve(root, "tools/slice-openapi.ts"), ...parameters]);
    return { code: 0, ...output };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe("spec:slice", () => {
  it.each(["graph.json", "graph.yaml"])("writes the slice of %s, and where it comes from", async (file) => {
    const to = join(folder, "out.json");
    const { code, stderr } = await spec("--from", join(source, file), "--to", to, "--date", "2026-01-02");
    expect([code, stderr]).toEqual([0, ""]);
    expect(readFileSync(to, "utf8")).toBe(readSpec("graph.openapi.json"));
    const provenance = readFileSync(join(folder, "PROVENANCE.md"), "utf8");
    expect(provenance).toContain(`npm run spec:slice -- --from <some-package@1.2.3>/${file} --date 2026-01-02`);
    expect(provenance).toContain("| licence | MIT");
    expect(provenance).not.toContain(folder);
  });

  it("compares with --check", async () => {
    const from = join(source, "graph.json");
    expect((await spec("--from", from, "--check")).code).toBe(0);
    const stale = await spec("--from", from, "--check", "--to", join(source, "other.json"));
    expect([stale.code, stale.stderr.trim()]).toEqual([1, "other.json is not the slice of it"]);
  });

  it("says what is missing", async () => {
    expect((await spec()).stderr).toContain("--from FILE|URL is missing");
    const { code, stderr } = await spec("--from", join(source, "other.json"));
    expect(code).toBe(1);
    expect(stderr).toContain("not a document of Graph v1.0: it has no get /identity/apiConnectors, no post");
  });
});
