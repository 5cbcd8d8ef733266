/** Everything that follows from the slice and its corrections, written or compared. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { JsonObject } from "../slice-openapi/json.js";
import { writeJson } from "../slice-openapi/json.js";
import { writeDeclarations } from "./declarations.js";
import { writeOperationsModule } from "./operations-module.js";
import { normalise } from "./pipeline.js";
import type { NormalisedDocument } from "./validators/generate-validators.js";
import { generateValidators } from "./validators/generate-validators.js";

/** What is written, and from what: each is made of the normalised document alone. */
const OUTPUTS: Readonly<Record<string, (document: JsonObject) => string | Promise<string>>> = {
  "spec/graph.normalised.json": writeJson,
  "spec/graph.d.ts": writeDeclarations,
  "src/graph/openapi.generated.ts": writeOperationsModule,
  "src/contract/validators.generated.js": (document) => generateValidators(document as unknown as NormalisedDocument),
};

/**
 * Writes the files that differ; with `isCheck` none.
 * @param root - the checkout
 * @returns what is wrong; nothing is written where the slice or a correction is
 */
export async function generate(root: string, isCheck: boolean): Promise<readonly string[]> {
  const read = (file: string): string => readFileSync(resolve(root, file), "utf8");
  const slice = read("spec/graph.openapi.json");
  const { document, complaints } = normalise(JSON.parse(slice), read("spec/corrections.overlay.yaml"));
  const sha256 = createHash("sha256").update(slice).digest("hex");
  const isKnownSlice = read("spec/PROVENANCE.md").includes(sha256);
  const edited = "spec/graph.openapi.json: edited by hand, or PROVENANCE.md is of another slice";
  const problems = [...complaints, ...(isKnownSlice ? [] : [edited])];
  if (problems.length > 0) return problems;

  for (const [file, write] of Object.entries(OUTPUTS)) {
    const text = await write(document);
    if (existsSync(resolve(root, file)) && read(file) === text) continue;
    if (isCheck) problems.push(`${file} is stale: run npm run generate`);
    else writeFileSync(resolve(root, file), text);
  }
  return problems;
}
