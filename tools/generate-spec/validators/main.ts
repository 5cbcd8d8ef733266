/**
 * Writes src/contract/validators.generated.js from spec/graph.normalised.json and prints its size. With `--check` nothing
 * is written: exit 1 where the file is stale. `tools/generate-spec.ts` does the same as one of its steps.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { NormalisedDocument } from "./generate-validators.js";
import { generateValidators } from "./generate-validators.js";

const root = resolve(import.meta.dirname, "../../..");
const file = resolve(root, "src/contract/validators.generated.js");

async function main(): Promise<void> {
  const document = JSON.parse(readFileSync(resolve(root, "spec/graph.normalised.json"), "utf8")) as NormalisedDocument;
  const text = await generateValidators(document);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error("src/contract/validators.generated.js is stale: npm run generate writes it");
    process.exitCode = 1;
  }
  console.info(`validators: ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} bytes gzip`);
}

await main();
