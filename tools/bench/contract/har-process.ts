/** The process in which a HAR is made, or one in which it is checked. Takes a job as its one argument. */
import { checkHar } from "./check-har.js";
import type { HarJob } from "./job.js";
import { makeHar } from "./make-har.js";

const job = JSON.parse(process.argv[2] ?? "") as HarJob;
if (job.kind === "make") await makeHar(job);
else process.stdout.write(JSON.stringify(await checkHar(job)));
process.exit();
