/** What preflight is given to look at: folders, lists, standard input; and what it says where two want the same. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAIN, PASSWORD, run, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";
import { unprivileged } from "./unprivileged.js";

const PASSIN = ["--passin", `pass:${PASSWORD}`];
const isWindows = process.platform === "win32";
/** Sets the title, clears the screen, turns the writing direction, breaks the line. */
const HOSTILE = "a\u001b]0;owned\u0007\u001b[2J\u202e\n";

describe("paths", () => {
  const scratch = useScratch();

  /** Copies a vector to each of the names, below the scratch folder. */
  function place(name: string, ...places: string[]): void {
    for (const at of places) {
      mkdirSync(scratch(`${at}/..`), { recursive: true });
      copyFileSync(vector(name), scratch(at));
    }
  }

  /** Files of the reports, as they come, with how it ended. */
  async function files(args: readonly string[], stdin?: string | Uint8Array): Promise<[number | null, ...string[]]> {
    const ran = await runMain(["preflight", ...args, ...PASSIN, "--json"], {
      cwd: scratch(),
      ...(stdin === undefined ? {} : { stdin }),
    });
    return [ran.status, ...JSON.parse(ran.stdout).reports.map(({ file }: { file: string }) => file)];
  }

  it("are searched where they are folders: .pfx and .p12 in any case, all folders below, in order", async () => {
    place("openssl-default", "in/b.pfx", "in/a/z.P12", "in/a/.deep/er/y.Pfx", "in/c.pem", "in/d.pfx.bak");
    expect(await files(["in"])).toEqual([0, "in/a/.deep/er/y.Pfx", "in/a/z.P12", "in/b.pfx"]);
    expect(await files(["./in/", "in/c.pem"])).toEqual([
      0,
      "./in/a/.deep/er/y.Pfx",
      "./in/a/z.P12",
      "./in/b.pfx",
      "in/c.pem",
    ]);
    expect(await files(["in/b.pfx", "in/b.pfx"])).toEqual([0, "in/b.pfx", "in/b.pfx"]);
  });

  it.skipIf(isWindows)("do not go round in circles (Windows makes links for administrators only)", async () => {
    place("openssl-default", "in/a.pfx");
    symlinkSync(scratch("in"), scratch("in/loop"));
    symlinkSync(scratch("in/a.pfx"), scratch("in/b.pfx"));
    symlinkSync(scratch("in"), scratch("link"));
    expect(await files(["link"])).toEqual([0, "link/a.pfx", "link/b.pfx"]);
  });

  it("name a folder in which there is nothing, which alone counts as unreadable", async () => {
    mkdirSync(scratch("empty"));
    place("openssl-default", "a.pfx");
    const alone = await runMain(["preflight", "empty", ...PASSIN], { cwd: scratch() });
    expect(alone).toEqual({
      status: 3,
      signal: null,
      stdout: "",
      stderr: "graph-certkit: no .pfx or .p12 file in empty\n",
    });
    const beside = await runMain(["preflight", "empty", "a.pfx", ...PASSIN], { cwd: scratch() });
    expect(beside).toMatchObject({ status: 0, stderr: "graph-certkit: no .pfx or .p12 file in empty\n" });
  });

  it("tell a folder without permission, and go on", async ({ skip }) => {
    const user = await unprivileged();
    if ("reason" in user) return skip(user.reason);
    place("openssl-default", "in/closed/a.pfx", "in/open/b.pfx");
    chmodSync(scratch(), 0o755);
    chmodSync(scratch("in/closed"), 0o000);
    const options = { ...user.options, cwd: scratch() };
    const { status, stdout, stderr } = await runMain(["preflight", "in", ...PASSIN, "--json"], options);
    chmodSync(scratch("in/closed"), 0o755);
    expect(stderr).toBe("graph-certkit: cannot read in/closed: permission denied (EACCES)\n");
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      reports: [{ file: "in/open/b.pfx" }],
      unreadable: [{ file: "in/closed", code: "EACCES" }],
      summary: { files: 2, accepted: 1, unreadable: 1 },
    });
  });

  it.skipIf(isWindows)("reach no terminal raw (Windows allows no such names)", async () => {
    place("openssl-default", `${HOSTILE}/${HOSTILE}.pfx`);
    mkdirSync(scratch(`${HOSTILE}empty`));
    symlinkSync(scratch("gone"), scratch(`${HOSTILE}/gone.pfx`));
    const list = `${scratch(`none${HOSTILE}`)}\0`;
    const args = [scratch(HOSTILE), scratch(`${HOSTILE}empty`), "--files-from", "-", "--debug", ...PASSIN];
    for (const form of [[], ["--json"], ["--ndjson"]]) {
      const { status, stdout, stderr } = await runMain(["preflight", ...args, ...form], { stdin: list });
      expect(status).toBe(3);
      expect(stderr).toContain("no .pfx or .p12 file in ");
      expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    }
    const { stderr } = await runMain(["preflight", "--files-from", scratch(`none${HOSTILE}`)]);
    expect(stderr).toMatch(/^graph-certkit: cannot read \S+none[^\n]+\(ENOENT\)\n$/);
    expect(stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("may disappear before they are read", async () => {
    place("openssl-default", "in/a.pfx", "in/b.pfx");
    const [first, gone] = [scratch("in/a.pfx"), scratch("in/b.pfx")];
    const list = [first, gone].join("\n");
    rmSync(gone);
    const { status, stderr } = await runMain(["preflight", "--files-from", "-", ...PASSIN], { stdin: list });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: `graph-certkit: cannot read ${gone}: no such file or folder (ENOENT)\n`,
    });
  });

  it("come from lists: lines of both kinds, and NUL-ended", async () => {
    place("openssl-default", "a b.pfx", "c.pfx", "in/d.pfx");
    const names = ["a b.pfx", "c.pfx", "in"];
    const expected = [0, "c.pfx", "a b.pfx", "c.pfx", "in/d.pfx"];
    for (const content of [`${names.join("\n")}\n`, names.join("\r\n"), `${names.join("\0")}\0`]) {
      writeFileSync(scratch("list"), content);
      expect(await files(["c.pfx", "--files-from", "list"])).toEqual(expected);
      expect(await files(["c.pfx", "--files-from", "-"], content)).toEqual(expected);
    }
  });

  it.skipIf(isWindows)("come from find and are split by xargs", async () => {
    place("openssl-default", "in/a.pfx", "in/b\nc.pfx");
    const shell = (script: string): ReturnType<typeof run> =>
      run("sh", ["-c", script, process.execPath, MAIN, PASSIN[1] ?? ""], { cwd: scratch() });
    const command = `"$0" "$1" preflight --ndjson --passin "$2"`;
    const piped = await shell(`find in -type f -print0 | ${command} --files-from -`);
    const split = await shell(`find in -type f -print0 | xargs -0 -n 1 ${command}`);
    for (const { status, stdout } of [piped, split]) {
      expect(status).toBe(0);
      const lines = stdout.trimEnd().split("\n");
      expect(lines.map((line) => JSON.parse(line).file).sort()).toEqual(["in/a.pfx", "in/b\nc.pfx"]);
    }
  });

  it("are standard input for -, also where it is larger than a pipe, and up to the limit", async () => {
    const bytes = readFileSync(vector("openssl-default"));
    expect(await files(["-"], bytes)).toEqual([0, "-"]);
    place("openssl-default", "-");
    expect(await files(["./-", "-"], bytes)).toEqual([0, "./-", "-"]);
    const large = await runMain(["preflight", "-", "--max-bytes", "100000"], { stdin: new Uint8Array(5_000_000) });
    expect(large.status).toBe(1);
    expect(large.stdout.replace(/\s+/g, " ")).toContain("the file has more than 100000 bytes, the limit is 100000");
  });

  it("bring their own password in a request body, of which no other is made", async () => {
    const pkcs12Value = readFileSync(vector("openssl-default")).toString("base64");
    const body = JSON.stringify({ pkcs12Value, password: PASSWORD });
    const { status, stdout, stderr } = await runMain(["preflight", "-", "--json"], { stdin: body });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    // The program has the same name, which fixes name too.
    expect(stdout.replaceAll(/"name": "graph-certkit"|graph-certkit repack/g, "")).not.toContain(PASSWORD);
    const again = await runMain(["payload", "upload", "-"], { stdin: body });
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual({ pkcs12Value, password: PASSWORD });
    const text = await runMain(["payload", "upload", "-", ...PASSIN], { stdin: `"${pkcs12Value}"\n` });
    expect(JSON.parse(text.stdout)).toEqual({ pkcs12Value, password: PASSWORD });
  });

  it.each([
    ["preflight", ["preflight", "-", "--passin", "stdin"], "both - and --passin stdin"],
    ["a list", ["preflight", "--files-from", "-", "--passin", "stdin"], "both --files-from - and --passin stdin"],
    ["a list and a file", ["preflight", "-", "--files-from", "-"], "both - and --files-from -"],
    ["a payload", ["payload", "upload", "-", "--passin", "stdin"], "both - and --passin stdin"],
  ])("may not both be on standard input: %s", async (_, args, expected) => {
    const { status, stdout, stderr } = await runMain(args, { stdin: PASSWORD });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(`graph-certkit: standard input can be read only once, and ${expected} read it\n`);
  });
});
