/** Whole calls without a process: who is asked what, and what is read at all. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CancelledError } from "../../../../src/node/cli/failure.js";
import { runCli } from "../../../../src/node/cli/program.js";
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
