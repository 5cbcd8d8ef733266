/** The suite on a tenant: `npm run test:live`, and no part of `npm test`. */
import { processHost } from "../../src/node/cli/process-host.js";
import { describeGraphContract } from "../../src/vitest/describe-graph-contract.js";
import { liveTarget } from "./live-target.js";

const target = liveTarget(processHost());
if (target.skip !== undefined) process.stdout.write(`test:live: all is skipped, since ${target.skip}\n`);
describeGraphContract(target);
