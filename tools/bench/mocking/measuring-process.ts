/** The process in which the mock is measured, or from which servers are. Takes a job as its one argument. */
import { takeTurns } from "../command-line/take-turns.js";
import type { Runs } from "./in-process.js";
import { getRuns, manyRuns, uploadRuns } from "./in-process.js";
import type { MockingJob, MockingResult } from "./job.js";
import { httpRuns } from "./over-http.js";

/** Measurements of each row: of 200 requests, of one upload, of a thousand requests over http. */
const ROUNDS = { get: 40, "many-get": 40, "many-list": 40, upload: 60, http: 15 } as const;

/** Rounds until code is compiled: not counted. */
const WARM_UP = { get: 10, "many-get": 10, "many-list": 10, upload: 20, http: 5 } as const;

async function runsOf({ entry, mocking }: MockingJob): Promise<Runs> {
  switch (mocking.kind) {
    case "get":
      return await getRuns(entry);
    case "many-get":
      return await manyRuns(entry, "get");
    case "many-list":
      return await manyRuns(entry, "list");
    case "upload":
      return await uploadRuns(entry, mocking.files);
    case "http":
      return await httpRuns(mocking.method, mocking.servers);
  }
}

const job = JSON.parse(process.argv[2] ?? "") as MockingJob;
const { kind } = job.mocking;
const runs = await runsOf(job);
await takeTurns(runs, WARM_UP[kind], { warmUp: false });
const result: MockingResult = await takeTurns(runs, job.rounds ?? ROUNDS[kind], { warmUp: false });
process.stdout.write(JSON.stringify(result));
process.exit();
