/**
 * The rows of readers that are programs on this machine, each against the program itself over this project's vectors.
 * A file that could not be opened here is left out: no row says anything of it. So are those that ask for more than half a
 * million iterations, each of which costs every program and this one up to seconds; READERS=full asks about them too.
 */
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import { inspectPkcs12 } from "../../src/pkcs12/inspect.js";
import { judgeReaders } from "../../src/readers/judge-readers.js";
import type { ReaderId, ReaderVerdict } from "../../src/readers/reader.js";
import { announce } from "../setup/announce.js";
import { ownVectors } from "../setup/own-vectors.js";
import type { Program, Question } from "./readers/programs.js";
import { java, node, openssl } from "./readers/programs.js";

/** A disagreement that is known: the program refuses, or takes, what its row says otherwise. */
interface Exception {
  readonly vector: string;
  readonly rows: readonly ReaderId[];
  readonly reason: string;
}

const EXCEPTIONS: readonly Exception[] = [
  {
    vector: "gnutls-plain-shrouded-key",
    rows: ["openssl-3", "openssl-3-legacy", "node-20", "node-24"],
    reason: "a key in the clear under the type of an encrypted one, which is read here as what it is",
  },
  {
    vector: "hxtool-bags-without-content-info",
    rows: ["openssl-3", "openssl-3-legacy", "node-24"],
    reason: "bags where content infos belong: OpenSSL passes over them without a word",
  },
];

/** What the writers of today ask for is 600,000 and more in all. */
const MOST_ITERATIONS = process.env["READERS"] === "full" ? Number.POSITIVE_INFINITY : 500_000;

const NOW = new Date("2026-06-01T00:00:00Z");
const folder = resolve(import.meta.dirname, "../vectors/pkcs12");

const questions: (Question & { readonly id: string; readonly verdicts: readonly ReaderVerdict[] })[] = [];

beforeAll(async () => {
  for (const { entry, bytes } of ownVectors()) {
    if (iterationsOf(bytes) > MOST_ITERATIONS) continue;
    const password = entry.password ?? "";
    const opened = await openFile(bytes, { password, now: NOW });
    const verdicts = judgeReaders(opened);
    if (verdicts.every(({ opens }) => opens === null)) continue;
    questions.push({ id: entry.id, path: resolve(folder, entry.file), password, opened, verdicts });
  }
}, 120_000);

/** Those that can be seen without a password; none in a file that cannot be read. */
function iterationsOf(bytes: Uint8Array): number {
  try {
    return inspectPkcs12(bytes).workload.iterations;
  } catch {
    return 0;
  }
}

const programs: readonly [string, () => Promise<Program>][] = [
  ["openssl", () => openssl()],
  ["openssl -legacy", () => openssl("-legacy")],
  ["java", java],
  ["node", node],
];

describe.each(programs)("the row of %s", async (name, find) => {
  const program = await find().catch((error: Error) => error);
  const problem = program instanceof Error ? `${name}: ${program.message}` : undefined;
  if (problem !== undefined && process.env["CI"] === "true") throw new Error(problem);
  if (problem !== undefined) announce(`readers: skipped, ${problem}`);

  it.runIf(problem === undefined)("agrees with the program", async () => {
    if (program instanceof Error) throw program;
    const answers = await program.ask(questions);
    const disagreements = questions.flatMap(({ id, verdicts, opened }, index) => {
      const answer = answers[index];
      const verdict = verdicts.find((row) => row.id === program.row);
      if (answer === undefined || verdict === undefined) throw new Error(`no answer or no row for ${id}`);
      if (answer.opens === verdict.opens || program.isNewerThanRow?.(opened) === true) return [];
      return [
        { id, says: answer.opens ? "it opens" : answer.reason, row: verdict.refusals.map(({ message }) => message) },
      ];
    });
    const asked = new Set(questions.map(({ id }) => id));
    const known = EXCEPTIONS.filter(({ rows, vector }) => rows.includes(program.row) && asked.has(vector)).map(
      ({ vector }) => vector,
    );
    announce(`readers: ${program.name}: ${questions.length} files, ${known.length} known disagreements`);
    // What is no exception, and an exception that holds no more.
    expect(disagreements.filter(({ id }) => !known.includes(id))).toEqual([]);
    expect(known.filter((vector) => disagreements.every(({ id }) => id !== vector))).toEqual([]);
  });
});

it("has files to ask about, taken and refused by each row", () => {
  expect(questions.length).toBeGreaterThan(90);
  for (const id of ["openssl-3", "openssl-3-legacy", "java-17", "java-25", "node-20", "node-24"]) {
    const opens = questions.map(({ verdicts }) => verdicts.find((row) => row.id === id)?.opens);
    expect([...new Set(opens)].sort(), id).toEqual([false, true]);
  }
});
