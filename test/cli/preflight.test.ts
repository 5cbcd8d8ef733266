/** `graph-certkit preflight`: verdicts, exit codes, options, and the card for people. */
import { chmodSync, copyFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAIN, PASSWORD, run, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";
import { unprivileged } from "./unprivileged.js";

const PASSIN = ["--passin", `pass:${PASSWORD}`];
/** Text without its line breaks. */
function words(text: string): string {
  return text.replace(/\s+/g, " ");
}

describe("preflight", () => {
  const scratch = useScratch();

  it("accepts a good file and says what Graph will hold of it", async () => {
    const { status, stdout, stderr } = await runMain(["preflight", vector("openssl-default"), ...PASSIN]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const entry = [
      '      "thumbprint": "9D7032E6BABBCEF019F27D627DC72C0644C09528",',
      '      "notAfter": 2682374400,  // 2055-01-01T00:00:00Z',
      '      "notBefore": 1577836800,  // 2020-01-01T00:00:00Z',
      '      "isActive": true',
    ];
    expect(stdout).toContain(entry.join("\n"));
    expect(stdout).toMatch(/^ACCEPT {2}\S+openssl-default\.p12\n/);
    expect(stdout).toMatch(/^ {4}subject +CN=connector\.example\.com,O=Example,C=GR$/m);
    expect(stdout).toMatch(/^ {4}friendlyName +Connector certificate$/m);
    expect(stdout).toMatch(/^ {4}key +RSA 2048$/m);
    expect(stdout).toMatch(/^ {4}MAC +HMAC with SHA-256, 2048 iterations$/m);
    expect(stdout).toMatch(/^ {4}authSafe\[0\] +AES-256-CBC, PBKDF2-HMAC-SHA-256, 2048 iterations$/m);
  });

  it.each([
    ["openssl-default", "pass:another", "wrong-password"],
    ["openssl-certificates-only", `pass:${PASSWORD}`, "no-private-key"],
    ["openssl-key-only", `pass:${PASSWORD}`, "no-certificate"],
    ["openssl-seed", `pass:${PASSWORD}`, "unsupported"],
    ["made-key-mismatch", `pass:${PASSWORD}`, "key-mismatch"],
    ["broken-truncated", `pass:${PASSWORD}`, "truncated"],
    ["openssl-expired", `pass:${PASSWORD}`, "expired"],
  ])("rejects %s under %s: %s", async (name, passin, id) => {
    const { status, stdout } = await runMain(["preflight", vector(name), "--passin", passin]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^REJECT /);
    expect(stdout).toMatch(new RegExp(`^ {4}error +${id} at `, "m"));
    expect(stdout).toMatch(/^ {4}fix +\S/m);
    expect(stdout).toMatch(/^ {4}evidence +(standard|documented|third-party|hypothesis):\s+\S/m);
  });

  it("judges at --at", async () => {
    const before = await runMain(["preflight", vector("openssl-default"), ...PASSIN, "--at", "2019-12-31T23:59:59Z"]);
    expect(before.status).toBe(1);
    expect(before.stdout).toContain("not-yet-valid");
    expect(before.stdout).toContain("begins in 0 days");
    expect(before.stdout).toContain('"isActive": false');
    const within = await runMain(["preflight", vector("openssl-expired"), ...PASSIN, "--at", "2015-06-01"]);
    expect(within.status).toBe(0);
    expect(within.stdout).toContain("1675 days left");
  });

  it("goes on after a path that cannot be read, and says so with exit code 3", async () => {
    const files = [scratch("missing.pfx"), vector("openssl-default"), vector("openssl-expired")];
    const { status, stdout, stderr } = await runMain(["preflight", ...files, ...PASSIN]);
    expect(status).toBe(3);
    expect(stderr).toBe(`graph-certkit: cannot read ${scratch("missing.pfx")}: no such file or folder (ENOENT)\n`);
    expect(stdout.match(/^(ACCEPT|REJECT) /gm)).toEqual(["ACCEPT ", "REJECT "]);
    expect(stdout).toMatch(/\n3 files: 1 accepted, 1 rejected, 1 unreadable\n$/);
  });

  it("tells a file without permission", async ({ skip }) => {
    const user = await unprivileged();
    if ("reason" in user) return skip(user.reason);
    const file = scratch("secret.pfx");
    copyFileSync(vector("openssl-default"), file);
    chmodSync(scratch(), 0o755);
    chmodSync(file, 0o000);
    const { status, stderr } = await runMain(["preflight", file, ...PASSIN], user.options);
    expect(stderr).toBe(`graph-certkit: cannot read ${file}: permission denied (EACCES)\n`);
    expect(status).toBe(3);
  });

  it("refuses iterations above --max-iterations before it derives anything", async () => {
    const limited = await runMain(["preflight", vector("openssl-default"), ...PASSIN, "--max-iterations", "2047"]);
    expect(limited.status).toBe(1);
    expect(limited.stdout).toContain("limit-exceeded");
    const enough = await runMain(["preflight", vector("openssl-default"), ...PASSIN, "--max-iterations", "100000"]);
    expect(enough.status).toBe(0);
  });

  it("does not read a file above --max-bytes", async () => {
    const file = vector("openssl-default"); // 2702 bytes
    const above = await runMain(["preflight", file, ...PASSIN, "--max-bytes", "2700"]);
    expect(above.status).toBe(1);
    expect(words(above.stdout)).toContain("the file has 2702 bytes, the limit is 2700");
    expect((await runMain(["preflight", file, ...PASSIN, "--max-bytes", "2702"])).status).toBe(0);
  });

  it.skipIf(process.platform === "win32")("bounds what it reads of a pipe (Windows has no /dev/zero)", async () => {
    const endless = await run("sh", [
      "-c",
      `cat /dev/zero | "$0" "$1" preflight --max-bytes 100000 /dev/stdin`,
      process.execPath,
      MAIN,
    ]);
    expect(endless.status).toBe(1);
    expect(words(endless.stdout)).toContain("the file has more than 100000 bytes, the limit is 100000");
  });

  it.each([
    ["an empty file", ""],
    ["a text", "hello"],
    ["PEM", "-----BEGIN CERTIFICATE-----\n"],
  ])("rejects %s as not-pkcs12", async (_, content) => {
    writeFileSync(scratch("other.pfx"), content);
    const { status, stdout } = await runMain(["preflight", scratch("other.pfx")]);
    expect(status).toBe(1);
    expect(stdout).toContain("not-pkcs12 at pfx");
  });

  it("says that it tried the empty password where nobody could be asked", async () => {
    const unasked = await runMain(["preflight", vector("openssl-default")]);
    expect(unasked.status).toBe(1);
    expect(unasked.stderr).toContain("the empty one was tried (see --passin)");
    const fitting = await runMain(["preflight", vector("openssl-empty-password")]);
    expect(fitting).toMatchObject({ status: 0, stderr: "" });
  });

  it("shows causes with --debug only", async () => {
    const quiet = await runMain(["preflight", vector("openssl-default"), "--passin", "pass:another"]);
    expect(quiet.stderr).toBe("");
    const debug = await runMain(["preflight", vector("openssl-default"), "--passin", "pass:another", "--debug"]);
    expect(debug.stderr).toMatch(/^debug: PasswordError: /);
    expect(debug.stderr).toMatch(/^ {4}at /m);
    expect(debug.stdout).toBe(quiet.stdout);
    const missing = await runMain(["preflight", scratch("missing.pfx"), "--debug"]);
    expect(missing.stderr).toMatch(/caused by: Error: ENOENT/);
  });
});

describe("usage", () => {
  it.each([
    ["no file", ["preflight"]],
    ["an unknown option", ["preflight", "a.pfx", "--frobnicate"]],
    ["an unknown command", ["prefligt", "a.pfx"]],
    ["no command", []],
    ["a time that is none", ["preflight", "a.pfx", "--at", "tomorrow"]],
    ["no iterations", ["preflight", "a.pfx", "--max-iterations", "0"]],
    ["half a byte", ["preflight", "a.pfx", "--max-bytes", "0.5"]],
    ["an unset variable", ["preflight", "a.pfx", "--passin", "env:GRAPH_CERTKIT_UNSET"]],
    ["a form that is none", ["preflight", "a.pfx", "--passin", "hunter2"]],
    ["a prompt without a terminal", ["preflight", "a.pfx", "--passin", "prompt"]],
  ])("exits with 2 for %s", async (_, args) => {
    const { status, stdout, stderr } = await runMain(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(args.length === 0 ? /^Usage: / : /^graph-certkit: \S/);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it("prints help and version on standard output", async () => {
    const help = await runMain(["preflight", "--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    for (const option of ["--passin", "--at", "--json", "--max-iterations", "--max-bytes", "--debug", "--no-color"]) {
      expect(help.stdout).toContain(option);
    }
    const version = await runMain(["--version"]);
    expect(version).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
