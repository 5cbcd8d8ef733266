/** `graph-certkit repack`: the same keys and certificates in another protection, or nothing at all. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openFile } from "../../../../src/credential/open.js";
import type { Protection } from "../../../../src/pkcs12/protection.js";
import { PROTECTIONS } from "../../../../src/pkcs12/protection.js";
import { contentOf, useFolder } from "../scratch-folder.js";
import { call, expectValid, vector } from "./command.js";

const PASSIN = ["--passin", "pass:graph-certkit"];
const FILE = vector("openssl-legacy");
/** Few iterations: what they cost is not looked at here. */
const QUICK = ["--iterations", "10"];

/** What must stay byte for byte. */
async function inside(path: string, password: string): Promise<object> {
  const opened = await openFile(readFileSync(path), { password, now: new Date("2026-01-01") });
  expect(opened.failure).toBeUndefined();
  return {
    keys: opened.keys.map(({ pkcs8 }) => Buffer.from(pkcs8).toString("hex")),
    certificates: opened.certificates.map(({ der, friendlyName }) => [Buffer.from(der).toString("hex"), friendlyName]),
  };
}

describe("repack", () => {
  const folder = useFolder();

  it.each(PROTECTIONS)("writes %s, for the owner alone, with the same password", async (protection: Protection) => {
    const out = folder("new.pfx");
    const { status, stdout, stderr } = await call([
      "repack",
      FILE,
      ...PASSIN,
      "--out",
      out,
      "--protection",
      protection,
    ]);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: "",
      stderr: `graph-certkit: what was packed anew (${protection} protection) is in ${out}\n`,
    });
    expect(await inside(out, "graph-certkit")).toEqual(await inside(FILE, "graph-certkit"));
    if (process.platform !== "win32") expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(Object.keys(contentOf(folder()))).toEqual(["new.pfx"]);
  });

  it("tells in JSON what it wrote, and no password", async () => {
    const args = ["repack", FILE, ...PASSIN, "--passout", "pass:hunter2", "--out", folder("new.pfx"), ...QUICK];
    const { status, stdout, stderr } = await call([...args, "--protection", "modern", "--json", "--debug"]);
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expectValid(document, "repacked-file");
    expect(document).toMatchObject({
      file: FILE,
      out: folder("new.pfx"),
      bytes: statSync(folder("new.pfx")).size,
      protection: "modern",
      isPasswordNew: true,
      keys: 1,
      certificates: [{ hasPrivateKey: true }],
    });
    expect(`${stdout}${stderr}`).not.toMatch(/hunter2|pass:/);
    expect(await inside(folder("new.pfx"), "hunter2")).toEqual(await inside(FILE, "graph-certkit"));
  });

  it("reads through base64 and a request body, whose password it takes", async () => {
    const body = { pkcs12Value: readFileSync(FILE).toString("base64"), password: "graph-certkit" };
    const args = ["--out", folder("new.pfx"), "--protection", "graph"];
    expect(await call(["repack", "-", ...args], { input: [JSON.stringify(body)] })).toMatchObject({ status: 0 });
    expect(await inside(folder("new.pfx"), "graph-certkit")).toEqual(await inside(FILE, "graph-certkit"));
  });

  it("asks for both passwords on a terminal, the new one twice", async () => {
    const answers = ["graph-certkit", "new", "new"];
    const questions: string[] = [];
    const promptPassword = (question: string): Promise<string> => {
      questions.push(question);
      return Promise.resolve(answers.shift() ?? "");
    };
    const args = ["repack", FILE, "--passout", "prompt", "--out", folder("new.pfx"), "--protection", "graph"];
    expect(await call(args, { isInteractive: true, promptPassword })).toMatchObject({ status: 0 });
    expect(questions).toEqual([`Password of ${FILE}:`, "Password of the new file:", "The same once more:"]);
    expect(await inside(folder("new.pfx"), "new")).toBeTypeOf("object");
  });

  it("replaces a file with --force only, the one that it reads too", async () => {
    const file = folder("own.pfx");
    writeFileSync(file, readFileSync(FILE));
    const before = await inside(file, "graph-certkit");
    const args = ["repack", file, ...PASSIN, "--out", file, "--protection", "modern", ...QUICK];
    const refused = await call(args);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain("it exists already; --force replaces it");
    expect(readFileSync(file).equals(readFileSync(FILE))).toBe(true);
    expect(await call([...args, "--force"])).toMatchObject({ status: 0 });
    expect(readFileSync(file).equals(readFileSync(FILE))).toBe(false);
    expect(await inside(file, "graph-certkit")).toEqual(before);
  });

  it.each([
    ["a wrong password", FILE, ["--passin", "pass:another"], "ERR_PKCS12_MAC_MISMATCH"],
    ["no PFX", vector("broken-no-pfx"), PASSIN, "ERR_PKCS12_NOT_PFX"],
    ["a file above the limit", FILE, [...PASSIN, "--max-bytes", "100"], "ERR_PKCS12_FILE_BYTES"],
    ["iterations above the limit", FILE, [...PASSIN, "--max-iterations", "100"], "ERR_PKCS12_ITERATIONS"],
  ])("exits with 1 for %s, and writes nothing", async (_, file, options, code) => {
    const args = ["repack", file, ...options, "--out", folder("new.pfx"), "--protection", "graph"];
    const { status, stdout, stderr } = await call(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(`graph-certkit: ${file}: `);
    expect(stderr).toContain(code);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(contentOf(folder())).toEqual({});
  });

  it.each([
    ["another protection", ["--protection", "secret"], "--protection expects one of graph, modern, pbmac1"],
    ["no iterations", ["--protection", "graph", "--iterations", "0"], "--iterations expects a whole number from 1 to"],
    ["far too many", ["--protection", "graph", "--iterations", "10000001"], "--iterations expects a whole number"],
    ["a stray password", ["--protection", "graph", "--passout", "secret"], "--passout expects one of pass:PASSWORD"],
    ["two that read standard input", ["--protection", "graph", "--passin", "stdin", "--passout", "stdin"], "only once"],
    ["no protection", [], "required option '--protection"],
  ])("exits with 2 for %s, and writes nothing", async (_, options, expected) => {
    const { status, stdout, stderr } = await call(["repack", FILE, "--out", folder("new.pfx"), ...options]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain("secret");
    expect(contentOf(folder())).toEqual({});
  });

  it("exits with 3 where a path cannot be read or written", async () => {
    const args = ["--protection", "graph", ...QUICK, ...PASSIN];
    expect(await call(["repack", folder("none"), "--out", folder("a"), ...args])).toMatchObject({ status: 3 });
    expect(await call(["repack", FILE, "--out", folder("none/a"), ...args])).toMatchObject({ status: 3 });
    expect(contentOf(folder())).toEqual({});
  });
});
