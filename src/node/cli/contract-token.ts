/** Where the bearer token of a run comes from: never an argument, since those are seen by everybody on the machine. */
import { exec } from "node:child_process";
import type { ContractTarget } from "./contract-target.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";

/** The options as they are typed. */
export interface TokenFlags {
  readonly tokenCommand?: string;
  readonly clientId?: string;
  readonly tenant?: string;
  readonly certificate?: string;
  readonly passin?: string;
}

/** Gives a token that is valid at the moment. Rejects with `UsageError`, which never holds it. */
export type TokenSource = () => Promise<string>;

/** What goes into a header as it is (RFC 6750 section 2.1, and a little more: mocks take any). */
const TOKEN = /^[\x21-\x7e]{1,65536}$/;
const COMMAND_MS = 60_000;
/** A token that ends so soon is asked for anew. */
const MARGIN_MS = 300_000;
/** For how long a token counts that does not say when it ends. */
const OPAQUE_MS = 600_000;

/**
 * Chooses the source: the option that is there, else GRAPH_TOKEN, else for a mock of this machine any text.
 * @throws {UsageError} where there is none, or two
 */
export function openTokenSource(flags: TokenFlags, target: ContractTarget, host: Host): TokenSource {
  const { tokenCommand, certificate, clientId } = flags;
  if (tokenCommand !== undefined && certificate !== undefined) {
    throw new UsageError("take the token from one of --token-command and --certificate");
  }
  if (certificate !== undefined) {
    if (clientId === undefined || flags.tenant === undefined) {
      throw new UsageError("--certificate signs in an app: --client-id and --tenant say which, and where");
    }
    const ask = async (): Promise<string> => {
      const { signIn } = await import("./contract-sign-in.js");
      return await signIn(
        { clientId, tenant: flags.tenant ?? "", file: certificate, passin: flags.passin },
        target,
        host,
      );
    };
    return kept(ask, "the sign-in", host);
  }
  for (const [name, value] of [
    ["--client-id", clientId],
    ["--passin", flags.passin],
  ]) {
    if (value !== undefined) throw new UsageError(`${name} is for --certificate`);
  }
  if (tokenCommand !== undefined) return kept(() => runCommand(tokenCommand), "--token-command", host);
  const token = host.environment["GRAPH_TOKEN"];
  if (token !== undefined && token !== "") {
    const checked = requireToken(token.trim(), "the variable GRAPH_TOKEN");
    return () => Promise.resolve(checked);
  }
  if (target.mode === "mock") return () => Promise.resolve("mock");
  throw new UsageError(
    "a token is needed: set GRAPH_TOKEN, or give --token-command, or --certificate with --client-id and --tenant",
  );
}

/** Asks again only when the token is about to end; calls at the same time share the answer. */
function kept(ask: () => Promise<string>, source: string, { now }: Pick<Host, "now">): TokenSource {
  let asking: Promise<string> | undefined;
  let endsAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (asking === undefined || now().getTime() > endsAt) {
      // Until it is known when it ends, it counts.
      endsAt = Number.POSITIVE_INFINITY;
      asking = ask().then((token) => {
        endsAt = (expiryOf(token) ?? now().getTime() + OPAQUE_MS + MARGIN_MS) - MARGIN_MS;
        return requireToken(token, source);
      });
      // What failed is tried again: what a run has made still has to be removed.
      asking.catch(() => {
        asking = undefined;
      });
    }
    return asking;
  };
}

function requireToken(token: string, source: string): string {
  if (TOKEN.test(token)) return token;
  throw new UsageError(`${source} gave no token: one line without spaces is expected`);
}

/** The first line that the command prints; what it says on standard error is for the user. */
function runCommand(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = exec(command, { timeout: COMMAND_MS, windowsHide: true }, (error, stdout) => {
      if (error === null) return resolve(stdout.trim());
      const how = error.killed === true ? "took longer than a minute" : `ended with ${error.code ?? error.signal}`;
      reject(new UsageError(`--token-command ${how}`));
    });
    child.stderr?.pipe(process.stderr, { end: false });
    child.stdin?.end();
  });
}

/** `exp` of a JWT (RFC 7519 section 4.1.4) in milliseconds; `undefined` for any other text. */
function expiryOf(token: string): number | undefined {
  try {
    const [, claims = ""] = token.split(".");
    const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
