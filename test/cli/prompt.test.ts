/** The hidden prompt on a real pseudo-terminal, which `script` of util-linux gives. */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { announce } from "../setup/announce.js";
import { MAIN, PASSWORD, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;
if (!hasScript) announce("prompt: not tested, since there is no script(1) of util-linux");

interface Session {
  readonly status: number | null;
  /** What the terminal showed. */
  readonly screen: string;
}

/** Runs a shell command on a terminal and types `keys` once it has asked. */
async function type(command: string, keys: string): Promise<Session> {
  const { PATH = "" } = process.env;
  const child = spawn("script", ["-q", "-e", "-c", command, "/dev/null"], {
    env: { PATH, TERM: "xterm", SHELL: "/bin/sh" },
  });
  let screen = "";
  let isAsked = false;
  child.stdout.setEncoding("utf8").on("data", async (text: string) => {
    screen += text;
    if (isAsked || !screen.includes("Password")) return;
    isAsked = true;
    await wait(300); // the prompt drops what is typed before it listens
    child.stdin.write(keys);
  });
  const guard = setTimeout(() => child.kill(), 20_000);
  const status = await new Promise<number | null>((done) => child.on("close", done));
  clearTimeout(guard);
  return { status, screen };
}

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
const preflight = `${quoted(process.execPath)} ${quoted(MAIN)} preflight`;

describe.runIf(hasScript)("the prompt", () => {
  const scratch = useScratch();

  it("asks once for all files, shows nothing of the password, and leaves standard output clean", async () => {
    const files = ["openssl-default", "openssl-3des"].map((name) => quoted(vector(name))).join(" ");
    const { status, screen } = await type(
      `${preflight} ${files} --json > ${quoted(scratch("out.json"))}`,
      `${PASSWORD}\r`,
    );
    expect(status).toBe(0);
    expect(screen).toContain("Password of all files:");
    expect(screen.replaceAll("graph-certkit:", "")).not.toContain(PASSWORD);
    const { summary } = JSON.parse(readFileSync(scratch("out.json"), "utf8"));
    expect(summary).toEqual({ files: 2, accepted: 2, rejected: 0, unreadable: 0, failed: 0 });
  });

  it("takes an empty answer for the empty password, also where --passin prompt asks for it", async () => {
    const { status, screen } = await type(
      `${preflight} ${quoted(vector("openssl-empty-password"))} --passin prompt`,
      "\r",
    );
    expect(status).toBe(0);
    expect(screen).toContain("ACCEPT");
    expect(screen).not.toContain("the empty one was tried");
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("ends quietly with 130 on %s", async (_, keys) => {
    const { status, screen } = await type(`${preflight} ${quoted(vector("openssl-default"))}`, keys);
    expect(status).toBe(130);
    expect(screen).not.toMatch(/error|warning|REJECT| {4}at /i);
  });

  it("does not ask for a file that cannot be read", async () => {
    const { status, screen } = await type(`${preflight} ${quoted(scratch("none.pfx"))}`, "");
    expect(status).toBe(3);
    expect(screen).not.toContain("Password");
  });

  it("is not there where standard error is no terminal: the empty password is tried", async () => {
    const { status, screen } = await type(
      `${preflight} ${quoted(vector("openssl-default"))} 2> ${quoted(scratch("err"))}`,
      "",
    );
    expect(status).toBe(1);
    expect(screen).toContain("REJECT");
    expect(readFileSync(scratch("err"), "utf8")).toContain("the empty one was tried");
  });
});
