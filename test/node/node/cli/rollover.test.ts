/** `graph-certkit rollover`: a plan as data or as a script with its bodies in files; no secret where none belongs. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RolloverFormat } from "../../../../src/rollover/render-rollover.js";
import { ROLLOVER_FORMATS } from "../../../../src/rollover/render-rollover.js";
import { NOW, servicePrincipal, triple } from "../../../unit/audit/sample-service-principal.js";
import { contentOf, useFolder } from "../scratch-folder.js";
import { call, expectValid, vector } from "./command.js";

const PFX = vector("openssl-legacy");
const THUMBPRINT = "9D7032E6BABBCEF019F27D627DC72C0644C09528";
const WITH = ["--with", PFX, "--passin", "pass:graph-certkit", "--at", NOW.toISOString()];
const OLD = triple({ hasKey: true });
const SAMPLE = servicePrincipal([OLD], {
  preferred: Buffer.from(OLD.verify.customKeyIdentifier ?? "", "base64")
    .toString("hex")
    .toUpperCase(),
});

describe("rollover", () => {
  const folder = useFolder();

  async function rollover(json: unknown, ...args: string[]): ReturnType<typeof call> {
    writeFileSync(folder("sp.json"), JSON.stringify(json));
    return await call(["rollover", folder("sp.json"), ...args]);
  }

  /** What must be in no file that is not secret, and nowhere else. */
  const secrets = (): readonly string[] => {
    const pfx = readFileSync(PFX).toString("base64");
    return [pfx, pfx.slice(200, 260), '"graph-certkit"'];
  };

  it("prints the plan as JSON, which is replayable", async () => {
    const { status, stdout, stderr } = await rollover(SAMPLE, ...WITH, "--format", "json");
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/^graph-certkit: /m);
    const plan = JSON.parse(stdout);
    expectValid(plan, "rollover-plan");
    expect(plan).toMatchObject({
      now: NOW.toISOString(),
      cloud: "global",
      adding: { thumbprint: THUMBPRINT, signKeyId: "00000000-0000-4000-8000-000000000001" },
      removing: [{ customKeyIdentifier: OLD.verify.customKeyIdentifier }],
    });
    const kinds = plan.steps.map(({ kind }: { kind: string }) => kind);
    for (const kind of ["read", "change", "poll", "tell", "wait"]) expect(kinds).toContain(kind);
    expect((await rollover(SAMPLE, ...WITH, "--format", "json")).stdout).toBe(stdout);
  });

  it.each(ROLLOVER_FORMATS)(
    "writes %s and its bodies, secret where they hold a key",
    async (format: RolloverFormat) => {
      const { status, stdout, stderr } = await rollover(
        SAMPLE,
        ...WITH,
        "--format",
        format,
        "--out-dir",
        folder("plan"),
      );
      expect(status).toBe(0);
      const names = readdirSync(folder("plan"));
      expect(stdout.split("\n").filter((line) => line !== "")).toHaveLength(names.length);
      const secret = format === "json" ? "rollover.json" : "add.json";
      expect(stdout).toContain(`${folder(`plan/${secret}`)} (secret)\n`);
      for (const [name, content] of Object.entries(contentOf(folder("plan")))) {
        expect(stdout).toContain(folder(`plan/${name}`));
        const isSecret = secrets().some((text) => content.includes(text));
        expect([name, isSecret]).toEqual([name, name === secret]);
        if (process.platform === "win32") continue;
        expect([name, statSync(folder(`plan/${name}`)).mode & 0o777]).toEqual([name, isSecret ? 0o600 : 0o644]);
      }
      for (const text of secrets()) expect(`${stdout}${stderr}`).not.toContain(text);
    },
  );

  it.each(ROLLOVER_FORMATS)("lists in JSON what it wrote as %s, and no secret", async (format: RolloverFormat) => {
    const args = [...WITH, "--format", format, "--out-dir", folder("plan"), "--json", "--debug"];
    const { status, stdout, stderr } = await rollover(SAMPLE, ...args);
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expectValid(document, "rollover-files");
    expect(document).toMatchObject({ format, adding: THUMBPRINT, removing: [{ thumbprint: expect.any(String) }] });
    const paths = document.files.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(
      readdirSync(folder("plan"))
        .map((name) => folder(`plan/${name}`))
        .sort(),
    );
    // The password of the vector is the name of the program, too.
    const { tool: _, ...told } = document;
    for (const text of secrets()) expect(`${JSON.stringify(told)}${stderr}`).not.toContain(text);
  });

  it("takes cloud, overlap, what to remove and names from options", async () => {
    const id = "11111111-2222-4333-8444-555555555555";
    const named = ["--cloud", "us-gov-l4", "--service-principal-id", id, "--tenant", "contoso.example"];
    const args = [...WITH, "--format", "json", ...named, "--overlap-days", "7"];
    const plan = JSON.parse((await rollover(SAMPLE, ...args)).stdout);
    expect(plan.cloud).toBe("us-gov-l4");
    const urls = JSON.stringify(plan.steps);
    expect(urls).toContain(`https://graph.microsoft.us/v1.0/servicePrincipals/${id}`);
    expect(urls).toContain("contoso.example");
    expect(plan.steps).toContainEqual(expect.objectContaining({ kind: "wait", days: 7 }));
    expect(JSON.parse((await rollover(SAMPLE, ...args, "--remove", "none")).stdout).removing).toEqual([]);
  });

  it("replaces files with --force only, and writes all or none", async () => {
    const args = [...WITH, "--format", "curl", "--out-dir", folder("plan")];
    expect(await rollover(SAMPLE, ...args)).toMatchObject({ status: 0 });
    const before = contentOf(folder("plan"));
    const later = [...args, "--overlap-days", "0"];
    const { status, stderr } = await rollover(SAMPLE, ...later);
    expect(status).toBe(2);
    expect(stderr).toContain("it exists already; --force replaces it");
    expect(contentOf(folder("plan"))).toEqual(before);
    expect(await rollover(SAMPLE, ...later, "--force")).toMatchObject({ status: 0 });
    expect(contentOf(folder("plan"))["rollover.sh"]).not.toBe(before["rollover.sh"]);
  });

  it("tells of what an earlier plan left, and leaves it", async () => {
    const args = [...WITH, "--out-dir", folder("plan")];
    expect((await rollover(SAMPLE, ...args, "--format", "json")).stderr).not.toContain("earlier plan");
    const { stderr } = await rollover(SAMPLE, ...args, "--format", "curl");
    const told = " is of an earlier plan and no part of this one: delete it.";
    expect(stderr).toContain(`graph-certkit: ${folder("plan/rollover.json")}${told} It holds a private key.\n`);
    writeFileSync(folder("plan/notes.txt"), "my own");
    const again = await rollover(SAMPLE, ...args, "--format", "curl", "--remove", "none", "--force");
    expect(again).toMatchObject({ status: 0 });
    expect(again.stderr.match(/is of an earlier plan/g)).toHaveLength(2);
    expect(again.stderr).toContain(`remove.json${told}\n`);
    expect(readdirSync(folder("plan"))).toEqual(expect.arrayContaining(["remove.json", "notes.txt"]));
    expect(again.stdout).not.toContain("remove.json");
  });

  it.each([
    ["a wrong password", SAMPLE, ["--with", PFX, "--passin", "pass:another"], "wrong-password"],
    ["the empty password", SAMPLE, ["--with", vector("openssl-empty-password"), "--passin", "pass:"], "empty-password"],
    ["no service principal", { value: [] }, WITH, "ERR_GRAPH_SERVICE_PRINCIPAL"],
  ])("exits with 1 for %s, and writes nothing", async (_, json, args, expected) => {
    const out = ["--format", "curl", "--out-dir", folder("plan")];
    const { status, stdout, stderr } = await rollover(json, ...args, ...out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(expected);
    expect(readdirSync(folder())).toEqual(["sp.json"]);
  });

  it("does not add what is there already", async () => {
    const body = JSON.parse((await call(["payload", "token-signing", ...WITH.slice(1)])).stdout);
    const { status, stderr } = await rollover({ ...SAMPLE, ...body }, ...WITH, "--format", "json");
    expect(status).toBe(1);
    expect(stderr).toContain("ERR_GRAPH_CREDENTIAL_EXISTS");
  });

  it("asks for the password by the name of the PFX", async () => {
    writeFileSync(folder("sp.json"), JSON.stringify(SAMPLE));
    const args = ["rollover", folder("sp.json"), "--with", PFX, "--format", "json"];
    const { status, questions } = await call(args, { answer: "graph-certkit" });
    expect({ status, questions }).toEqual({ status: 0, questions: [`Password of ${PFX}:`] });
  });

  it.each([
    ["a script without a folder", ["--format", "curl"], "--format curl needs --out-dir"],
    ["another format", ["--format", "bash"], "--format expects one of json, curl"],
    ["another cloud", ["--format", "json", "--cloud", "germany"], "--cloud expects one of global"],
    ["too many days", ["--format", "json", "--overlap-days", "366"], "--overlap-days expects a whole number from 0"],
    ["another removal", ["--format", "json", "--remove", "all"], "--remove expects one of previous"],
    [
      "an id that is none",
      ["--format", "json", "--service-principal-id", "x"],
      "--service-principal-id expects a GUID",
    ],
    ["a tenant that is none", ["--format", "json", "--tenant", "a/b"], "--tenant expects"],
    ["--json without a folder", ["--format", "json", "--json"], "--json is for --out-dir"],
    ["--force without a folder", ["--format", "json", "--force"], "--force is for --out-dir"],
    ["no format", [], "required option '--format"],
  ])("exits with 2 for %s", async (_, args, expected) => {
    const { status, stdout, stderr } = await rollover(SAMPLE, ...WITH, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });

  it("exits with 2 where nobody can tell whose certificates they are", async () => {
    const { id: _, appId: __, ...nameless } = SAMPLE;
    const { status, stderr } = await rollover(nameless, ...WITH, "--format", "json");
    expect(status).toBe(2);
    expect(stderr).toContain("--service-principal-id names it");
  });

  it("exits with 3 where a path cannot be read or written", async () => {
    expect(await call(["rollover", folder("none"), ...WITH, "--format", "json"])).toMatchObject({ status: 3 });
    const args = ["--format", "curl", "--out-dir", folder("sp.json")];
    expect(await rollover(SAMPLE, ...WITH, ...args)).toMatchObject({ status: 3, stdout: "" });
  });
});
