/** `--ndjson`, `--json`, `--junit` and `--sarif` over one folder: all list every file, and say why the broken ones are. */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { XmlDocument } from "libxml2-wasm";
import type { Run } from "sarif";
import { beforeEach, describe, expect, it } from "vitest";
import { readSarif } from "../node/node/cli/sarif-schema.js";
import type { Ran } from "./run-main.js";
import { MAIN, PASSWORD, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";
import { unprivileged } from "./unprivileged.js";

const read = readSarif();
const ARGS = ["--passin", `pass:${PASSWORD}`, "--at", "2026-01-01"];

/** Escape sequences and markup in names of files; Windows takes none of these characters. */
const HOSTILE = process.platform === "win32" ? "quiet" : '\u001b[2J]]>"&<\u202e{0}\n';

describe("reports", () => {
  const scratch = useScratch();
  const names = Array.from({ length: 10 }, (_, index) => `good-${index}.pfx`);
  const broken = [`broken-${HOSTILE}.pfx`, "expired.p12"];

  beforeEach(() => {
    mkdirSync(scratch("in"));
    for (const name of names) copyFileSync(vector("openssl-default"), scratch(`in/${name}`));
    copyFileSync(vector("broken-truncated"), scratch(`in/${broken[0]}`));
    copyFileSync(vector("openssl-expired"), scratch(`in/${broken[1]}`));
  });

  /** Runs preflight over the folder, from the one above. */
  function preflight(...args: string[]): Promise<Ran> {
    return runMain(["preflight", "in", ...ARGS, ...args], { cwd: scratch() });
  }

  function readRun(name: string): Run {
    const [run] = read(readFileSync(scratch(name), "utf8")).runs;
    if (run === undefined) throw new Error("no run");
    return run;
  }

  it("all list twelve files, and the two that are broken say why", async () => {
    const { status, stdout } = await preflight("--ndjson", "--junit", "junit.xml", "--sarif", "log.sarif");
    expect(status).toBe(1);

    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => file).sort()).toEqual([...names, ...broken].map((name) => `in/${name}`).sort());
    const rejected = lines.filter(({ verdict }) => verdict === "reject");
    const reasons = rejected.map(
      ({ findings }) => findings.find(({ severity }: { severity: string }) => severity === "error").id,
    );
    expect(reasons.sort()).toEqual(["expired", "truncated"]);

    const document = XmlDocument.fromString(readFileSync(scratch("junit.xml"), "utf8"));
    const failures = document.find("/testsuites/testsuite/testcase/failure/@type").map(({ content }) => content);
    expect(document.find("/testsuites/testsuite/testcase")).toHaveLength(12);
    expect(failures.sort()).toEqual(["expired", "truncated"]);
    document.dispose();

    const run = readRun("log.sarif");
    expect(run.artifacts).toHaveLength(12);
    expect(run.invocations?.[0]?.executionSuccessful).toBe(true);
    const errors = run.results?.filter(({ level }) => level === "error") ?? [];
    expect(errors.map(({ ruleId }) => ruleId).sort()).toEqual(["expired", "truncated"]);
    const uris = errors.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "");
    expect(uris.map(decodeURIComponent).sort()).toEqual(broken.map((name) => `in/${name}`).sort());
  });

  it("write files that no terminal minds, as other programs make them, beside nothing else", async () => {
    await preflight("--junit", "junit.xml", "--sarif", "log.sarif");
    expect(readdirSync(scratch()).sort()).toEqual(["in", "junit.xml", "log.sarif"]);
    for (const name of ["junit.xml", "log.sarif"]) {
      expect(readFileSync(scratch(name), "utf8")).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
      if (process.platform !== "win32") expect(statSync(scratch(name)).mode & 0o777 & ~0o644).toBe(0);
    }
  });

  it("print --json as ever beside them", async () => {
    const { stdout } = await preflight("--json", "--sarif", "log.sarif");
    expect(JSON.parse(stdout)).toMatchObject({ summary: { files: 12, accepted: 10, rejected: 2 }, complete: true });
    expect(readRun("log.sarif").artifacts).toHaveLength(12);
  });

  it("tell what cannot be read, and exit with 3", async () => {
    const { status } = await preflight("missing.pfx", "--junit", "junit.xml", "--sarif", "log.sarif");
    expect(status).toBe(3);
    expect(readFileSync(scratch("junit.xml"), "utf8")).toContain('<error message="cannot be read: no such file');
    expect(readRun("log.sarif")).toMatchObject({
      invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: "unreadable" } }] }],
    });
  });

  it("make failures of warnings with --fail-on warning", async () => {
    const { status } = await preflight("--fail-on", "warning", "--junit", "junit.xml");
    expect(status).toBe(1);
    expect(readFileSync(scratch("junit.xml"), "utf8")).toContain('type="aes-protection"');
  });

  it.skipIf(process.platform === "win32")("are whole where Ctrl-C comes first (Windows has no signals)", async () => {
    const reports = ["--junit", "junit.xml", "--sarif", "log.sarif", "--jobs", "1"];
    const args = [MAIN, "preflight", "in", "-", ...ARGS, ...reports, "--ndjson"];
    const child = spawn(process.execPath, args, { cwd: scratch(), stdio: ["pipe", "pipe", "ignore"] });
    let lines = 0;
    for await (const chunk of child.stdout) {
      lines += String(chunk).split("\n").length - 1;
      if (lines === 12) break; // all but standard input, which never comes
    }
    const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await closed).toBe(130);
    const document = XmlDocument.fromString(readFileSync(scratch("junit.xml"), "utf8"));
    expect(document.find("/testsuites/testsuite/testcase")).toHaveLength(13);
    expect(document.find("/testsuites/testsuite/testcase[@name='(interrupted)']/error")).toHaveLength(1);
    document.dispose();
    const run = readRun("log.sarif");
    expect(run.artifacts).toHaveLength(12);
    expect(run.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: "interrupted" } }],
    });
  });

  it.each(["--junit", "--sarif"])("leave a file that is there alone without --force: %s", async (option) => {
    writeFileSync(scratch("report"), "mine");
    const refused = await preflight(option, "report");
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain("cannot write report: it exists already; --force replaces it (EEXIST)");
    expect(readFileSync(scratch("report"), "utf8")).toBe("mine");
    expect((await preflight(option, "report", "--force")).status).toBe(1);
    expect(readFileSync(scratch("report"), "utf8")).toMatch(/^[<{]/);
  });

  it.each([
    ["two reports in one file", ["--junit", "a", "--sarif", "./a"], "--junit and --sarif name the same file"],
    ["two documents on one output", ["--json", "--ndjson"], "--json and --ndjson exclude each other"],
    ["standard output for a report", ["--junit", "-"], "--junit expects the name of a file"],
    ["no name", ["--sarif="], "--sarif expects the name of a file"],
    ["--force for nothing", ["--force"], "--force is for --junit and --sarif"],
  ])("refuse %s", async (_, args, message) => {
    const { status, stdout, stderr } = await preflight(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`graph-certkit: ${message}\n`);
  });

  it.skipIf(process.platform === "win32")(
    "see the same file behind a link (Windows needs a right for links)",
    async () => {
      symlinkSync(".", scratch("here"));
      expect((await preflight("--junit", "a", "--sarif", "here/a")).status).toBe(2);
    },
  );

  it("refuse a folder that is not there, before any work", async () => {
    const { status, stdout, stderr } = await preflight("--junit", "none/junit.xml");
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain("cannot write none/junit.xml: no such file or folder (ENOENT)");
  });

  it("refuse a folder that takes no files, before any work", async ({ skip }) => {
    const user = await unprivileged();
    if ("reason" in user) return skip(user.reason);
    mkdirSync(scratch("mine"), { mode: 0o755 });
    const args = ["preflight", vector("openssl-default"), ...ARGS, "--sarif", scratch("mine/log.sarif")];
    const { status, stdout, stderr } = await runMain(args, user.options);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toContain("permission denied (EACCES)");
    expect(existsSync(scratch("mine/log.sarif"))).toBe(false);
  });
});
