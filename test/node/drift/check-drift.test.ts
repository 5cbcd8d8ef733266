/** tools/check-drift.ts as a build calls it: what its exit codes say. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CSDL_FACTS } from "../../../src/contract/drift/facts.generated.js";
import { toCsdlText } from "./csdl-of-model.js";

const root = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "check-drift-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const tsx = resolve(root, "node_modules/tsx/dist/cli.mjs");
  const script = resolve(root, "tools/check-drift.ts");
  return spawnSync(process.execPath, [tsx, script, ...args], { encoding: "utf8", cwd: root });
}

describe("check-drift", () => {
  it("ends with 0 offline, as what is checked in agrees", () => {
    expect(check()).toMatchObject({ status: 0, stderr: "" });
  });

  it("ends with 1 for metadata that differs", () => {
    const file = join(folder, "closed.xml");
    writeFileSync(file, toCsdlText(CSDL_FACTS).replace(' OpenType="true"', ""));
    const { status, stdout } = check("--csdl", file, "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ drifts: [{ kind: "open-type", subject: "application" }] });
  });

  it("ends with 2 for wrong usage and for what cannot be read", () => {
    expect(check("--csdl", join(folder, "none.xml")).status).toBe(2);
    expect(check("--frobnicate").status).toBe(2);
    expect(check("--csdl", join(folder, "none.xml"), "--write").stderr).toContain("--commit");
  });
});
