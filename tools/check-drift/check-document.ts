/** The part of `npm run check`: what is in spec/ agrees with itself, but for what is known. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findStale, judgeDrift } from "../../src/contract/drift/known-drift.js";
import { readOpenApi } from "../../src/contract/drift/read-openapi.js";
import { compareDocument } from "./compare-document.js";
import { CONSTANT_FILE, readFacts, toConstantText } from "./write-facts.js";

const DOCUMENT = resolve(import.meta.dirname, "../../spec/graph.normalised.json");

/** Prints what is wrong, a line each; returns the exit code: 1 where there is anything. */
export function checkDocument(): number {
  const facts = readFacts();
  const drifts = compareDocument(readOpenApi(JSON.parse(readFileSync(DOCUMENT, "utf8"))), facts);
  const lines = judgeDrift(drifts, "document")
    .filter(({ known }) => known === null)
    .map(({ subject, message }) => `${subject}: ${message}`);
  for (const { subject, kind } of findStale(drifts, "document")) {
    lines.push(`${subject}: ${kind} is listed in known-drift.ts and is no difference any more`);
  }
  if (readFileSync(CONSTANT_FILE, "utf8") !== toConstantText(facts)) lines.push(`${CONSTANT_FILE} is stale: --write`);
  for (const line of lines) console.error(line);
  return lines.length === 0 ? 0 : 1;
}
