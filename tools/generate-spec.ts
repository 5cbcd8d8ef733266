/**
 * Makes everything that follows from spec/graph.openapi.json and spec/corrections.overlay.yaml:
 * spec/graph.normalised.json, spec/graph.d.ts and src/graph/openapi.generated.ts.
 * `--check` writes nothing and exits with 1 where a file is not what would be written.
 * Either way it exits with 1, having written nothing, for a correction without effect, for a schema keyword that is not
 * understood downstream, and where the slice is not the one that PROVENANCE.md tells of.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeDeclarations } from "./generate-spec/declarations.js";
import { writeOperationsModule } from "./generate-spec/operations-module.js";
import { normalise } from "./generate-spec/pipeline.js";
import { writeJson } from "./slice-openapi/json.js";

const root = resolve(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(resolve(root, file), "utf8");

const slice = read("spec/graph.openapi.json");
const { document, complaints } = normalise(JSON.parse(slice), read("spec/corrections.overlay.yaml"));
const sha256 = createHash("sha256").update(slice).digest("hex");
const problems = [...complaints];
if (!read("spec/PROVENANCE.md").includes(sha256)) {
  problems.push("spec/graph.openapi.json: edited by hand, or PROVENANCE.md is of another slice");
}

const outputs: readonly (readonly [file: string, text: string])[] = [
  ["spec/graph.normalised.json", writeJson(document)],
  ["spec/graph.d.ts", await writeDeclarations(document)],
  ["src/graph/openapi.generated.ts", writeOperationsModule(document)],
];

if (process.argv.includes("--check")) {
  const isStale = ([file, text]: readonly [string, string]): boolean =>
    !existsSync(resolve(root, file)) || read(file) !== text;
  problems.push(...outputs.filter(isStale).map(([file]) => `${file} is stale: run npm run generate`));
} else if (problems.length === 0) {
  for (const [file, text] of outputs) writeFileSync(resolve(root, file), text);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
