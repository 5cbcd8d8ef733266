/**
 * Writes the tables of findings, of readers, of audit's findings and of the mock's behaviours into README.md, from the code (`tsx tools/readme-findings.ts`). With
 * `--check` nothing is written: exit 1 where README is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { AUDIT_RULES } from "../src/audit/rules.js";
import { RULES } from "../src/findings/rules.js";
import { BEHAVIOURS } from "../src/mock/behaviours.js";
import { READERS } from "../src/readers/judge-readers.js";
import { updateTables } from "./readme-findings/tables.js";

const file = resolve(import.meta.dirname, "../README.md");
const before = readFileSync(file, "utf8");
const after = updateTables(before, { rules: RULES, readers: READERS, auditRules: AUDIT_RULES, behaviours: BEHAVIOURS });

if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error("README.md is stale: npx tsx tools/readme-findings.ts writes its tables");
    process.exitCode = 1;
  }
} else if (after !== before) {
  writeFileSync(file, after);
}
