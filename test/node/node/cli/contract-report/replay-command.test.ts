/** The command that finds a result again, and its quoting, held against a real shell. */
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replayCommand } from "../../../../../src/node/cli/contract-report/replay-command.js";
import { printableCommand, shellCommand, shellWord } from "../../../../../src/node/cli/contract-report/shell-words.js";
import { hostileText, RAW } from "../hostile-text.js";
import { HEAD, sampleFailure } from "./sample-results.js";

const counterexample = { scenario: "drawn-uploads", seed: 7, path: "3:0:1", text: "" };

describe("replayCommand", () => {
  it("draws what was drawn again", () => {
    expect(replayCommand(sampleFailure({ counterexample }), HEAD)).toBe(
      "graph-certkit contract run --base-url http://127.0.0.1:8080/v1.0 --mode mock --seed 7 --replay drawn-uploads:7:3:0:1",
    );
  });

  it("plays a scripted scenario again", () => {
    expect(replayCommand(sampleFailure(), { ...HEAD, replayFlags: ["--connector", "it's"] })).toBe(
      "graph-certkit contract run --base-url http://127.0.0.1:8080/v1.0 --mode mock --seed 42 --connector 'it'\\''s' --scenario connector-lifecycle",
    );
  });

  it("does all of it again for what no scenario found, and repeats no flag", () => {
    const stale = sampleFailure({ rule: "deviations", scenario: "" });
    expect(replayCommand(stale, { ...HEAD, replayFlags: ["--mode", "live"] })).toBe(
      "graph-certkit contract run --base-url http://127.0.0.1:8080/v1.0 --seed 42 --mode live",
    );
  });

  it("looks at the file again with the rule", () => {
    const head = { ...HEAD, command: "check", target: "-a b.har", mode: undefined, seed: undefined } as const;
    expect(replayCommand(sampleFailure(), head)).toBe("graph-certkit contract check './-a b.har' --rules C4");
    const narrowed = { ...head, target: "a.har", replayFlags: ["--rules", "C4,C5", "--deviations", "d.json"] };
    expect(replayCommand(sampleFailure(), narrowed)).toBe(
      "graph-certkit contract check a.har --rules C4 --deviations d.json",
    );
    expect(replayCommand(sampleFailure({ rule: "deviations" }), head)).toBe(
      "graph-certkit contract check './-a b.har'",
    );
  });
});

describe.skipIf(process.platform === "win32")("words in a POSIX shell", () => {
  /** What a program that is called so sees of its arguments. */
  function wordsOf(command: string): readonly string[] {
    const script = `seen() { for word in "$@"; do printf '%s\\001' "$word"; done; }; seen ${command}`;
    return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\u0001").slice(0, -1);
  }

  /** What goes through a pipe as UTF-8 comes out so, NUL apart. */
  const withoutHalves = (text: string): string =>
    new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll("\0", "");

  it("are seen as they were meant, whatever is in them", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
        // No argument of a program holds NUL or half a character; a line feed at the end is lost to the shell.
        const words = texts.map((text) => withoutHalves(text).replaceAll("\u0001", "").replace(/\n+$/, ""));
        expect(wordsOf(shellCommand(words))).toEqual(words);
        expect(shellCommand(words)).not.toMatch(RAW);
      }),
      { numRuns: 60, examples: [[["$HOME `id` \\ % \" ' ~ * ; & | <"]], [["", "-n", "a\nb", "\u001b[2J%s\\n'"]]] },
    );
  });

  it("stay plain where they can", () => {
    expect(shellWord("https://graph.microsoft.com/v1.0")).toBe("https://graph.microsoft.com/v1.0");
    expect(shellWord("a?b")).toBe("'a?b'");
  });

  it("of JSON are made printable without another meaning", () => {
    const shown = printableCommand(`curl --data '${JSON.stringify({ a: "\u202eb\u{e0001}" })}'`);
    expect(shown).not.toMatch(RAW);
    expect(JSON.parse(wordsOf(shown)[2] ?? "")).toEqual({ a: "\u202eb\u{e0001}" });
  });
});
