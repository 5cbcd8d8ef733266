/** Who works on a path, as far as that can be seen without threads: test/cli has those. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../../src/limits.js";
import type { ExaminerOptions } from "../../../../src/node/cli/examiner.js";
import { createExaminer } from "../../../../src/node/cli/examiner.js";
import { openPasswordSource } from "../../../../src/node/cli/password-source.js";
import { PathError } from "../../../../src/node/path-error.js";
import { chunks, fakeHost } from "./fake-host.js";

const FILE = resolve(import.meta.dirname, "../../../vectors/pkcs12/openssl-default.p12");
const { signal } = new AbortController();

async function options(changes: Partial<ExaminerOptions> = {}): Promise<ExaminerOptions> {
  return {
    settings: { target: "api-connector", now: new Date("2026-01-01"), limits: DEFAULT_LIMITS, isDebug: false },
    stdin: chunks([readFileSync(FILE)]),
    password: await openPasswordSource("pass:graph-certkit", fakeHost().host),
    question: (file) => `${file}?`,
    jobs: undefined,
    seen: () => 1,
    onNoThreads: () => expect.unreachable(),
    ...changes,
  };
}

describe("createExaminer", () => {
  it.each([
    ["one job", { jobs: 1, seen: () => 1_000_000 }],
    ["few paths", { jobs: undefined, seen: () => 15 }],
  ])("works in this thread for %s", async (_, changes) => {
    const examiner = createExaminer(await options(changes));
    const { outcome } = await examiner.examine({ kind: "file", file: FILE }, signal);
    expect(outcome).toMatchObject({ kind: "report", report: { file: FILE, verdict: "accept" } });
    await examiner.close();
  });

  it("takes as many jobs as it is told, and not more than four by itself", async () => {
    expect(createExaminer(await options({ jobs: 7 })).jobs).toBe(7);
    expect(createExaminer(await options()).jobs).toBeLessThanOrEqual(4);
  });

  it("reads standard input in this thread, however many jobs there are", async () => {
    const examiner = createExaminer(await options({ jobs: 2 }));
    const { outcome } = await examiner.examine({ kind: "stdin" }, signal);
    expect(outcome).toMatchObject({ kind: "report", report: { file: "-", verdict: "accept" } });
  });

  it("asks in this thread, once, before there are threads", async () => {
    const { host, questions } = fakeHost({ answer: "graph-certkit" });
    const password = await openPasswordSource(undefined, host);
    const examiner = createExaminer(await options({ password, jobs: 2 }));
    const examined = await Promise.all([FILE, FILE].map((file) => examiner.examine({ kind: "file", file }, signal)));
    expect(examined.map(({ outcome }) => outcome.kind)).toEqual(["report", "report"]);
    expect(questions).toEqual([`${FILE}?`]);
  });

  it("passes on what is known to be unreadable", async () => {
    const examiner = createExaminer(await options({ jobs: 2 }));
    const error = new PathError("read", "folder", "EACCES");
    expect(await examiner.examine({ kind: "unreadable", error }, signal)).toMatchObject({
      outcome: { kind: "unreadable", unreadable: { file: "folder", code: "EACCES", message: "permission denied" } },
      notes: "graph-certkit: cannot read folder: permission denied (EACCES)\n",
    });
  });

  it("works in this thread where no others can be started, and says so once", async () => {
    const reasons: unknown[] = [];
    // The tests run the sources, beside which there is no compiled worker.
    const onNoThreads = (error: unknown): void => void reasons.push(error);
    const examiner = createExaminer(await options({ jobs: 2, onNoThreads }));
    const examined = await Promise.all([FILE, FILE].map((file) => examiner.examine({ kind: "file", file }, signal)));
    expect(examined.map(({ outcome }) => outcome.kind)).toEqual(["report", "report"]);
    expect(reasons).toHaveLength(1);
    await examiner.close();
  });
});
