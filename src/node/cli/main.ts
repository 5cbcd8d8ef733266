#!/usr/bin/env node
/** Entry of the command line. */
import { EXIT_CODE } from "./exit-codes.js";
import { exitAfter, processHost } from "./process-host.js";
import { runCli } from "./program.js";

const exitCode = await runCli(process.argv.slice(2), processHost());
// Set, not called: what is written to a pipe may still be on its way. A failed output has set it before.
process.exitCode ??= exitCode;
if (exitCode === EXIT_CODE.cancelled) await exitAfter("SIGINT");
if (exitCode === EXIT_CODE.terminated) await exitAfter("SIGTERM");
