/**
 * Looks for drift between spec/ and what Graph says of itself.
 *
 *   tsx tools/check-drift.ts                      the normalised document against the facts in spec/; no network
 *   tsx tools/check-drift.ts --csdl FILE|URL      facts and document against metadata; --json for machines
 *   tsx tools/check-drift.ts --csdl FILE|URL --write --commit SHA --date YYYY-MM-DD
 *                                                 takes the facts anew, of the types and actions that they speak of
 *
 * Exit code: 0 no difference that is news, 1 at least one, 2 could not compare.
 */
import { parseArgs } from "node:util";
import { readCsdl } from "../src/contract/drift/read-csdl.js";
import { readPackageManifest } from "../src/node/cli/package-manifest.js";
import { processHost } from "../src/node/cli/process-host.js";
import { readMetadata } from "../src/node/cli/read-metadata.js";
import { runContractDrift } from "../src/node/cli/run-contract-drift.js";
import { checkDocument } from "./check-drift/check-document.js";
import { readFacts, takeFacts, writeFacts } from "./check-drift/write-facts.js";

const COULD_NOT = 2;

async function main(): Promise<number> {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({ options: { csdl: text, json: flag, write: flag, commit: text, date: text } });
  const { csdl, json = false, write = false, commit, date } = values;
  if (csdl === undefined) return checkDocument();
  if (!write) return await runContractDrift({ csdl, json }, processHost(), readPackageManifest());
  if (commit === undefined || date === undefined) throw new Error("--write expects --commit and --date");
  writeFacts(takeFacts(readFacts(), readCsdl(await readMetadata(csdl, processHost())), { commit, date }));
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`check-drift: ${error instanceof Error ? error.message : String(error)}`);
  return COULD_NOT;
});
