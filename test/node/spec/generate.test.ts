/** What `npm run spec:generate` and `--check` do, on copies of the files that they read and write. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../../../tools/generate-spec/generate.js";

const root = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "graph-certkit-generate-"));

const FILES = [
  "spec/graph.openapi.json",
  "spec/corrections.overlay.yaml",
  "spec/PROVENANCE.md",
  "spec/graph.normalised.json",
  "spec/graph.d.ts",
  "src/graph/openapi.generated.ts",
  "src/contract/validators.generated.js",
];

const read = (checkout: string, file: string): string => readFileSync(join(checkout, file), "utf8");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the files, one of which is changed. */
function checkout(name: string, changed?: string, change: (text: string) => string = (text) => text): string {
  const copy = join(folder, name);
  for (const file of FILES) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  if (changed !== undefined) writeFileSync(join(copy, changed), change(read(copy, changed)));
  return copy;
}

describe("generate", () => {
  it("finds nothing stale in what is checked in", async () => {
    expect(await generate(checkout("clean"), true)).toEqual([]);
  });

  it("names stale files, and writes them anew", async () => {
    const copy = checkout("stale", "spec/graph.d.ts", (text) => `${text}\n`);
    expect(await generate(copy, true)).toEqual(["spec/graph.d.ts is stale: run npm run generate"]);
    expect(await generate(copy, false)).toEqual([]);
    expect(read(copy, "spec/graph.d.ts")).toBe(read(root, "spec/graph.d.ts"));
  });

  it("refuses a slice that was edited by hand", async () => {
    const copy = checkout("edited", "spec/graph.openapi.json", (text) => text.replace("OData", "odata"));
    expect(await generate(copy, false)).toEqual([
      "spec/graph.openapi.json: edited by hand, or PROVENANCE.md is of another slice",
    ]);
  });

  it("writes nothing for a correction that matches nothing", async () => {
    const copy = checkout("useless", "spec/corrections.overlay.yaml", (text) =>
      text.replace("$.components.schemas.addKeyRequestBody", "$.components.schemas.addKeyBody"),
    );
    expect(await generate(copy, false)).toEqual([
      "add-key-body-complete: nothing matches $.components.schemas.addKeyBody",
    ]);
    const normalised = "spec/graph.normalised.json";
    expect(read(copy, normalised)).toBe(read(root, normalised));
  });
});
