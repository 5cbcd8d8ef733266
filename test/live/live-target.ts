/** The tenant that `npm run test:live` is for, out of the environment: the same pieces that the command line uses. */
import { resolve } from "node:path";
import { ONE_READ, PATIENT } from "../../src/contract/session/settling.js";
import type { LiveRun } from "../../src/node/cli/contract-live.js";
import { readSelection } from "../../src/node/cli/contract-options.js";
import { shellCommand } from "../../src/node/cli/contract-report/shell-words.js";
import { readTarget } from "../../src/node/cli/contract-target.js";
import { openTokenSource } from "../../src/node/cli/contract-token.js";
import { readDuration, readIntegerOption } from "../../src/node/cli/duration.js";
import { UsageError } from "../../src/node/cli/failure.js";
import type { Host } from "../../src/node/cli/host.js";
import type { GraphContractOptions } from "../../src/vitest/describe-graph-contract.js";

const DAY_MS = 86_400_000;

/** The variables, by the option of the command line that says the same. */
const VARIABLES: Readonly<Record<string, string>> = {
  "--base-url": "GRAPH_BASE_URL",
  "--allow-http": "GRAPH_ALLOW_HTTP=1",
  "--cloud": "GRAPH_CLOUD",
  "--token-command": "GRAPH_TOKEN_COMMAND",
  "--certificate": "GRAPH_CERTIFICATE",
  "--client-id": "GRAPH_CLIENT_ID",
  "--tenant": "GRAPH_TENANT_ID",
  "--allow-writes": "GRAPH_ALLOW_WRITES=1",
  "--object": "GRAPH_OBJECTS",
  "--treat-as-foreign": "GRAPH_TREAT_AS_FOREIGN=1",
  "--settle": "GRAPH_SETTLE",
  "--max-time": "GRAPH_MAX_TIME",
  "--passin": "GRAPH_CERTIFICATE_PASSWORD",
};

/**
 * What to run; with the reason in `skip` where the environment asks for nothing. It reads only, unless GRAPH_ALLOW_WRITES is
 * 1 and GRAPH_TENANT_ID the tenant of the token. GRAPH_SETTLE is how many equal reads in a row count as settled,
 * GRAPH_MAX_TIME after what time, such as 30m, the run is ended and cleans up.
 * @throws {UsageError} naming the variable that is none
 */
export function liveTarget(host: Host): GraphContractOptions {
  const { environment } = host;
  const skip = reasonToSkip(environment);
  if (skip !== undefined) return { name: "the tenant", baseUrl: "https://graph.microsoft.com/v1.0", skip };
  try {
    return readEnvironment(host);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(inVariables(error.message)) : error;
  }
}

function reasonToSkip(environment: Host["environment"]): string | undefined {
  const has = (name: string): boolean => (environment[name] ?? "") !== "";
  if (!has("GRAPH_BASE_URL")) return "GRAPH_BASE_URL is not set, such as https://graph.microsoft.com/v1.0";
  if (!["GRAPH_TOKEN", "GRAPH_TOKEN_COMMAND", "GRAPH_CERTIFICATE"].some(has)) {
    return "none of GRAPH_TOKEN, GRAPH_TOKEN_COMMAND and GRAPH_CERTIFICATE is set";
  }
  if (!has("GRAPH_OBJECTS") && environment["GRAPH_ALLOW_WRITES"] !== "1") {
    return "GRAPH_OBJECTS names nothing to read (connector:ID,servicePrincipal:ID), and GRAPH_ALLOW_WRITES is not 1";
  }
  return undefined;
}

function readEnvironment(host: Host): GraphContractOptions {
  const text = (name: string): string | undefined => host.environment[name] || undefined;
  const isOn = (name: string): boolean => text(name) === "1";
  const target = readTarget(
    defined({
      baseUrl: text("GRAPH_BASE_URL") ?? "",
      mode: isOn("GRAPH_ALLOW_WRITES") ? "live" : "read-only",
      allowWrites: isOn("GRAPH_ALLOW_WRITES"),
      tenant: text("GRAPH_TENANT_ID"),
      cloud: text("GRAPH_CLOUD"),
      allowHttp: isOn("GRAPH_ALLOW_HTTP"),
      treatAsForeign: isOn("GRAPH_TREAT_AS_FOREIGN"),
    }),
  );
  const isCertificate = text("GRAPH_CERTIFICATE") !== undefined;
  const token = openTokenSource(
    defined({
      tokenCommand: text("GRAPH_TOKEN_COMMAND"),
      certificate: text("GRAPH_CERTIFICATE"),
      ...(isCertificate ? { clientId: text("GRAPH_CLIENT_ID"), tenant: text("GRAPH_TENANT_ID") } : {}),
      passin: isCertificate ? "env:GRAPH_CERTIFICATE_PASSWORD" : undefined,
    }),
    target,
    host,
  );
  const objects = readSelection({ object: (text("GRAPH_OBJECTS") ?? "").split(",").filter(Boolean) }, host).objects;
  const { baseUrl, mode, live } = target;
  const timeoutMs = readDuration(text("GRAPH_MAX_TIME"), "--max-time", DAY_MS);
  const options: GraphContractOptions = {
    ...defined({ timeoutMs }),
    name: "the tenant",
    baseUrl,
    mode,
    auth: token,
    objects,
  };
  if (live === undefined) return options;
  const reads = readIntegerOption(text("GRAPH_SETTLE"), "--settle", 1, 100) ?? PATIENT.reads;
  const journal = resolve(`graph-certkit-journal-${host.newId().slice(0, 8)}.ndjson`);
  const treatAsForeign = isOn("GRAPH_TREAT_AS_FOREIGN");
  let run: LiveRun | undefined;
  return {
    ...options,
    settling: reads === 1 ? ONE_READ : { ...PATIENT, reads },
    start: async () => {
      const { openLiveRun } = await import("../../src/node/cli/contract-live.js");
      run = await openLiveRun({
        flags: { journal, treatAsForeign },
        settings: { maxObjects: undefined, target },
        tenantId: live.tenantId,
        token,
        host,
      });
      // Whoever interrupts Vitest is told nothing any more.
      const words = ["graph-certkit", "contract", "sweep", "--base-url", baseUrl, "--journal", journal];
      if (treatAsForeign) words.push("--treat-as-foreign");
      const command = shellCommand([...words, "--allow-writes", "--tenant", live.tenantId]);
      host.stderr.write(`test:live: where the run is interrupted, this removes what it has made: ${command}\n`);
      return { live: run.options, stop: () => run?.close() };
    },
  };
}

/** Options that are not set are not there. */
function defined<T extends object>(flags: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(flags).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function inVariables(message: string): string {
  return Object.entries(VARIABLES).reduce((text, [option, name]) => text.replaceAll(option, name), message);
}
