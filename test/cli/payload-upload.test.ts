/** `graph-certkit payload upload`: the body, where it is written, and when it is not. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, it } from "vitest";
import { PASSWORD, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";
import { unprivileged } from "./unprivileged.js";

const PASSIN = ["--passin", `pass:${PASSWORD}`];
const FILE = vector("openssl-default");
const BODY = { pkcs12Value: readFileSync(FILE).toString("base64"), password: PASSWORD };

function upload(...args: string[]): ReturnType<typeof runMain> {
  return runMain(["payload", "upload", ...args]);
}

describe("payload upload", () => {
  const scratch = useScratch();

  it("prints the body and nothing else", async () => {
    const { status, stdout, stderr } = await upload(FILE, ...PASSIN);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/^graph-certkit: |^ {4}error /m);
    expect(stdout).toBe(`${JSON.stringify(BODY, undefined, 2)}\n`);
  });

  it("writes the empty password as an empty string", async () => {
    const { stdout } = await upload(vector("openssl-empty-password"), "--passin", "pass:");
    expect(JSON.parse(stdout)).toMatchObject({ password: "" });
  });

  it("writes a new file that only its owner can read, and says where", async () => {
    const out = scratch("body.json");
    const { status, stdout, stderr } = await upload(FILE, ...PASSIN, "--out", out);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain(`graph-certkit: the body with key and password is in ${out}\n`);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(BODY);
    if (process.platform !== "win32") expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(scratch())).toEqual(["body.json"]);
  });

  it("does not replace a file without --force", async () => {
    const out = scratch("body.json");
    writeFileSync(out, "precious", { mode: 0o644 });
    const { status, stderr } = await upload(FILE, ...PASSIN, "--out", out);
    expect(status).toBe(2);
    expect(stderr).toBe(`graph-certkit: cannot write ${out}: it exists already; --force replaces it (EEXIST)\n`);
    expect(readFileSync(out, "utf8")).toBe("precious");
    expect((await upload(FILE, ...PASSIN, "--out", out, "--force")).status).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(BODY);
    if (process.platform !== "win32") expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(scratch())).toEqual(["body.json"]);
  });

  const isWindows = process.platform === "win32";

  it.skipIf(isWindows)("replaces a symbolic link, not what it leads to, and no folder (POSIX links)", async () => {
    writeFileSync(scratch("target"), "precious");
    mkdirSync(scratch("folder"));
    symlinkSync(scratch("target"), scratch("link"));
    expect((await upload(FILE, ...PASSIN, "--out", scratch("link"), "--force")).status).toBe(0);
    expect(readFileSync(scratch("target"), "utf8")).toBe("precious");
    expect((await upload(FILE, ...PASSIN, "--out", scratch("folder"), "--force")).status).toBe(3);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("leaves nothing behind where it cannot write", async () => {
    const { status, stderr } = await upload(FILE, ...PASSIN, "--out", scratch("none/body.json"));
    expect(status).toBe(3);
    expect(stderr).toContain(
      `graph-certkit: cannot write ${scratch("none/body.json")}: no such file or folder (ENOENT)\n`,
    );
    expect(readdirSync(scratch())).toEqual([]);
  });

  // Root may write everywhere, so the command then runs as nobody, provided that nobody can reach this checkout.
  it("leaves nothing behind in a folder that is read-only", async ({ skip }) => {
    const user = await unprivileged();
    if ("reason" in user) return skip(user.reason);
    writeFileSync(scratch("copy.p12"), readFileSync(FILE), { mode: 0o644 });
    chmodSync(scratch(), 0o555);
    const args = ["payload", "upload", scratch("copy.p12"), ...PASSIN, "--out", scratch("body.json")];
    const { status, stderr } = await runMain(args, user.options);
    chmodSync(scratch(), 0o755);
    expect(stderr).toContain(`graph-certkit: cannot write ${scratch("body.json")}: permission denied (EACCES)\n`);
    expect(status).toBe(3);
    expect(readdirSync(scratch())).toEqual(["copy.p12"]);
  });

  it.each([
    ["a wrong password", FILE, "pass:another", "wrong-password"],
    ["a file without key", vector("openssl-certificates-only"), `pass:${PASSWORD}`, "no-private-key"],
    ["no PFX", vector("broken-no-pfx"), `pass:${PASSWORD}`, "not-pkcs12"],
  ])("writes nothing for %s and tells the findings", async (_, file, passin, id) => {
    const { status, stdout, stderr } = await upload(file, "--passin", passin, "--out", scratch("body.json"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^graph-certkit: no body is made of /);
    expect(stderr).toMatch(new RegExp(`^ {4}error +${id} at `, "m"));
    expect(existsSync(scratch("body.json"))).toBe(false);
  });

  it("tells that a certificate is expired, and writes the body all the same", async () => {
    const { status, stdout, stderr } = await upload(vector("openssl-expired"), ...PASSIN);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^ {4}warning +expired at /m);
    expect(JSON.parse(stdout)).toMatchObject({ password: PASSWORD });
    const inTime = await upload(vector("openssl-expired"), ...PASSIN, "--at", "2015-06-01");
    expect(inTime.status).toBe(0);
    expect(inTime.stderr).not.toContain("expired at");
  });

  it.each([
    ["--out -", ["--out", "-"]],
    ["--force without --out", ["--force"]],
    ["two files", [FILE]],
  ])("exits with 2 for %s", async (_, args) => {
    const { status, stdout } = await upload(FILE, ...PASSIN, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("exits with 3 for a file that is not there", async () => {
    expect(await upload(scratch("none.pfx"), ...PASSIN)).toMatchObject({ status: 3, stdout: "" });
  });
});
