/**
 * `npm run demo`, after a build: what the command line does for one certificate, from minting to the plan of a rollover,
 * each command shown as it would be typed; then an upload to the mock over http, and the contract held against it. Works in
 * a folder of its own, which is gone in the end; nothing leaves the machine.
 */
import { spawn as spawnProcess, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { styleText } from "node:util";
import type { IdentityApiConnector, KeyCredential, PasswordCredential, ServicePrincipal } from "../src/graph/model.js";
import type { RolloverPlan } from "../src/rollover/step.js";

const BIN = resolve(import.meta.dirname, "../dist/node/bin/main.js");
const NOW = "2026-01-01T00:00:00Z";
const APPLICATION = "CN=customDisplayName";

/** Variable that carries the password of this run's files, which every call names as `env:PFX_PASSWORD`. */
const env = { ...process.env, PFX_PASSWORD: randomBytes(18).toString("base64url") };

interface PatchBody {
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
}

const folder = mkdtempSync(resolve(tmpdir(), "graph-certkit-demo-"));
try {
  say("A certificate as addTokenSigningCertificate would have minted it, with its PFX and every body around it");
  run("create", "--display-name", APPLICATION, "--at", NOW, "--passout", "env:PFX_PASSWORD", "--out-dir", "new");

  say("What is in the PFX, what is wrong with it, where else it opens");
  run("preflight", "new/credential.pfx", "--target", "token-signing", "--at", NOW, "--passin", "env:PFX_PASSWORD");

  say("The same key and certificate under today's protection");
  const protection = ["--protection", "modern", "--passin", "env:PFX_PASSWORD"];
  run("repack", "new/credential.pfx", "--out", "modern.pfx", ...protection);

  say("A service principal whose certificate is about to expire, as a GET shows it");
  const old = ["--end-date-time", "2026-01-20T00:00:00Z", "--at", "2023-01-25T00:00:00Z"];
  runQuietly("create", "--display-name", APPLICATION, ...old, "--passout", "env:PFX_PASSWORD", "--out-dir", "old");
  writeServicePrincipal("service-principal.json");
  run("audit", "service-principal.json", "--at", NOW);

  say("Every request of the rollover, in order; the bodies lie beside the script");
  const source = ["--with", "new/credential.pfx", "--passin", "env:PFX_PASSWORD"];
  const rollover = ["rollover", "service-principal.json", ...source, "--at", NOW];
  run(...rollover, "--format", "curl", "--out-dir", "rollover");
  say("Its steps");
  for (const line of listSteps([...rollover, "--format", "json"])) process.stdout.write(`  ${line}\n`);

  say("A connector of the mock gets a client certificate over http: what preflight predicts, and what it answers");
  const client = ["--display-name", "CN=connector.example.com", "--profile", "client-auth", "--out-dir", "client"];
  runQuietly("create", ...client, "--passout", "env:PFX_PASSWORD");
  await uploadToMock(resolve(folder, "client"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(text: string): void {
  process.stdout.write(`\n${styleText("bold", `# ${text}`)}\n`);
}

/** The plan's steps, a line each; the whole plan has secrets in it. */
function listSteps(args: readonly string[]): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, env, encoding: "utf8" });
  const { steps } = JSON.parse(stdout) as RolloverPlan;
  return steps.map((step) => ("request" in step ? `${step.title}: ${step.request.method}` : step.title));
}

/** Starts the mock as a user would, sends it what `payload upload` makes, judges it, and ends it. */
async function uploadToMock(client: string): Promise<void> {
  process.stdout.write("\n$ graph-certkit mock --port 0 --json\n");
  const mock = spawnProcess(process.execPath, [BIN, "mock", "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [ready] = (await once(createInterface(mock.stdout), "line")) as [string];
    const { url } = JSON.parse(ready) as { readonly url: string };
    const send = async (path: string, body: string): Promise<IdentityApiConnector> => {
      process.stdout.write(`POST ${url}/v1.0${path}\n`);
      const headers = { authorization: "Bearer demo", "content-type": "application/json" };
      const response = await fetch(`${url}/v1.0${path}`, { method: "POST", headers, body });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as IdentityApiConnector;
    };
    const connectors = "/identity/apiConnectors";
    const connector = await send(connectors, '{"displayName":"demo","targetUrl":"https://connector.example.com"}');
    const upload = readFileSync(resolve(client, "upload-client-certificate.json"), "utf8");
    const answer = await send(`${connectors}/${connector.id}/uploadClientCertificate`, upload);
    const preflight = ["preflight", "client/credential.pfx", "--passin", "env:PFX_PASSWORD", "--json"];
    const { stdout } = spawnSync(process.execPath, [BIN, ...preflight], { cwd: folder, env, encoding: "utf8" });
    const predicted = JSON.parse(stdout).reports[0].authenticationConfiguration;
    console.table({
      predicted: flatten(predicted),
      answered: flatten(answer.authenticationConfiguration),
    });
    say("That mock, held to the contract: what it answers against what the certificates themselves say");
    run("contract", "run", "--base-url", `${url}/v1.0`, "--scenario", "connector-lifecycle", "token-signing");
  } finally {
    mock.kill();
    await once(mock, "exit");
  }
}

/** The one entry of the list, as a row. */
function flatten(configuration: IdentityApiConnector["authenticationConfiguration"]): object {
  return configuration && "certificateList" in configuration ? { ...configuration.certificateList?.[0] } : {};
}

/** @throws Error where the command fails: a demo that goes wrong is a defect */
function run(...args: readonly string[]): void {
  process.stdout.write(`\n$ graph-certkit ${args.join(" ")}\n`);
  spawn(args, "inherit");
}

function runQuietly(...args: readonly string[]): void {
  spawn(args, "ignore");
}

/** 1 is a verdict, not a failure: audit has something to say of a certificate that expires soon. */
function spawn(args: readonly string[], stdout: "inherit" | "ignore"): void {
  const { status, error } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", stdout, "inherit"],
  });
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`graph-certkit ${args[0]}: exit ${status}`);
}

/** Made of what the earlier certificate's PATCH brought along: a GET shows no private key and no password. */
function writeServicePrincipal(name: string): void {
  const patch = JSON.parse(readFileSync(resolve(folder, "old/patch-service-principal.json"), "utf8")) as PatchBody;
  const { thumbprint } = JSON.parse(readFileSync(resolve(folder, "old/self-signed-certificate.json"), "utf8"));
  const servicePrincipal: ServicePrincipal = {
    id: "004375c5-6e2e-4dec-95e3-626838cb9f80",
    appId: "65415bb1-9267-4313-bbf5-ae259732ee12",
    displayName: "customDisplayName",
    keyCredentials: patch.keyCredentials.map((entry) =>
      entry.usage === "Sign" ? { ...entry, type: "AsymmetricX509Cert", key: null } : entry,
    ),
    passwordCredentials: patch.passwordCredentials.map((entry) => ({ ...entry, secretText: null })),
    preferredTokenSigningKeyThumbprint: thumbprint,
  };
  writeFileSync(resolve(folder, name), JSON.stringify(servicePrincipal, undefined, 2));
}
