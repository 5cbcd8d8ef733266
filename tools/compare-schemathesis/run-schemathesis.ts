/** Runs Schemathesis against a server, and reads what it found. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Fixture } from "./fixture.js";

/** How to run it. */
export interface SchemathesisOptions {
  /** The program, such as `st`. */
  readonly command: string;
  /** Of the server, with the version. */
  readonly url: string;
  readonly fixture: Fixture;
  /** Test cases for an operation in its phases fuzzing and stateful. */
  readonly examples: number;
  readonly seed: number;
}

/** What it said. */
export interface SchemathesisRun {
  /** A kind of failure and the operation, such as `ST202 POST /applications`. */
  readonly failures: ReadonlySet<string>;
  readonly testCases: number;
  readonly seconds: number;
}

interface Report {
  readonly running_time: number;
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly code: string; readonly operations: readonly unknown[] }[];
}

const SPECIFICATION = resolve(import.meta.dirname, "../../spec/graph.normalised.json");

/** It ends with 1 where it found something; anything else is no answer. @throws {Error} where it could not run */
export async function runSchemathesis(options: SchemathesisOptions): Promise<SchemathesisRun> {
  const folder = await mkdtemp(join(tmpdir(), "graph-certkit-compare-"));
  try {
    const [config, report] = [join(folder, "schemathesis.toml"), join(folder, "report.json")];
    await writeFile(config, toConfig(options.fixture));
    const args = ["--config-file", config, "run", SPECIFICATION, "--url", options.url];
    args.push("-H", "Authorization: Bearer mock", "--max-examples", String(options.examples));
    args.push("--seed", String(options.seed), "--no-color", "--report", "json", "--report-json-path", report);
    await promisify(execFile)(options.command, args, { cwd: folder, maxBuffer: 1e9 }).catch((error: unknown) => {
      if ((error as { readonly code?: unknown }).code !== 1) throw error;
    });
    const read = JSON.parse(await readFile(report, "utf8")) as Report;
    const failures = read.failures.flatMap(({ code, operations }) => operations.map((it) => `${code} ${labelOf(it)}`));
    return { failures: new Set(failures), testCases: read.test_cases.generated, seconds: read.running_time };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function labelOf(operation: unknown): string {
  return typeof operation === "string" ? operation : JSON.stringify(operation);
}

/** Gives it the ids that it cannot know. */
function toConfig(fixture: Fixture): string {
  return `[parameters]
"path.identityApiConnector-id" = "${fixture.connector}"
"path.servicePrincipal-id" = "${fixture.principal}"
"path.appId" = "${fixture.principalAppId}"
"path.application-id" = "${fixture.application}"

[[operations]]
include-name = "DELETE /identity/apiConnectors/{identityApiConnector-id}"
parameters = { "path.identityApiConnector-id" = "${fixture.connectorToDelete}" }

[[operations]]
include-method = "DELETE"
include-path-regex = "^/servicePrincipals/"
parameters = { "path.servicePrincipal-id" = "${fixture.principalToDelete}" }

[[operations]]
include-method = "DELETE"
include-path-regex = "appId"
enabled = false

[[operations]]
include-method = "DELETE"
include-path-regex = "^/applications/"
enabled = false
`;
}
