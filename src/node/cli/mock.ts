/** The table of `graph-certkit mock`; its work is in run-mock.ts, which is loaded when it is called. */
import type { Command } from "commander";
import type { Host } from "./host.js";
import type { MockFlags } from "./mock-options.js";

/**
 * Declares the command.
 * @param finish - takes the exit code
 */
export function declareMock(program: Command, host: Host, finish: (exitCode: number) => void): void {
  program
    .command("mock")
    .description("Serve a stateful mock of Microsoft Graph that really opens PFX files and mints certificates.")
    .option("--port <n>", "0 takes a free one; default: 7080")
    .option("--host <name>", "name or address to listen on; default: 127.0.0.1, which only this machine reaches")
    .option("--https", "serve https, with a certificate that is made on the spot")
    .option("--ca-out <file>", "where to write the CA of --https; default: a new file, whose path is told")
    .option("--state <file>", "keep the state in this file: what was answered is on the disk")
    .option("--seed-data <file>", "begin with these objects: JSON with applications, servicePrincipals, apiConnectors")
    .option("--seed <n>", "make ids, lags and chaos the same again; keys and passwords stay random")
    .option("--lag <ms>", "let reads lag behind writes by up to so many milliseconds; default: 0")
    .option("--throttle <size>", "throttle as Graph does a small, medium or large tenant, or by a limit such as 5/10s")
    .option("--chaos <rate>", "the share of requests, 0 to 1, that fail with 5xx or whose answer is lost; default: 0")
    .option("--fault <name...>", "make it wrong on purpose; may be repeated (--faults lists them)")
    .option("--cloud <id>", "what exists: global, us-gov-l4, us-gov-l5 or china; default: global")
    .option("--permissions <mode>", "enforce: judge roles and scp of the token; ignore (default): any token will do")
    .option("--behaviours", "list what it does and how well that is founded, and end")
    .option("--faults", "list the faults, and end")
    .option("--json", "print the ready line, or a list, as JSON")
    .option("--verbose", "tell each request on standard error: no headers, queries or bodies")
    .option("--debug", "show the causes of failures, with stack traces, on standard error")
    .addHelpText("after", NOTES)
    .action(async (flags: MockFlags) => {
      const { runMock } = await import("./run-mock.js");
      finish(await runMock(flags, host));
    });
}

const NOTES = `
One line on standard output tells that it listens, and where. It runs until it gets SIGINT (Ctrl-C) or SIGTERM, lets
requests under way finish and exits with 0; a second signal ends it at once.

Any bearer token will do: curl -H "Authorization: Bearer x" http://127.0.0.1:7080/v1.0/applications
With --https: NODE_EXTRA_CA_CERTS=FILE node …, curl --cacert FILE …

Without --state, and where only this machine reaches it, its clock can be moved: POST {"advanceMs": 86400000} as JSON to
/.graph-certkit/clock; GET tells the time. "contract run" does so.

The file of --state holds private keys and passwords; only its owner can read it. FILE.lock keeps a second process out.
--seed-data is for an empty state: where the file of --state has one, that is taken.

Exit code: 0 stopped by a signal, 1 a file holds something else or another process uses it, 2 wrong usage, 3 a path cannot
be read or written.`;
