/** `--passin` in every form, end to end; and that no password is ever shown. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RunOptions } from "./run-main.js";
import { PASSWORD, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const FILE = vector("openssl-default");

describe("--passin", () => {
  const scratch = useScratch();

  async function status(passin: string, options: RunOptions = {}): Promise<number | null> {
    return (await runMain(["preflight", FILE, "--passin", passin], options)).status;
  }

  it("takes pass:", async () => {
    expect(await status(`pass:${PASSWORD}`)).toBe(0);
  });

  it("takes env:", async () => {
    expect(await status("env:PFX_PASSWORD", { env: { PFX_PASSWORD: PASSWORD } })).toBe(0);
  });

  it.each([
    ["LF", `${PASSWORD}\n`],
    ["CRLF and more lines", `${PASSWORD}\r\nanother\r\n`],
    ["a UTF-8 byte order mark", `\uFEFF${PASSWORD}\r\n`],
    ["UTF-16", Buffer.from(`\uFEFF${PASSWORD}\r\n`, "utf16le")],
  ])("takes file: and stdin with %s", async (_, content) => {
    writeFileSync(scratch("password.txt"), content);
    expect(await status(`file:${scratch("password.txt")}`)).toBe(0);
    expect(await status("stdin", { stdin: content })).toBe(0);
  });

  it("takes a password beyond ASCII", async () => {
    const { status } = await runMain(["preflight", vector("openssl-emoji"), "--passin", "stdin"], {
      stdin: "clé 🔑 κλειδί\n",
    });
    expect(status).toBe(0);
  });

  it("exits with 3 where the password's file cannot be read", async () => {
    const { status, stderr } = await runMain(["preflight", FILE, "--passin", `file:${scratch("none")}`]);
    expect(stderr).toBe(`graph-certkit: cannot read ${scratch("none")}: no such file or folder (ENOENT)\n`);
    expect(status).toBe(3);
  });

  it("exits with 2 where nothing is there to read", async () => {
    expect(await status("stdin", { stdin: "" })).toBe(2);
  });
});

describe("a password", () => {
  const secret = "hunter2-Secret";
  const REPACKED = ["--out", "none/x.pfx", "--protection", "graph"];

  it.each([
    ["a wrong password", ["preflight", FILE, "--passin", `pass:${secret}`]],
    ["a wrong password in a file without MAC", ["preflight", vector("openssl-nomac"), "--passin", `pass:${secret}`]],
    ["JSON", ["preflight", FILE, "--passin", `pass:${secret}`, "--json"]],
    ["a file that is not there", ["preflight", "none.pfx", "--passin", `pass:${secret}`]],
    ["a refused payload", ["payload", "upload", FILE, "--passin", `pass:${secret}`]],
    ["a form that is none", ["preflight", FILE, "--passin", secret]],
    ["a mistyped form", ["preflight", FILE, "--passin", `pas:${secret}`]],
    ["a variable that is none", ["preflight", FILE, "--passin", `env:${secret}`]],
    ["a mistyped option", ["preflight", FILE, `--pasin=pass:${secret}`]],
    ["a mistyped option without form", ["preflight", FILE, `--password=${secret}`]],
    ["a stray argument", ["preflight", FILE, `pass:${secret}`]],
    ["a stray argument of payload", ["payload", "upload", FILE, `pass:${secret}`]],
    ["a stray command", [`pass:${secret}`]],
    ["a value of another option", ["preflight", FILE, "--at", secret]],
    ["a number that is none", ["preflight", FILE, "--max-bytes", secret]],
    ["a new password of a form that is none", ["create", "--out-dir", "none/x", "--passout", secret]],
    ["a new password before a folder that is none", ["create", "--out-dir", FILE, "--passout", `pass:${secret}`]],
    ["a file that is packed anew", ["repack", FILE, ...REPACKED, "--passin", `pass:${secret}`]],
    ["a new password that comes too late", ["repack", "none.pfx", ...REPACKED, "--passout", `pass:${secret}`]],
    ["a token signing body", ["payload", "token-signing", FILE, "--passin", `pass:${secret}`]],
    ["a choice that is none", ["payload", "token-signing", FILE, "--key-identifier", secret]],
    ["no service principal", ["audit", FILE, "--fail-on", secret]],
    ["a rollover", ["rollover", "none.json", "--with", FILE, "--format", "json", "--passin", `pass:${secret}`]],
  ])("is not shown for %s, with --debug neither", async (_, args) => {
    const { status, stdout, stderr } = await runMain([...args, "--debug"]);
    expect(status).not.toBe(0);
    expect(stderr).not.toBe("");
    expect(`${stdout}${stderr}`).not.toContain(secret);
  });

  it("is not shown where it is right", async () => {
    const { status, stdout, stderr } = await runMain(["preflight", FILE, "--json", "--debug", "--passin", "stdin"], {
      stdin: PASSWORD,
    });
    expect(status).toBe(0);
    // The program has the same name, which fixes name too.
    expect(stdout.replaceAll(/"(name|file)": ".*"|graph-certkit repack/g, "")).not.toContain(PASSWORD);
    expect(stderr).toBe("");
  });
});
