/** A server that keeps one servicePrincipal as Graph does, as far as a rollover sees, and a shell that runs a script against it. */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KeyCredential } from "../../../src/graph/model.js";
import type { ReadServicePrincipal } from "../../../src/graph/service-principal.js";
import type { RenderedRollover } from "../../../src/rollover/render-rollover.js";

/** One request as it came. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

/** How the server behaves. */
export interface ServerOptions {
  readonly stored: ReadServicePrincipal;
  /** How many reads after a change still show the state before it. */
  readonly staleReads?: number;
  /** The status of every PATCH; default: 204. */
  readonly patchStatus?: number;
}

/** A server at work. */
export interface RunningServer {
  readonly origin: string;
  readonly arrived: Arrived[];
  /** What is stored at last. */
  readonly stored: () => ReadServicePrincipal;
  readonly replace: (stored: ReadServicePrincipal) => void;
  readonly close: () => Promise<void>;
}

export async function startServer({
  stored: initial,
  staleReads = 0,
  patchStatus = 204,
}: ServerOptions): Promise<RunningServer> {
  let stored = initial;
  let shown = initial;
  let stale = 0;
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const { authorization, "content-type": contentType } = request.headers;
      const body: unknown = text === "" ? null : JSON.parse(text);
      arrived.push({ method: request.method ?? "", url: request.url ?? "", authorization, contentType, body });
      if (request.method === "PATCH") {
        if (patchStatus !== 204) {
          response
            .writeHead(patchStatus, { "content-type": "application/json" })
            .end('{"error":{"code":"Request_BadRequest"}}');
          return;
        }
        shown = stored;
        stored = { ...stored, ...(body as Partial<ReadServicePrincipal>) };
        stored = {
          ...stored,
          keyCredentials: stored.keyCredentials.map(hideKey),
          passwordCredentials: stored.passwordCredentials.map((entry) => ({ ...entry, secretText: null })),
        };
        stale = staleReads;
        response.writeHead(204).end();
        return;
      }
      const answer = stale > 0 ? shown : stored;
      stale -= 1;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    arrived,
    stored: () => stored,
    replace: (other) => {
      stored = other;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function hideKey(entry: KeyCredential): KeyCredential {
  return entry.usage === "Sign" ? { ...entry, type: "AsymmetricX509Cert", key: null } : entry;
}

/** How a run ended. */
export interface ScriptRun {
  readonly status: number | null;
  readonly output: string;
  /** The command lines of all programs that the script started by name. */
  readonly commandLines: string;
}

/** A folder with a rendered script, its addresses those of a server. */
export interface ScriptFolder {
  readonly run: (phase: string, environment?: Readonly<Record<string, string>>) => Promise<ScriptRun>;
  readonly remove: () => void;
}

/** A folder whose name a shell would take apart; `sleep` returns at once, curl and az leave their command lines behind. */
export function layOut({ script, name, files }: RenderedRollover, origin: string): ScriptFolder {
  const root = mkdtempSync(join(tmpdir(), "rollover-"));
  const folder = join(root, "it's a $folder");
  const programs = join(root, "bin");
  for (const path of [folder, programs]) mkdirSync(path);
  writeFileSync(join(folder, name), script.replaceAll("https://graph.microsoft.com", origin));
  for (const file of files) writeFileSync(join(folder, file.name), file.content);
  const log = join(root, "command-lines.txt");
  writeFileSync(log, "");
  const program = (called: string, text: string): void => {
    writeFileSync(join(programs, called), `#!/bin/sh\n${text}\n`);
    chmodSync(join(programs, called), 0o755);
  };
  program("sleep", "exit 0");
  program("curl", `printf '%s\\n' "$*" >>'${log}'; env >>'${log}'; PATH=\${PATH#*:}; exec curl "$@"`);
  // As far as the script uses it: the same request by curl, with a token of its own.
  program(
    "az",
    [
      `printf '%s\\n' "$*" >>'${log}'`,
      "body= headers= method= uri=",
      'while [ $# -gt 0 ]; do case "$1" in',
      "  --method) method=$2; shift ;; --uri) uri=$2; shift ;; --body) body=$2; shift ;; --headers) headers=$2; shift ;;",
      "esac; shift; done",
      `PATH=\${PATH#*:}`,
      'method=$(printf %s "$method" | tr a-z A-Z)',
      'if [ -z "$body" ]; then exec curl -sgf -X "$method" "$uri"; fi',
      'exec curl -sgf -X "$method" -H "$(printf %s "$headers" | sed "s/=/: /")" --data-binary "$body" "$uri"',
    ].join("\n"),
  );
  return {
    run: async (phase, environment = {}) => {
      const child = spawn("sh", [join(folder, name), ...(phase === "" ? [] : [phase])], {
        cwd: root,
        env: { PATH: `${programs}:${process.env["PATH"] ?? ""}`, HOME: root, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
      const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
      return { status, output, commandLines: readFileSync(log, "utf8") };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
