/** `graph-certkit create` as users run it: what the documentation shows, and the ways from there through the other commands. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";
import { useScratch } from "./scratch.js";
import { unprivileged } from "./unprivileged.js";

const SHOWN = [
  "--display-name",
  "CN=customDisplayName",
  "--end-date-time",
  "2027-01-25T00:00:00Z",
  "--at",
  "2026-01-01T00:00:00Z",
];
const AT = ["--at", "2026-02-01T00:00:00Z"];

describe("create", () => {
  const scratch = useScratch();
  const run = (...args: string[]): ReturnType<typeof runMain> => runMain(args, { cwd: scratch() });

  it("makes a certificate of 700 bytes in a folder beside it", async () => {
    const { status, stdout, stderr } = await run("create", ...SHOWN, "--passout", "pass:x", "--out-dir", "out");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^CREATED {2}CN=customDisplayName\n/);
    const der = readFileSync(scratch("out/certificate.cer"));
    expect(der).toHaveLength(700);
    expect(der.subarray(0, 15).toString("hex")).toBe("308202b8308201a0a0030201020208");
  });

  it("goes on to preflight, repack, a merged body, an audit, a rollover and a removal", async () => {
    expect(await run("create", ...SHOWN, "--out-dir", "old")).toMatchObject({ status: 0 });
    expect(await run("create", ...SHOWN, "--out-dir", "new")).toMatchObject({ status: 0 });
    const passin = ["--passin", "file:new/password.txt", ...AT];
    const target = ["--target", "token-signing"];
    expect(await run("preflight", "new/credential.pfx", ...target, ...passin)).toMatchObject({ status: 0 });

    const repack = [
      "repack",
      "new/credential.pfx",
      "--out",
      "new.pfx",
      "--protection",
      "modern",
      "--iterations",
      "1000",
    ];
    expect(await run(...repack, ...passin)).toMatchObject({ status: 0, stdout: "" });
    expect(await run("preflight", "new.pfx", ...target, ...passin)).toMatchObject({ status: 0 });

    const patch = JSON.parse(readFileSync(scratch("old/patch-service-principal.json"), "utf8"));
    const { thumbprint } = JSON.parse(readFileSync(scratch("old/self-signed-certificate.json"), "utf8"));
    const id = "11111111-2222-4333-8444-555555555555";
    const servicePrincipal = { id, appId: id, ...patch, preferredTokenSigningKeyThumbprint: thumbprint };
    writeFileSync(scratch("sp.json"), JSON.stringify(servicePrincipal));
    const read = ["--service-principal", "sp.json"];
    const merged = await run("payload", "token-signing", "new/credential.pfx", ...passin, ...read);
    expect(merged.status).toBe(0);
    expect(JSON.parse(merged.stdout).keyCredentials).toHaveLength(4);
    expect(await run("audit", "sp.json", ...AT)).toMatchObject({ status: 0 });
    const rollover = ["rollover", "sp.json", "--with", "new/credential.pfx", "--format", "curl", "--out-dir", "plan"];
    expect(await run(...rollover, ...passin)).toMatchObject({ status: 0 });
    expect(readdirSync(scratch("plan"))).toContain("rollover.sh");
    const removed = await run("payload", "remove", ...read, "--thumbprint", thumbprint);
    expect(JSON.parse(removed.stdout)).toEqual([
      { preferredTokenSigningKeyThumbprint: null },
      { keyCredentials: [], passwordCredentials: [] },
    ]);
  });

  it("takes the password from standard input, and shows it nowhere", async () => {
    const args = ["create", "--out-dir", scratch("out"), "--passout", "stdin", "--key", "ec-p256", "--json", "--debug"];
    const { status, stdout, stderr } = await runMain(args, { stdin: "hunter2-Secret\n" });
    expect(status).toBe(0);
    expect(`${stdout}${stderr}`).not.toContain("hunter2");
    expect(readFileSync(scratch("out/upload-client-certificate.json"), "utf8")).toContain("hunter2-Secret");
  });

  // Root may write everywhere, so the command then runs as nobody, provided that nobody can reach this checkout.
  it("leaves nothing behind in a folder that is read-only", async ({ skip }) => {
    const user = await unprivileged();
    if ("reason" in user) return skip(user.reason);
    chmodSync(scratch(), 0o555);
    const { status, stderr } = await runMain(["create", "--out-dir", scratch("out"), "--key", "ec-p256"], user.options);
    chmodSync(scratch(), 0o755);
    expect(stderr).toBe(`graph-certkit: cannot write ${scratch("out")}: permission denied (EACCES)\n`);
    expect(status).toBe(3);
    expect(readdirSync(scratch())).toEqual([]);
  });
});
