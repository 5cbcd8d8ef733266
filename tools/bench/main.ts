/**
 * Measures this project beside its peers (`npm run bench`, on a build) and holds it against its bounds.
 *
 *   npm run bench                            the table
 *   npm run bench -- --check                 and exit 1 where a bound is missed, 3 where one cannot be measured
 *   npm run --silent bench -- --json         one JSON document
 *   npm run bench -- --only open-aes         some cases only
 *
 * Needs the openssl command (3.0 or later with its legacy provider), which makes the files. Takes about four minutes on
 * two cores, and says something about the programs only where the machine does nothing else.
 */
import { CommanderError } from "commander";
import pc from "picocolors";
import { readArguments } from "./arguments.js";
import { judgeBound } from "./bounds.js";
import { CannotMeasureError } from "./cannot-measure-error.js";
import type { Case } from "./case.js";
import { selectCases } from "./cases.js";
import { EXIT_CODE, exitCodeOf } from "./exit-codes.js";
import { readMachine } from "./machine.js";
import { renderCase, renderMachine, renderSummary } from "./report/render.js";
import type { CaseResult } from "./report/result.js";
import { toJson } from "./report/to-json.js";
import type { Workbench } from "./workbench.js";
import { withWorkbench } from "./workbench.js";

/** Runs the bench with the given arguments and returns the exit code. */
async function main(args: readonly string[], signal: AbortSignal): Promise<number> {
  const { json, check, only, rounds } = readArguments(args);
  const cases = selectCases(only);
  if (cases.length === 0) {
    console.error(`bench: no case has ${JSON.stringify(only)} in its id: ${listIds()}`);
    return EXIT_CODE.usage;
  }
  return await withWorkbench({ signal, ...(rounds === undefined ? {} : { rounds }) }, async (bench) => {
    const machine = readMachine(bench.root, bench.opensslVersion);
    const print = (text: string): void => (json ? undefined : console.log(text));
    print(renderMachine(machine));
    const results: CaseResult[] = [];
    for (const it of cases) {
      if (json || !process.stdout.isTTY) console.error(`bench: ${it.id}`);
      const result = await measure(it, bench, machine.cores);
      print(renderCase(result, pc));
      results.push(result);
    }
    print(renderSummary(results, pc).trimEnd());
    if (json) process.stdout.write(toJson({ machine, cases: results }));
    const verdicts = results.flatMap((result) => result.verdicts);
    return exitCodeOf(verdicts, check);
  });
}

async function measure({ measure, bounds, ...about }: Case, bench: Workbench, cores: number): Promise<CaseResult> {
  const rows = await measure(bench);
  return { ...about, rows, verdicts: bounds.map((bound) => judgeBound(bound, rows, cores)) };
}

function listIds(): string {
  return selectCases(undefined)
    .map(({ id }) => id)
    .join(", ");
}

const interrupt = new AbortController();
process.once("SIGINT", () => interrupt.abort());
process.once("SIGTERM", () => interrupt.abort());
try {
  process.exitCode = await main(process.argv.slice(2), interrupt.signal);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT_CODE.measured : EXIT_CODE.usage;
  } else if (error instanceof CannotMeasureError) {
    console.error(`bench: cannot measure: ${error.message}`);
    process.exitCode = EXIT_CODE.cannotMeasure;
  } else if (interrupt.signal.aborted) {
    process.exitCode = EXIT_CODE.cancelled;
  } else {
    throw error;
  }
}
