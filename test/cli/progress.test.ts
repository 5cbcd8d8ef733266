/** The bar on a real pseudo-terminal, which `script` of util-linux gives. */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { announce } from "../setup/announce.js";
import { MAIN, PASSWORD, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;
if (!hasScript) announce("progress: not tested, since there is no script(1) of util-linux");

/** Each takes ten milliseconds, so that all of them take longer than the bar waits. */
const FILE = vector("keytool-default");
const FILES = 200;
const CLEAR = "\u001b[2K";

describe.runIf(hasScript)("the bar", () => {
  const scratch = useScratch();

  /** Runs preflight on a terminal, with so many files; types `keys` once the bar is there. */
  async function show(count: number, shellArgs: string, keys = ""): Promise<{ status: number | null; screen: string }> {
    writeFileSync(scratch("list"), `${FILE}\n`.repeat(count));
    const args = `--files-from '${scratch("list")}' --passin pass:${PASSWORD} --jobs 1 ${shellArgs}`;
    const child = spawn(
      "script",
      ["-q", "-e", "-c", `'${process.execPath}' '${MAIN}' preflight ${args}`, "/dev/null"],
      {
        env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", SHELL: "/bin/sh" },
      },
    );
    let screen = "";
    let isTyped = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      screen += text;
      if (!isTyped && screen.includes(" files")) isTyped = child.stdin.write(keys);
    });
    const guard = setTimeout(() => child.kill(), 50_000);
    const status = await new Promise<number | null>((done) => child.on("close", done));
    clearTimeout(guard);
    return { status, screen };
  }

  it("counts while it takes long, on standard error, and is gone in the end", async () => {
    const { status, screen } = await show(FILES, `--ndjson > '${scratch("out")}'`);
    expect(status).toBe(0);
    expect(screen).toMatch(/\[=+-+\] \d[\d,]* of 200 files/);
    expect(screen.endsWith(CLEAR)).toBe(true);
    const lines = readFileSync(scratch("out"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).verdict)).toEqual(Array.from({ length: FILES }, () => "accept"));
  });

  it("makes way for cards on the same terminal", async () => {
    const { screen } = await show(FILES, "--no-color");
    const [lastBar = ""] = screen.split(" of 200 files").slice(-2);
    expect(lastBar).toContain("ACCEPT");
    // Between a bar and the card below it the line is cleared.
    for (const [, between] of screen.matchAll(/ of 200 files(.*?)(?:ACCEPT|\[=|$)/gs))
      expect(between?.startsWith("\u001b")).toBe(true);
    expect(screen).toMatch(/\r\n200 files: 200 accepted, 0 rejected, 0 unreadable\r\n$/);
  });

  it("is gone before an interruption is told", async () => {
    const { status, screen } = await show(80 * FILES, `--ndjson > '${scratch("out")}'`, "\u0003");
    expect(status).toBe(130);
    const [, told = ""] = screen.split(`${CLEAR}graph-certkit: `);
    expect(told).toMatch(/^interrupted after [\d,]+ of [\w, ]+ files\r\n$/);
  });

  it("is not there for quick work, nor where standard error is no terminal", async () => {
    expect((await show(3, `--ndjson > '${scratch("out")}'`)).screen).toBe("");
    const { screen } = await show(FILES, `--ndjson > '${scratch("out")}' 2> '${scratch("err")}'`);
    expect(screen + readFileSync(scratch("err"), "utf8")).toBe("");
  });
});
