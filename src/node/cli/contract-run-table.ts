/** The options that `contract run` and `contract record` share, and what their help says. */
import type { Command } from "commander";

/** Declares what is played. */
export function declareSelection(command: Command): Command {
  return command
    .option("--rules <ids>", "judge by these rules alone, such as C4,S6 (contract rules lists them)")
    .option("--scenario <id...>", "play this scenario alone; may be repeated")
    .option(
      "--phase <name...>",
      "play this phase alone: examples, boundaries, metamorphic, races, properties, sequences",
    )
    .option("--object <kind:id...>", "look at connector:ID or servicePrincipal:ID, which are there already")
    .option("--seed <n>", "decides what is drawn; random draws one and tells it; default: 1")
    .option("--draws <n>", "how many of each drawn scenario; default: 20 for a mock, else 1");
}

/** Declares everything that a run can be told. Values are checked later: a message of commander's would repeat them. */
export function declareRunOptions(command: Command): Command {
  declareSelection(
    command
      .requiredOption("--base-url <url>", "the service root with its version, such as http://127.0.0.1:7080/v1.0")
      .option("--mode <mode>", "mock, read-only or live; default: mock on this machine, read-only elsewhere"),
  );
  return command
    .option("--replay <draw>", "play one draw again: SCENARIO:SEED:PATH as a failure prints it")
    .option(
      "--token-command <command>",
      "a shell's command that prints a bearer token; default: the variable GRAPH_TOKEN",
    )
    .option("--certificate <file>", "sign in an app by its certificate: a PFX")
    .option("--passin <source>", "password of --certificate: pass:PASSWORD, env:NAME, file:PATH, stdin or prompt")
    .option("--client-id <id>", "the app of --certificate")
    .option("--tenant <id>", "the tenant of --certificate, and the one that --allow-writes is meant for")
    .option(
      "--cloud <id>",
      "whose login authority is asked: global, us-gov-l4, us-gov-l5, china; default: by --base-url",
    )
    .option("--allow-writes", "with --mode live and --tenant: let it make objects of its own, and remove them")
    .option("--max-requests <n>", "end after so many requests; default: 1000, without end for a mock")
    .option("--max-time <time>", "end after so long, such as 10m")
    .option("--max-objects <n>", "with --mode live: how many objects may be there at once; default: 20")
    .option(
      "--settle <n>",
      "reads in a row that must agree before they are judged; default: 5 with --mode live, else 1",
    )
    .option("--lag-deadline <time>", "how long reads may take to settle; default: 3m")
    .option("--prefix <text>", "with --mode live: what names of objects begin with; default: zz-graph-contract")
    .option("--journal <file>", "with --mode live: where what is made is noted; default: a new file in this folder")
    .option("--deviations <file>", "known differences, as spec/deviations.schema.json describes them")
    .option("--treat-as-foreign", "treat a service of this machine as a tenant's")
    .option("--allow-http", "send the token in clear to another machine")
    .option("--json", "print each result and the summary as a line of JSON")
    .option("--verbose", "tell what passes, too")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .option("--no-color", "no colours; NO_COLOR and FORCE_COLOR are honoured too");
}

/** Declares where reports go. */
export function declareReports(command: Command): Command {
  return command
    .option(
      "--report <kind=file...>",
      "write a report: junit=FILE, json=FILE, html=FILE or sarif=FILE; may be repeated",
    )
    .option("--force", "let --report replace a file");
}

/** Behind the options of a run. */
export const RUN_NOTES = `
mock       plays everything, writes and deletes; only on this machine.
read-only  sends nothing but GET, to what --object names.
live       makes an application, a servicePrincipal and connectors of its own, writes to nothing else, and removes them
           when it ends, also after Ctrl-C. What a crash leaves, "contract sweep" removes.

A token is never an argument: others on the machine would see it. A mock of this machine takes any, so none is needed.
Secrets are taken out of whatever is printed or written to a report.

Exit code: 0 nothing wrong, 1 at least one failure, 2 it could not run: wrong usage, no token or one that is refused, a
service that cannot be reached. What is only observed, and known differences, count for nothing.`;
