/** Many files in worker threads: the same reports as in one thread, whatever else happens meanwhile. */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { MAIN, PASSWORD, run, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const ARGS = ["--passin", "env:PFX_PASSWORD", "--at", "2026-01-01"];
const OPTIONS = { env: { PFX_PASSWORD: PASSWORD } };
const isWindows = process.platform === "win32";
/** Vectors of several kinds and costs, good and broken. */
const KINDS = ["openssl-default", "openssl-3des", "broken-truncated", "openssl-expired", "made-key-mismatch"];

describe("--jobs", () => {
  const scratch = useScratch();

  /** Fills a folder with so many files of all kinds, in turn; returns their paths in order. */
  function fill(count: number): string[] {
    mkdirSync(scratch("in"));
    return Array.from({ length: count }, (_, index) => {
      const path = scratch(`in/${String(index).padStart(4, "0")}.pfx`);
      copyFileSync(vector(KINDS[index % KINDS.length] ?? ""), path);
      return path;
    });
  }

  it("gives the same document, the same cards and the same notes for 1, 2 and as many as fit", async () => {
    const paths = fill(40);
    const args = [scratch("in"), "none.pfx", ...paths.slice(0, 3), `${paths[0]}/x`, "also-none.pfx"];
    for (const form of [["--json"], []]) {
      const [one, two, fitting] = await Promise.all(
        [["--jobs", "1"], ["--jobs", "2"], []].map((jobs) =>
          runMain(["preflight", ...args, ...ARGS, ...form, ...jobs], OPTIONS),
        ),
      );
      expect(one?.status).toBe(3);
      expect(one?.stdout).toContain("0039.pfx");
      expect(one?.stderr.match(/cannot read/g)).toHaveLength(3);
      expect(two).toEqual(one);
      expect(fitting).toEqual(one);
    }
  });

  it("gives one line a file with --ndjson, in any order", async () => {
    const paths = fill(30);
    const { status, stdout } = await runMain(["preflight", scratch("in"), "--ndjson", "--jobs", "2", ...ARGS], OPTIONS);
    expect(status).toBe(1);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => file).sort()).toEqual(paths);
    const rejected = lines.filter(({ verdict }) => verdict === "reject").map(({ file }) => file);
    expect(rejected.sort()).toEqual(paths.filter((_, index) => index % KINDS.length >= 2));
  });

  it("takes standard input beside them, which no other thread can read", async () => {
    const args = ["preflight", ...fill(20), "-", "--json", "--jobs", "2", ...ARGS];
    const { stdout } = await runMain(args, { ...OPTIONS, stdin: readFileSync(vector("openssl-3des")) });
    expect(JSON.parse(stdout).reports.at(-1)).toMatchObject({ file: "-", verdict: "accept" });
  });

  it.runIf(process.platform === "linux")("shows the password nowhere while it works (/proc tells)", async () => {
    const secret = "hunter2-Secret";
    writeFileSync(scratch("password"), secret);
    const files = Array.from({ length: 400 }, () => vector("openssl-3des"));
    const args = [
      "preflight",
      ...files,
      "--jobs",
      "2",
      "--ndjson",
      "--debug",
      "--passin",
      `file:${scratch("password")}`,
    ];
    const child = spawn(process.execPath, [MAIN, ...args]);
    let shown = "";
    let seen = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      shown += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (seen === "") seen = ["cmdline", "environ"].map((name) => readFileSync(`/proc/${child.pid}/${name}`)).join("");
      shown += text;
    });
    expect(await new Promise((done) => child.on("close", done))).toBe(1);
    expect(seen).toContain("preflight");
    expect(`${shown}${seen}`).not.toContain(secret);
  });
});

/** The program with other workers: what happens to a thread must not happen to the call. */
describe("a thread that fails", () => {
  const scratch = useScratch();

  interface Result {
    readonly status: number | null;
    readonly stderr: string;
    readonly document: Document;
  }

  /** Runs good files and, third and last, two that the worker chokes on; `worker` is the body of its function. */
  async function runWith(worker: string): Promise<Result> {
    const bin = scratch("dist/node/bin");
    cpSync(resolve(MAIN, ".."), bin, { recursive: true });
    copyFileSync(resolve(MAIN, "../../../../package.json"), scratch("package.json"));
    symlinkSync(resolve(MAIN, "../../../../node_modules"), scratch("node_modules"), "junction");
    renameSync(`${bin}/preflight-worker.js`, `${bin}/real-worker.js`);
    const code = `import { examineInWorker as real } from "./real-worker.js";\nexport { confirmReady } from "./real-worker.js";\nexport function examineInWorker(task) ${worker}`;
    writeFileSync(`${bin}/preflight-worker.js`, code);
    const names = ["a", "b", "bad-1", "c", "d", "bad-2"].map((name) => scratch(`${name}.pfx`));
    for (const name of names) copyFileSync(vector("openssl-3des"), name);
    const args = [`${bin}/main.js`, "preflight", ...names, "--jobs", "2", "--json", "--debug", ...ARGS];
    // Little memory, so that it is soon full.
    const env = { ...OPTIONS.env, NODE_OPTIONS: "--max-old-space-size=64" };
    const { status, stdout, stderr } = await run(process.execPath, args, { env });
    const told = stderr.match(/^graph-certkit: a defect of this program, met in /gm) ?? [];
    expect(told).toHaveLength(JSON.parse(stdout).summary.failed);
    expect(`${stdout}${stderr}`).not.toContain("hunter2");
    return { status, stderr, document: JSON.parse(stdout) };
  }

  interface Document {
    readonly summary: { readonly files: number; readonly failed: number };
    readonly reports: readonly { readonly file: string; readonly verdict: string }[];
    readonly defects: readonly { readonly file: string; readonly message: string }[];
  }

  it.each([
    ["throws", "throw new TypeError('hunter2')", /^TypeError at examineInWorker /],
    ["rejects with what is no error", "return Promise.reject('hunter2')", /^an unknown error$/],
    ["ends", "process.exit(1)", /^Error/],
    ["answers what cannot be posted", "return { outcome: () => 'hunter2' }", /^\S/],
    [
      "throws where nobody waits",
      "setTimeout(() => { throw new Error('hunter2') }); return new Promise(() => {})",
      /^Error/,
    ],
    [
      "fills its memory",
      "const all = []; for (;;) all.push(new Array(1e6).fill(1.5))",
      /^Error ERR_WORKER_OUT_OF_MEMORY/,
    ],
  ])("where it %s fails that file, not the others", async (_, statement, message) => {
    const { status, document } = await runWith(
      `{ if (task.file.includes("bad")) { ${statement} } return real(task); }`,
    );
    expect(document).toMatchObject({
      summary: { files: 6, accepted: 4, failed: 2 },
      complete: true,
      defects: [1, 2].map((index) => ({
        file: scratch(`bad-${index}.pfx`),
        message: expect.stringMatching(message),
      })),
    });
    expect(document.reports.map(({ file }) => file)).toEqual(
      ["a", "b", "c", "d"].map((name) => scratch(`${name}.pfx`)),
    );
    expect(status).toBe(70);
  });

  it("where it cannot start leaves the work to the main thread, which says so", async () => {
    const { status, stderr, document } = await runWith("{ this is no program");
    expect(document).toMatchObject({ summary: { files: 6, accepted: 6 }, complete: true, defects: [] });
    expect(stderr).toMatch(
      /^graph-certkit: no threads can be started \(--debug shows why\), so one does all the work\n/,
    );
    expect(stderr).toContain("SyntaxError");
    expect(status).toBe(0);
  });

  it("where it cannot start again fails what it should have done, and the call ends", async () => {
    const once =
      "{ if (task.file.includes('bad-1')) { unlinkSync(new URL(import.meta.url)); process.exit(1); } return real(task); }";
    const { status, document } = await runWith(`${once}\nimport { unlinkSync } from "node:fs";`);
    expect(document.summary.files).toBe(6);
    expect(document.summary.failed).toBeGreaterThanOrEqual(1);
    expect(status).toBe(70);
  });
});

describe.skipIf(isWindows)("an interruption (Windows has no signals)", () => {
  const scratch = useScratch();

  interface Interrupted {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }

  /** Runs many files and sends a signal once so much was printed. */
  async function interrupt(args: readonly string[], signal: NodeJS.Signals, bytes = 2000): Promise<Interrupted> {
    const files = Array.from({ length: 3000 }, () => vector("openssl-3des"));
    writeFileSync(scratch("list"), files.join("\n"));
    const child = spawn(process.execPath, [MAIN, "preflight", "--files-from", scratch("list"), ...ARGS, ...args], {
      env: { PATH: process.env["PATH"], ...OPTIONS.env },
      cwd: scratch(),
    });
    let stdout = "";
    let stderr = "";
    let isSent = false;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.length > bytes && !isSent) isSent = child.kill(signal);
    });
    const status = await new Promise<number | null>((done) => child.on("close", done));
    return { status, stdout, stderr };
  }

  it.each([
    ["SIGINT", "1", 130],
    ["SIGINT", "2", 130],
    ["SIGTERM", "2", 143],
  ] as const)("by %s with --jobs %s leaves a whole document and says how far it came", async (signal, jobs, code) => {
    const { status, stdout, stderr } = await interrupt(["--json", "--jobs", jobs], signal);
    expect(status).toBe(code);
    const { reports, summary, complete } = JSON.parse(stdout);
    expect({ files: summary.files, complete }).toEqual({ files: reports.length, complete: false });
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(3000);
    expect(stderr.replace("at least ", "")).toMatch(/^graph-certkit: interrupted after [\d,]+ of [\d,]+ files\n$/);
    expect(stderr).toContain(`after ${new Intl.NumberFormat("en-US").format(reports.length)} of`);
  });

  it("leaves whole lines and whole files", async () => {
    const { status, stdout } = await interrupt(
      ["--ndjson", "--jobs", "2", "--junit", "junit.xml", "--sarif", "log.sarif"],
      "SIGINT",
    );
    expect(status).toBe(130);
    expect(stdout.endsWith("\n")).toBe(true);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const junit = readFileSync(scratch("junit.xml"), "utf8");
    expect(junit.trimEnd().endsWith("</testsuites>")).toBe(true);
    expect(junit.match(/<testcase /g)?.length).toBeGreaterThanOrEqual(lines.length);
    expect(JSON.parse(readFileSync(scratch("log.sarif"), "utf8")).runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
    });
  });

  it("ends although a file never answers, in this thread and in others", async ({ skip }) => {
    if ((await run("mkfifo", [scratch("pipe.pfx")]).catch(() => undefined))?.status !== 0) skip("there is no mkfifo");
    for (const jobs of ["1", "2"]) {
      // Bash counts a process that a signal ends as it counts one that exits with 130.
      const script = `"$0" "$@" & sleep 1.5; kill -INT $!; wait $!; echo $?`;
      const args = ["preflight", scratch("pipe.pfx"), "--jobs", jobs, ...ARGS];
      const { stdout, stderr } = await run("bash", ["--norc", "-c", script, process.execPath, MAIN, ...args], OPTIONS);
      expect({ stdout, stderr }).toEqual({
        stdout: "130\n",
        stderr: "graph-certkit: interrupted after 0 of 1 file\n",
      });
    }
  });

  it("is no matter for a reader that goes away first: the verdict counts", async () => {
    const files = Array.from({ length: 200 }, () => vector("broken-truncated"));
    const script = `"$0" "$@" | head -1; echo "\${PIPESTATUS[0]}"`;
    for (const form of ["--ndjson", "--json"]) {
      const args = ["preflight", ...files, form, "--jobs", "2", ...ARGS];
      const { stdout, stderr } = await run("bash", ["--norc", "-c", script, process.execPath, MAIN, ...args], OPTIONS);
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^.*\n1\n$/);
    }
  });
});

it("has the worker beside the program, where the pool looks for it", () => {
  expect(existsSync(resolve(MAIN, "../preflight-worker.js"))).toBe(true);
});
