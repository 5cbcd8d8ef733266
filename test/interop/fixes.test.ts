/**
 * The commands that findings give as their fix, run as they stand but for the passwords, which a terminal would ask for:
 * the new file must open with its key and certificate, without the finding, and no other file may be left behind.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openFile } from "../../src/credential/open.js";
import type { Finding, Target } from "../../src/findings/finding.js";
import { inspect } from "../../src/findings/inspect.js";
import { MAIN } from "../cli/run-main.js";
import { announce } from "../setup/announce.js";
import { ownVector } from "../setup/own-vectors.js";
import { missingOpenssl } from "./openssl.js";

const execute = promisify(execFile);
const [NEW_PASSWORD, NOW] = ["new password", new Date("2026-06-01T00:00:00Z")];

const problems = { "graph-certkit": undefined, openssl: await missingOpenssl(), keytool: await missingKeytool() };
for (const [tool, problem] of Object.entries(problems)) {
  if (problem !== undefined && process.env["CI"] === "true") throw new Error(problem);
  if (problem !== undefined) announce(`fixes with ${tool}: skipped, ${problem}`);
}

async function missingKeytool(): Promise<string | undefined> {
  try {
    await execute("keytool", ["-help"]);
    return undefined;
  } catch (error) {
    return `no keytool: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
  }
}

let folder = "";
/** Where the built command line is found by its name. */
let programs = "";
beforeAll(async () => {
  programs = await mkdtemp(resolve(tmpdir(), "graph-certkit-programs-"));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`;
  await writeFile(resolve(programs, "graph-certkit"), script, { mode: 0o755 });
  folder = await mkdtemp(resolve(tmpdir(), "graph-certkit-fixes-"));
});
afterAll(async () => {
  for (const made of [folder, programs]) await rm(made, { recursive: true, force: true });
});

/** The command with passwords from the environment where the tool would ask. */
function answered(command: string): string {
  if (command.startsWith("graph-certkit ")) {
    return command.replace("repack old.pfx", "$& --passin env:OLD").replace("--passout prompt", "--passout env:NEW");
  }
  return command
    .replace("-in old.pfx", "$& -passin env:OLD")
    .replace("-out unpacked.pem", "$& -passout env:BETWEEN")
    .replace("-in unpacked.pem", "$& -passin env:BETWEEN")
    .replace("-out new.pfx", "$& -passout env:NEW")
    .replace("-srckeystore old.pfx", "$& -srcstorepass:env OLD")
    .replace("-destkeystore new.pfx", "$& -deststorepass:env NEW")
    .replace("-srcalias NAME", "-srcalias first");
}

async function judge(bytes: Uint8Array, password: string, target: Target) {
  const opened = await openFile(bytes, { password, now: NOW });
  return { opened, findings: inspect({ opened, target, now: NOW }) };
}

const cases: readonly [Finding["id"], string, keyof typeof problems, Target][] = [
  ["empty-password", "openssl-empty-password", "graph-certkit", "token-signing"],
  ["empty-password", "go-passwordless", "graph-certkit", "token-signing"],
  ["no-mac", "openssl-nomac", "graph-certkit", "api-connector"],
  ["weak-mac", "openssl-mac-md5", "graph-certkit", "api-connector"],
  ["aes-protection", "openssl-default", "graph-certkit", "api-connector"],
  ["aes-protection", "go-modern-2026", "graph-certkit", "api-connector"],
  ["rc2-40", "openssl-legacy", "graph-certkit", "api-connector"],
  ["rc2-40", "openssl-rc4-40", "graph-certkit", "api-connector"],
  ["low-iterations", "openssl-iter-1", "graph-certkit", "api-connector"],
  ["high-iterations", "openssl-iter-600000", "graph-certkit", "api-connector"],
  ["empty-password", "openssl-empty-password", "openssl", "token-signing"],
  ["empty-password", "go-passwordless", "openssl", "token-signing"],
  ["no-mac", "openssl-nomac", "openssl", "api-connector"],
  ["weak-mac", "openssl-mac-md5", "openssl", "api-connector"],
  ["aes-protection", "openssl-default", "openssl", "api-connector"],
  ["aes-protection", "go-modern-2026", "openssl", "api-connector"],
  ["rc2-40", "openssl-legacy", "openssl", "api-connector"],
  ["rc2-40", "openssl-rc4-40", "openssl", "api-connector"],
  ["low-iterations", "openssl-iter-1", "openssl", "api-connector"],
  ["high-iterations", "openssl-iter-600000", "openssl", "api-connector"],
  ["other-content", "keytool-secret", "openssl", "api-connector"],
  ["several-keys", "keytool-two-keys", "keytool", "api-connector"],
  ["chain-misordered", "made-ca-first", "openssl", "api-connector"],
];

for (const [id, vector, tool, target] of cases) {
  it.skipIf(problems[tool] !== undefined)(`${id} of ${vector} is mended by its own command of ${tool}`, async () => {
    const { bytes, entry } = ownVector(vector);
    const password = entry.password ?? "";
    const before = (await judge(bytes, password, target)).findings.find((finding) => finding.id === id);
    const pattern = tool === "graph-certkit" ? /graph-certkit [^;]+/ : new RegExp(`${tool} .*$`);
    const command = before?.fix.match(pattern)?.[0] ?? "";
    expect(command).toMatch(new RegExp(`^${tool} `));
    await writeFile(resolve(folder, "old.pfx"), bytes);
    const passwords = { OLD: password, BETWEEN: "pass phrase", NEW: NEW_PASSWORD };
    const env = { ...process.env, ...passwords, PATH: `${programs}${delimiter}${process.env["PATH"]}` };
    await execute("sh", ["-c", answered(command)], { cwd: folder, env });
    expect((await readdir(folder)).sort()).toEqual(["new.pfx", "old.pfx"]);
    const isKept = tool === "graph-certkit" && !command.includes("--passout");
    const newPassword = isKept ? password : NEW_PASSWORD;
    const { opened, findings } = await judge(await readFile(resolve(folder, "new.pfx")), newPassword, target);
    await rm(resolve(folder, "new.pfx"));
    expect(opened.credentials).toHaveLength(1);
    expect(opened.credentials[0]?.certificate.thumbprint).toBe(entry.leafThumbprint);
    expect(findings.map((finding) => finding.id)).not.toContain(id);
  });
}
