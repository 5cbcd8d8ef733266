/** `graph-certkit audit`: what it tells of a servicePrincipal, and what it exits with. */
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NOW, secondTriple, servicePrincipal, triple } from "../../../unit/audit/sample-service-principal.js";
import { useFolder } from "../scratch-folder.js";
import { call, expectValid } from "./command.js";

const AT = ["--at", NOW.toISOString()];
const SOUND = servicePrincipal([triple({ hasKey: true })], { preferred: null });
/** A Sign key alone: nobody can verify what it signs. */
const BROKEN = servicePrincipal([{ sign: triple().sign }, secondTriple({ hasKey: true })]);

/** What a terminal acts on. */
const RAW = ["\u001b", "\u202e"];

describe("audit", () => {
  const folder = useFolder();

  async function audit(json: unknown, ...args: string[]): ReturnType<typeof call> {
    writeFileSync(folder("sp.json"), JSON.stringify(json));
    return await call(["audit", folder("sp.json"), ...AT, ...args]);
  }

  it("has nothing to say of what is sound", async () => {
    const { status, stdout, stderr } = await audit(SOUND);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^PASS {2}Sample\n {6}token signing certificates, no findings\n$/);
  });

  it("tells what is wrong, where, what to do and how that is known", async () => {
    const { status, stdout } = await audit(BROKEN);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}Sample\n/);
    expect(stdout).toMatch(/^ {4}error +sign-without-verify at \/keyCredentials\/0/m);
    expect(stdout).toMatch(/^ {4}fix /m);
    expect(stdout).toMatch(/^ {4}evidence /m);
  });

  it.each([
    ["sound", SOUND],
    ["broken", BROKEN],
  ])("prints a valid document of what is %s", async (_, json) => {
    const { stdout } = await audit(json, "--json");
    const document = JSON.parse(stdout);
    expectValid(document, "audit-report");
    expect(document).toMatchObject({ now: NOW.toISOString(), servicePrincipal: { displayName: "Sample" } });
    const { error, warning, info } = document.summary;
    expect(error + warning + info).toBe(document.findings.length);
    expect(error > 0).toBe(json === BROKEN);
  });

  it("fails on what --fail-on says", async () => {
    expect(await audit(BROKEN, "--fail-on", "never")).toMatchObject({ status: 0 });
    // Then the certificate is near its end.
    const args = [folder("sp.json"), "--at", "2028-06-20T00:00:00Z"];
    await audit(SOUND);
    expect(await call(["audit", ...args])).toMatchObject({ status: 0 });
    expect(await call(["audit", ...args, "--fail-on", "warning"])).toMatchObject({ status: 1 });
  });

  it("takes from --expires-within how early it tells that a certificate ends", async () => {
    const near = ["--at", "2028-06-20T00:00:00Z", "--json"];
    const expiring = async (...args: string[]): Promise<number> => {
      const { stdout } = await audit(SOUND, ...near, ...args);
      return JSON.parse(stdout).findings.filter(({ id }: { id: string }) => id === "expires-soon").length;
    };
    expect(await expiring()).toBe(1);
    expect(await expiring("--expires-within", "30")).toBe(1);
    expect(await expiring("--expires-within", "1")).toBe(0);
    expect(await expiring("--expires-within", "0")).toBe(0);
    const early = ["--at", "2026-06-20T00:00:00Z"];
    expect(await expiring(...early)).toBe(0);
    expect(await expiring(...early, "--expires-within", "3650")).toBe(1);
  });

  it("reads standard input, and takes the host's clock", async () => {
    const { status, stdout } = await call(["audit", "-", "--json"], { input: [JSON.stringify(SOUND)] });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).now).toBe("2026-01-01T00:00:00.000Z");
  });

  it("brings no control character of a name to a terminal", async () => {
    const named = { ...SOUND, displayName: "a\u001b[2Jb\u202e" };
    const text = (await audit(named)).stdout;
    expect(text).toContain("a\\1B[2Jb");
    for (const character of RAW) expect(text).not.toContain(character);
    const json = (await audit(named, "--json")).stdout;
    for (const character of RAW) expect(json).not.toContain(character);
    expect(JSON.parse(json).servicePrincipal.displayName).toBe(named.displayName);
  });

  it.each([
    ["no service principal", { value: [] }, [], 1],
    ["another severity", SOUND, ["--fail-on", "info"], 2],
    ["days that are none", SOUND, ["--expires-within", "secret"], 2],
    ["half a day", SOUND, ["--expires-within", "0.5"], 2],
    ["too many days", SOUND, ["--expires-within", "3651"], 2],
    ["days before the day", SOUND, ["--expires-within=-1"], 2],
    ["another time", SOUND, ["--at", "secret"], 2],
  ])("ends early for %s", async (_, json, args, expected) => {
    const { status, stdout, stderr } = await audit(json, ...args);
    expect({ status, stdout }).toEqual({ status: expected, stdout: "" });
    expect(stderr).toMatch(/^graph-certkit: .*\n$/);
    expect(stderr).not.toContain("secret");
  });

  it.each([
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22])],
    ["nothing", Buffer.from("")],
    ["half a document", Buffer.from('{"secret":')],
    ["far too much", Buffer.alloc(11 * 1024 * 1024, " ")],
  ])("exits with 1 for %s, and repeats nothing", async (_, content) => {
    writeFileSync(folder("sp.json"), content);
    const { status, stdout, stderr } = await call(["audit", folder("sp.json"), "--debug"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(`graph-certkit: ${folder("sp.json")}: `);
    expect(stderr).not.toContain("secret");
  });

  it("exits with 3 for a file that is not there", async () => {
    expect(await call(["audit", folder("none")])).toMatchObject({ status: 3, stdout: "" });
  });
});
