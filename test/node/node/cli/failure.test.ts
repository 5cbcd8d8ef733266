/** How failures are told, and with which exit code. */
import { describe, expect, it } from "vitest";
import { CancelledError, RefusedError, reportFailure, UsageError } from "../../../../src/node/cli/failure.js";
import { PathError } from "../../../../src/node/path-error.js";
import { fakeHost } from "./fake-host.js";

function tell(error: unknown, isDebug = false): { exitCode: number; text: string } {
  const { host, stderr } = fakeHost();
  return { exitCode: reportFailure(error, host.stderr, isDebug), text: stderr() };
}

describe("reportFailure", () => {
  it.each([
    [2, new UsageError("wrong"), "graph-certkit: wrong\n"],
    [130, new CancelledError("gave up"), ""],
    [143, new CancelledError("ended", "SIGTERM"), ""],
    [1, new RefusedError("a\u001b", "no JSON"), "graph-certkit: a\\1B: no JSON\n"],
    [
      3,
      new PathError("read", "a\u001b", "ENOENT"),
      "graph-certkit: cannot read a\\1B: no such file or folder (ENOENT)\n",
    ],
    [3, new PathError("write", "a", "EXDEV"), "graph-certkit: cannot write a: the system refuses (EXDEV)\n"],
    [
      2,
      new PathError("write", "a", "EEXIST"),
      "graph-certkit: cannot write a: it exists already; --force replaces it (EEXIST)\n",
    ],
    [70, new Error("odd\u001b"), "graph-certkit: a defect of this program (--debug shows where): odd\\1B\n"],
    [70, "no error", "graph-certkit: a defect of this program (--debug shows where): unknown\n"],
  ])("exits with %i for %s", (exitCode, error, text) => {
    expect(tell(error)).toEqual({ exitCode, text });
  });

  it("shows stacks and causes with debug only, and no other member", () => {
    const cause = Object.assign(new Error("inner\u001b"), { secret: "hunter2" });
    const error = new Error("outer", { cause });
    expect(tell(error).text).not.toMatch(/inner|\n {4}at /);
    const { text } = tell(error, true);
    expect(text).toMatch(/debug: Error: outer\n {4}at [\s\S]+caused by: Error: inner\\1B\n {4}at /);
    expect(text).not.toContain("hunter2");
  });

  it("ends where causes go in circles", () => {
    const error = new Error("circle");
    error.cause = error;
    expect(tell(error, true).text.match(/caused by/g)).toHaveLength(9);
  });
});
