/** The table of `graph-certkit contract …`; the work is in run-contract-….ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { RunFlags } from "./contract-options.js";
import { declareReports, declareRunOptions, declareSelection, RUN_NOTES } from "./contract-run-table.js";
import type { Host } from "./host.js";
import type { PackageManifest } from "./package-manifest.js";
import type { ContractCheckFlags } from "./run-contract-check.js";
import type { ContractDriftFlags } from "./run-contract-drift.js";
import type { ContractParityFlags } from "./run-contract-parity.js";
import type { ContractPlanFlags } from "./run-contract-plan.js";
import type { ContractRecordFlags } from "./run-contract-record.js";
import type { ContractRulesFlags } from "./run-contract-rules.js";
import type { ContractSweepFlags } from "./run-contract-sweep.js";

/** Where Graph publishes what it says of itself. */
const GRAPH_METADATA = "https://graph.microsoft.com/v1.0/$metadata";

/** What every subcommand is declared with. */
interface Table {
  readonly contract: Command;
  readonly host: Host;
  readonly manifest: PackageManifest;
  /** Takes the exit code. */
  readonly finish: (exitCode: number) => void;
}

/**
 * Declares the command and its subcommands.
 * @param finish - takes the exit code
 */
export function declareContract(
  program: Command,
  host: Host,
  manifest: PackageManifest,
  finish: (exitCode: number) => void,
): void {
  const contract = program.command("contract").description("Hold a Microsoft Graph, or a mock of it, to its contract.");
  const table = { contract, host, manifest, finish };
  declareRun(table);
  declareTraffic(table);
  declareSweep(table);
  declareLists(table);
  declareDrift(table);
}

function declareRun({ contract, host, manifest, finish }: Table): void {
  const run = contract.command("run").description("Play the contract against a service and judge its answers.");
  declareReports(declareRunOptions(run))
    .addHelpText("after", RUN_NOTES)
    .action(async (flags: RunFlags) => {
      const { runContractRun } = await import("./run-contract-run.js");
      finish(await runContractRun(flags, host, manifest));
    });
  const record = contract
    .command("record")
    .description("Run, and keep the traffic in a cassette without its secrets.")
    .requiredOption("--out <file>", "the cassette: a new file");
  declareReports(declareRunOptions(record))
    .addHelpText("after", RUN_NOTES)
    .action(async (flags: ContractRecordFlags) => {
      const { runContractRecord } = await import("./run-contract-record.js");
      finish(await runContractRecord(flags, host, manifest));
    });
}

function declareTraffic({ contract, host, manifest, finish }: Table): void {
  const check = contract
    .command("check")
    .description("Judge recorded traffic, offline.")
    .argument("<file>", "HAR or cassette, or - for standard input")
    .option("--rules <ids>", "judge by these rules alone, such as C4,S6")
    .option("--deviations <file>", "known differences, as spec/deviations.schema.json describes them")
    .option("--json", "print each result and the summary as a line of JSON")
    .option("--verbose", "tell what passes, too")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too");
  declareReports(check)
    .addHelpText("after", CHECK_NOTES)
    .action(async (file: string, flags: ContractCheckFlags) => {
      const { runContractCheck } = await import("./run-contract-check.js");
      finish(await runContractCheck(file, flags, host, manifest));
    });
  contract
    .command("parity")
    .description("Send what a cassette recorded to a mock, and compare the answers.")
    .argument("<file>", "cassette or HAR, or - for standard input")
    .option("--base-url <url>", "a mock of this machine; default: a new one in this process")
    .option("--fault <name...>", "make the mock in this process wrong on purpose (mock --faults lists them)")
    .option("--json", "print each comparison and the counts as a line of JSON")
    .option("--verbose", "tell what is equal, too")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .addHelpText("after", PARITY_NOTES)
    .action(async (file: string, flags: ContractParityFlags) => {
      const { runContractParity } = await import("./run-contract-parity.js");
      finish(await runContractParity(file, flags, host, manifest));
    });
}

function declareSweep({ contract, host, finish }: Table): void {
  contract
    .command("sweep")
    .description("Remove what runs in mode live have left behind.")
    .requiredOption("--base-url <url>", "the service root with its version")
    .option("--journal <file>", "the journal of a run: what it made")
    .option("--prefix <text>", "what names begin with; default: zz-graph-contract")
    .option("--older-than <time>", "leave alone what was made since; default: 1h without --journal, 0 with it")
    .option("--dry-run", "tell what would be removed")
    .option(
      "--token-command <command>",
      "a shell's command that prints a bearer token; default: the variable GRAPH_TOKEN",
    )
    .option("--certificate <file>", "sign in an app by its certificate: a PFX")
    .option("--passin <source>", "password of --certificate")
    .option("--client-id <id>", "the app of --certificate")
    .option("--tenant <id>", "the tenant that is swept")
    .option("--cloud <id>", "whose login authority is asked; default: by --base-url")
    .option("--allow-writes", "let it delete")
    .option("--treat-as-foreign", "treat a service of this machine as a tenant's")
    .option("--allow-http", "send the token in clear to another machine")
    .option("--json", "print each object as a line of JSON")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .addHelpText("after", SWEEP_NOTES)
    .action(async (flags: ContractSweepFlags) => {
      const { runContractSweep } = await import("./run-contract-sweep.js");
      finish(await runContractSweep(flags, host));
    });
}

function declareLists({ contract, host, manifest, finish }: Table): void {
  contract
    .command("rules")
    .description("List the rules: what they say, what they rest on, and where that is to be read.")
    .option("--json", "print one JSON document")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .action(async (flags: ContractRulesFlags) => {
      const { runContractRules } = await import("./run-contract-rules.js");
      finish(runContractRules(flags, host, manifest));
    });
  const plan = contract
    .command("plan")
    .description("List every request that a run would send, and the permissions that it needs. Sends nothing.")
    .option("--mode <mode>", "live, read-only or mock; default: live");
  declareSelection(plan)
    .option("--settle <n>", "reads in a row that must agree; default: 5 with --mode live, else 1")
    .option("--json", "print one JSON document")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too")
    .action(async (flags: ContractPlanFlags) => {
      const { runContractPlan } = await import("./run-contract-plan.js");
      finish(await runContractPlan(flags, host, manifest));
    });
}

function declareDrift({ contract, host, manifest, finish }: Table): void {
  contract
    .command("drift")
    .description("Compare types and actions with the service's own metadata (OData CSDL 4.0).")
    .option("--csdl <source>", "file, address (http, https), or - for standard input", GRAPH_METADATA)
    .option("--json", "print one JSON document")
    .addHelpText("after", DRIFT_NOTES)
    .action(async (flags: ContractDriftFlags) => {
      const { runContractDrift } = await import("./run-contract-drift.js");
      finish(await runContractDrift(flags, host, manifest));
    });
}

const CHECK_NOTES = `
Nothing is sent, and no token is needed. A HAR is what the network tab of a browser saves; a cassette is what "contract
record" writes. Both are read as a stream. What is not for an operation of the contract is passed over.

Exit code: 0 nothing wrong, 1 at least one failure, 2 it could not be judged: wrong usage, no such file, neither of both.`;

const PARITY_NOTES = `
Ids, times, keys and what follows from them are compared by their shape, since no two services give the same.

Exit code: 0 all answers agree, 1 at least one does not, 2 they could not be compared.`;

const SWEEP_NOTES = `
With --journal, what that run made and did not remove; else whatever was made by any run, which its name tells. The journal
is removed when nothing of it is left. Deleting needs --allow-writes and --tenant, as "contract run --mode live" does.

Exit code: 0 nothing is left, 1 something could not be removed, 2 it could not be tried.`;

const DRIFT_NOTES = `
Without --csdl the metadata is fetched from Microsoft Graph. Whether it is served without a token has not been verified:
where it is not, save it to a file and name that. No token is ever sent. Read are at most 20 MB, for at most a minute.
Each difference takes a line; one that is known is told with its reason and does not count.

Exit code: 0 no difference that is news, 1 at least one, 2 could not compare: wrong usage, a source that cannot be read
or fetched, no XML, no CSDL 4, none of the types that are known here.`;
