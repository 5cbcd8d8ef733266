/**
 * Starts a mock with each of its faults, over http, and runs `graph-certkit contract run` against it: it must end with 1
 * and name the fault's rule, and so must the command that it prints for doing it again. A sound mock comes first and must
 * end with 0. `npx tsx tools/contract-faults.ts [FAULT…]`; the whole takes some minutes.
 */
import { FAULTS } from "../src/mock/faults.js";
import { runOverHttp } from "./contract-faults/run-over-http.js";

const asked = process.argv.slice(2);
const faults = FAULTS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const sound = await runOverHttp([]);
const problems = sound.exitCode === 0 ? [] : [`a sound mock: exit code ${sound.exitCode}`];
console.log(`sound: exit code ${sound.exitCode}`);
for (const { name, rule } of faults) {
  const { exitCode, rules, again } = await runOverHttp([name], rule);
  const isFound = exitCode === 1 && rules.includes(rule);
  const isFoundAgain = again?.exitCode === 1 && again.rules.includes(rule);
  console.log(`${name}: ${rules.join(" ")}; again: ${again === undefined ? "not printed" : again.rules.join(" ")}`);
  if (!isFound) problems.push(`${name}: ${rule} is not among the failures (exit code ${exitCode})`);
  else if (!isFoundAgain) problems.push(`${name}: ${rule} is not found again by ${again?.command ?? "any command"}`);
}
console.log(problems.length === 0 ? `${faults.length} faults, each found and found again` : problems.join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;
