/** Whole calls without a process: who is asked what, and what is read at all. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CancelledError } from "../../../../src/node/cli/failure.js";
import { runCli } from "../../../../src/node/cli/program.js";
import { PathError } from "../../../../src/node/path-error.js";
import { fakeHost } from "./fake-host.js";

const vector = (name: string): string => resolve(import.meta.dirname, "../../../vectors/pkcs12", `${name}.p12`);

describe("runCli", () => {
  it("asks for the password of one file by its name", async () => {
    const { host, stdout, questions } = fakeHost({ answer: "graph-certkit" });
    expect(await runCli(["preflight", vector("openssl-default")], host)).toBe(0);
    expect(questions).toEqual([`Password of ${vector("openssl-default")}:`]);
    expect(stdout()).toMatch(/^ACCEPT /);
  });

  it("asks once for several files, though the first cannot be read", async () => {
    const { host, questions } = fakeHost({ answer: "graph-certkit" });
    const files = ["none.pfx", vector("openssl-default"), vector("openssl-3des")];
    expect(await runCli(["preflight", ...files], host)).toBe(3);
    expect(questions).toEqual(["Password of all files:"]);
  });

  it("asks for nothing where no file can be read or the body cannot be written", async () => {
    const { host, questions } = fakeHost({ answer: "graph-certkit" });
    expect(await runCli(["preflight", "none.pfx"], host)).toBe(3);
    expect(await runCli(["payload", "upload", vector("openssl-default"), "--out", vector("openssl-3des")], host)).toBe(
      2,
    );
    expect(questions).toEqual([]);
  });

  it("asks once for a payload too, and puts the answer into it", async () => {
    const { host, stdout, questions } = fakeHost({ answer: "graph-certkit" });
    expect(await runCli(["payload", "upload", vector("openssl-default")], host)).toBe(0);
    expect(questions).toHaveLength(1);
    expect(JSON.parse(stdout())).toMatchObject({ password: "graph-certkit" });
  });

  it("says nothing where the user gives up", async () => {
    const promptPassword = (): Promise<string> => Promise.reject(new CancelledError("gave up"));
    const { host, stdout, stderr } = fakeHost({ isInteractive: true, promptPassword });
    expect(await runCli(["preflight", vector("openssl-default")], host)).toBe(130);
    expect(stdout() + stderr()).toBe("");
  });

  it("repeats no control character of a mistyped option", async () => {
    const { host, stderr } = fakeHost({});
    expect(await runCli(["preflight", "--\u001b[2Jpassin", "x.pfx"], host)).toBe(2);
    expect(stderr()).toContain("unknown option '--\\1B[2Jpassin'");
    expect(stderr()).not.toContain("\u001b");
  });

  it("tells a defect in one line", async () => {
    const promptPassword = (): Promise<string> => Promise.reject(new RangeError("odd"));
    const { host, stderr } = fakeHost({ isInteractive: true, promptPassword });
    expect(await runCli(["preflight", vector("openssl-default")], host)).toBe(70);
    expect(stderr()).toBe("graph-certkit: a defect of this program (--debug shows where): odd\n");
  });

  it("uses the host's clock, unless --at says otherwise", async () => {
    const now = (): Date => new Date("2100-01-01T00:00:00Z");
    const args = ["preflight", vector("openssl-default"), "--passin", "pass:graph-certkit"];
    const late = fakeHost({ now });
    expect(await runCli(args, late.host)).toBe(1);
    expect(late.stdout()).toContain("expired");
    expect(await runCli([...args, "--at", "2026-01-01"], fakeHost({ now }).host)).toBe(0);
  });

  it("colours cards on a terminal, and never JSON", async () => {
    for (const [options, isColored] of [
      [[], true],
      [["--json"], false],
      [["--no-color"], false],
    ] as const) {
      const { host, stdout } = fakeHost({ isTerminal: true });
      await runCli(["preflight", vector("openssl-default"), "--passin", "pass:graph-certkit", ...options], host);
      expect(stdout().includes("\u001b[")).toBe(isColored);
    }
  });
});

describe("preflight of many paths", () => {
  const PASSIN = ["--passin", "pass:graph-certkit", "--jobs", "1"];

  it("takes a list beside the arguments, in this order", async () => {
    const { host, stdout } = fakeHost({ input: [`${vector("openssl-3des")}\n`, "none.pfx\n"] });
    const args = ["preflight", vector("openssl-default"), "--files-from", "-", "--json", ...PASSIN];
    expect(await runCli(args, host)).toBe(3);
    const { reports, unreadable, complete } = JSON.parse(stdout());
    expect(reports.map(({ file }: { file: string }) => file)).toEqual([
      vector("openssl-default"),
      vector("openssl-3des"),
    ]);
    expect(unreadable).toMatchObject([{ file: "none.pfx" }]);
    expect(complete).toBe(true);
  });

  it("reads nothing that is not called for: no list, no password", async () => {
    const input = ["never read"];
    for (const args of [["-", "-"], ["-", "--files-from", "-"], ["-", "--passin", "stdin"], []]) {
      const { host, stderr } = fakeHost({ input });
      const stdin = { [Symbol.asyncIterator]: () => expect.unreachable() };
      expect(await runCli(["preflight", ...args], { ...host, stdin })).toBe(2);
      expect(stderr()).toMatch(args.length > 0 ? /read only once/ : /name a file, a folder or -/);
    }
  });

  it.each([
    [["-", "--files-from", "-"], "both - and --files-from - read it"],
    [["-", "--passin", "stdin"], "both - and --passin stdin read it"],
    [["a.pfx", "--files-from", "-", "--passin", "prompt"], "both --files-from - and --passin prompt read it"],
    [["-", "a.pfx", "-"], "both - and - read it"],
  ])("names both that would read standard input: %j", async (args, expected) => {
    const { host, stderr } = fakeHost({ answer: "typed" });
    expect(await runCli(["preflight", ...args], host)).toBe(2);
    expect(stderr()).toBe(`graph-certkit: standard input can be read only once, and ${expected}\n`);
  });

  it("asks nobody where standard input is a file", async () => {
    const { host, stderr, questions } = fakeHost({ answer: "typed", input: ["no PFX"] });
    expect(await runCli(["preflight", "-"], host)).toBe(1);
    expect(questions).toEqual([]);
    expect(stderr()).toBe("");
  });

  it("says where nothing was found, and counts that as a path that cannot be read", async () => {
    const folder = resolve(import.meta.dirname, "../../../setup");
    const none = fakeHost();
    expect(await runCli(["preflight", folder, "--json", ...PASSIN], none.host)).toBe(3);
    expect(none.stderr()).toBe(`graph-certkit: no .pfx or .p12 file in ${folder}\n`);
    expect(JSON.parse(none.stdout())).toMatchObject({ reports: [], summary: { files: 0 }, complete: true });
    const some = fakeHost();
    expect(await runCli(["preflight", folder, vector("openssl-default"), ...PASSIN], some.host)).toBe(0);
    expect(some.stderr()).toBe(`graph-certkit: no .pfx or .p12 file in ${folder}\n`);
    const list = fakeHost({ input: ["\n"] });
    expect(await runCli(["preflight", "--files-from", "-", ...PASSIN], list.host)).toBe(3);
    expect(list.stderr()).toBe("graph-certkit: --files-from names no file\n");
  });

  it("judges for --target and fails on what --fail-on says", async () => {
    const expired = vector("openssl-expired");
    const run = async (...args: string[]): Promise<[number, string]> => {
      const { host, stdout } = fakeHost();
      return [await runCli(["preflight", ...args, "--json", ...PASSIN], host), stdout()];
    };
    const [code, text] = await run(expired, "--target", "openssl-3");
    expect(JSON.parse(text).reports[0].target).toBe("openssl-3");
    expect(code).toBe(JSON.parse(text).reports[0].verdict === "accept" ? 0 : 1);
    expect((await run(expired))[0]).toBe(1);
    expect((await run(expired, "--fail-on", "never"))[0]).toBe(0);
    expect((await run(expired, "none.pfx", "--fail-on", "never"))[0]).toBe(3);
    const [, accepted] = await run(vector("openssl-default"));
    const severities = JSON.parse(accepted).reports[0].findings.map(({ severity }: { severity: string }) => severity);
    expect(severities).not.toContain("error");
    expect((await run(vector("openssl-default"), "--fail-on", "warning"))[0]).toBe(
      severities.includes("warning") ? 1 : 0,
    );
  });

  it.each([
    ["--target", "graph"],
    ["--target", "Api-Connector"],
    ["--fail-on", "info"],
    ["--jobs", "0"],
    ["--jobs", "65"],
    ["--jobs", "two"],
  ])("refuses %s %s without repeating it", async (option, value) => {
    const { host, stderr } = fakeHost();
    expect(await runCli(["preflight", "a.pfx", option, value], host)).toBe(2);
    expect(stderr()).toMatch(new RegExp(`^graph-certkit: ${option} expects `));
    expect(stderr()).not.toContain(` ${value}`);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends in order on %s: whole output, how far it came, exit code %i", async (signal, code) => {
    let interrupt = (_: typeof signal): void => {};
    let hasEnded = false;
    const { host, stdout, stderr } = fakeHost({
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => {
          hasEnded = true;
        };
      },
    });
    const write = (text: string): void => {
      host.stdout.write(text);
      interrupt(signal);
    };
    const files = Array.from({ length: 40 }, () => vector("openssl-3des"));
    const args = ["preflight", ...files, "--json", ...PASSIN];
    expect(await runCli(args, { ...host, stdout: { ...host.stdout, write } })).toBe(code);
    const { reports, summary, complete } = JSON.parse(stdout());
    expect({ files: summary.files, complete }).toEqual({ files: reports.length, complete: false });
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(40);
    // Some names may not have been looked at yet.
    const count = `${reports.length} of (40|at least \\d+) files`;
    expect(stderr()).toMatch(new RegExp(`^graph-certkit: interrupted after ${count}\\n$`));
    expect(hasEnded).toBe(true);
  });

  it("ends in order where a list breaks off", async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from(`${vector("openssl-3des")}\n`));
      throw new PathError("read", "standard input", "EIO");
    }
    const { host, stdout, stderr } = fakeHost();
    const args = ["preflight", "--files-from", "-", "--json", ...PASSIN];
    expect(await runCli(args, { ...host, stdin: breaking() })).toBe(3);
    expect(JSON.parse(stdout())).toMatchObject({ summary: { files: 1 }, complete: false });
    expect(stderr()).toBe("graph-certkit: cannot read standard input: the system refuses (EIO)\n");
  });

  it("gives up a question on a signal", async () => {
    let interrupt = (_: "SIGINT"): void => {};
    const { host, stderr } = fakeHost({
      isInteractive: true,
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => {};
      },
      promptPassword: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(new CancelledError("given up")));
          interrupt("SIGINT");
        }),
    });
    expect(await runCli(["preflight", vector("openssl-default"), vector("openssl-3des")], host)).toBe(130);
    expect(stderr()).toBe("graph-certkit: interrupted after 0 of 2 files\n");
  });
});
