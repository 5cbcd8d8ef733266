/**
 * Makes everything that follows from spec/graph.openapi.json and spec/corrections.overlay.yaml:
 * spec/graph.normalised.json, spec/graph.d.ts, src/graph/openapi.generated.ts and src/contract/validators.generated.js.
 *
 *   --check   writes nothing and exits with 1 where a file is not what would be written
 *
 * Either way it exits with 1, having written nothing, for a correction without effect, for a schema keyword that is not
 * understood downstream, and where the slice is not the one that PROVENANCE.md tells of.
 */
import { resolve } from "node:path";
import { generate } from "./generate-spec/generate.js";

const problems = await generate(resolve(import.meta.dirname, ".."), process.argv.includes("--check"));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
