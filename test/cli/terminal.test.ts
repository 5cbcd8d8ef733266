/** What reaches the terminal: colours where they are wanted, no control characters, and a reader that goes away. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import { certBag, data, keyBag, pfx } from "../../tools/make-vectors/pfx-writer.js";
import { MAIN, PASSWORD, run, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const ESCAPE = "\u001b";
const ARGS = ["preflight", vector("openssl-default"), "--passin", `pass:${PASSWORD}`];
/** Sets the title, clears the screen, turns the writing direction, breaks the line, and C1's CSI. */
const HOSTILE = `a${ESCAPE}]0;owned\u0007${ESCAPE}[2J\u202e\n\u2028\u009b31mz`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u;

/** An unprotected PFX whose certificate has that friendlyName. */
async function pfxNamed(friendlyName: string): Promise<Uint8Array> {
  const file = await openFile(readFileSync(vector("made-key-bag")), { password: PASSWORD, now: new Date(0) });
  const [credential] = file.credentials;
  if (credential === undefined) throw new Error("the vector holds a credential");
  const { certificate, privateKey } = credential;
  return pfx([data(keyBag(privateKey.pkcs8), certBag(certificate.der, { friendlyName }))], null, undefined);
}

describe("colours", () => {
  it("are not there where there is no terminal", async () => {
    expect((await runMain(ARGS)).stdout).not.toContain(ESCAPE);
    expect((await runMain(ARGS, { env: { CI: "true" } })).stdout).not.toContain(ESCAPE);
  });

  it("are there with FORCE_COLOR, unless NO_COLOR or --no-color says otherwise", async () => {
    const env = { FORCE_COLOR: "1" };
    expect((await runMain(ARGS, { env })).stdout).toContain(`${ESCAPE}[32m`);
    expect((await runMain(ARGS, { env: { ...env, NO_COLOR: "1" } })).stdout).not.toContain(ESCAPE);
    expect((await runMain([...ARGS, "--no-color"], { env })).stdout).not.toContain(ESCAPE);
    expect((await runMain([...ARGS, "--json"], { env })).stdout).not.toContain(ESCAPE);
  });
});

describe("hostile names", () => {
  const scratch = useScratch();

  it("reach no terminal raw out of a friendlyName", async () => {
    writeFileSync(scratch("named.pfx"), await pfxNamed(HOSTILE));
    const card = await runMain(["preflight", scratch("named.pfx")]);
    expect(card.stdout).toContain("friendlyName  a\\1B]0;owned\\07\\1B[2J");
    expect(card.stdout).not.toMatch(RAW);
    const json = await runMain(["preflight", scratch("named.pfx"), "--json"]);
    expect(json.stdout).not.toMatch(RAW);
    expect(JSON.parse(json.stdout).reports[0].certificates[0].friendlyName).toBe(HOSTILE);
  });

  it("reach no terminal raw out of a file's name", async () => {
    if (process.platform === "win32") return; // such names cannot be there
    writeFileSync(scratch(HOSTILE), "");
    const found = await runMain(["preflight", scratch(HOSTILE), scratch(`none${HOSTILE}`), "--debug"]);
    expect(found.status).toBe(3);
    expect(found.stdout).toContain("a\\1B]0;owned");
    expect(`${found.stdout}${found.stderr}`).not.toMatch(RAW);
    const json = await runMain(["preflight", scratch(HOSTILE), "--json"]);
    expect(json.stdout).not.toMatch(RAW);
    expect(JSON.parse(json.stdout).reports[0].file).toBe(scratch(HOSTILE));
  });
});

describe.runIf(process.platform !== "win32")("standard output", () => {
  const shell = (script: string, ...args: string[]): ReturnType<typeof run> =>
    run("bash", ["--norc", "-c", script, process.execPath, MAIN, ...args]);

  it("may be closed early: the verdict counts all the same", async () => {
    const good = await shell(`"$0" "$@" | head -1; echo "\${PIPESTATUS[0]}"`, ...ARGS);
    expect(good).toMatchObject({ stderr: "", stdout: expect.stringMatching(/^ACCEPT .*\n0\n$/) });
    const many = Array.from({ length: 400 }, () => vector("broken-truncated"));
    const bad = await shell(`"$0" "$@" | head -1; echo "\${PIPESTATUS[0]}"`, "preflight", ...many);
    expect(bad).toMatchObject({ stderr: "", stdout: expect.stringMatching(/^REJECT .*\n1\n$/) });
  });

  it.runIf(process.platform === "linux")("may be full: that is told and exits with 3", async () => {
    const { stdout, stderr } = await shell(`"$0" "$@" > /dev/full; echo $?`, ...ARGS, "--json");
    expect(stderr).toBe("graph-certkit: cannot write the output (ENOSPC)\n");
    expect(stdout).toBe("3\n");
  });
});
