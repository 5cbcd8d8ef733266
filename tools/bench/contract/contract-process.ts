/** The process that plays the suite, makes a HAR or checks one. Takes a job as its one argument. */
import { checkHar } from "./check-har.js";
import type { ContractJob } from "./job.js";
import { makeHar } from "./make-har.js";
import { runSuite } from "./run-suite.js";

async function work(job: ContractJob): Promise<unknown> {
  switch (job.kind) {
    case "make":
      return await makeHar(job);
    case "check":
      return await checkHar(job);
    case "run":
      return await runSuite(job);
  }
}

const result = await work(JSON.parse(process.argv[2] ?? "") as ContractJob);
process.stdout.write(JSON.stringify(result ?? null));
process.exit();
