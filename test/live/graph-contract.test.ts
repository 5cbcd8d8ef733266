/**
 * The suite on a tenant: `npm run test:live`, and no part of `npm test`.
 *
 * Vitest ends its workers at once where it is interrupted: what a run with GRAPH_ALLOW_WRITES=1 had made by then is in the
 * journal, and the command that removes it is told when the run begins. `graph-certkit contract run` cleans up itself.
 */
import { processHost } from "../../src/node/cli/process-host.js";
import { describeGraphContract } from "../../src/vitest/describe-graph-contract.js";
import { liveTarget } from "./live-target.js";

const target = liveTarget(processHost());
if (target.skip !== undefined) process.stdout.write(`test:live: all is skipped, since ${target.skip}\n`);
describeGraphContract(target);
