/**
 * The process in which openings are measured: one for each file, with nothing loaded but the contenders.
 * Takes a job as its one argument and the password in its environment; prints the rows.
 */
import { readFileSync } from "node:fs";
import { PASSWORD_VARIABLE } from "../make-files.js";
import { openFileContender, parsePkcs12Contender } from "./graph-certkit.js";
import type { Job, JobResult } from "./job.js";
import { nativeContender } from "./native.js";
import { forgeContender } from "./node-forge.js";
import { pkijsContender } from "./pkijs.js";
import { sampleAll } from "./sample.js";

const { entry, path, thumbprint, rounds } = JSON.parse(process.argv[2] ?? "") as Job;
const password = process.env[PASSWORD_VARIABLE];
if (password === undefined) throw new Error(`${PASSWORD_VARIABLE} is not set`);
const contenders = [
  await openFileContender(entry),
  await parsePkcs12Contender(entry),
  nativeContender,
  pkijsContender,
  forgeContender,
];
const task = { bytes: new Uint8Array(readFileSync(path)), password, thumbprint };
const result: JobResult = await sampleAll(contenders, task, rounds);
process.stdout.write(JSON.stringify(result));
