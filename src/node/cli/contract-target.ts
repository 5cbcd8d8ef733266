/** Who is asked, and what may be done there: a mock on this machine everything, any other host nothing without leave. */
import type { Mode } from "../../contract/scenario.js";
import type { CloudId } from "../../graph/clouds.js";
import { CLOUDS } from "../../graph/clouds.js";
import { isLoopback } from "../serve/loopback.js";
import { UsageError } from "./failure.js";
import { readChoice } from "./preflight-options.js";

/** The options as they are typed. */
export interface TargetFlags {
  readonly baseUrl: string;
  readonly mode?: string;
  readonly allowWrites?: boolean;
  readonly tenant?: string;
  readonly treatAsForeign?: boolean;
  readonly allowHttp?: boolean;
  readonly cloud?: string;
}

/** The service. */
export interface ContractTarget {
  /** With the version, without a slash at the end. */
  readonly baseUrl: string;
  readonly mode: Mode;
  /** Whether it is a mock of this machine, and not to be treated as anything else. */
  readonly isLocal: boolean;
  /** What `live` needs; absent in other modes. */
  readonly live: { readonly tenantId: string } | undefined;
  /** Whose login authority gives tokens; `undefined` for hosts that are no cloud's. */
  readonly cloud: CloudId | undefined;
}

const MODES = ["mock", "read-only", "live"] as const;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Reads the options.
 * @throws {UsageError} for an address that is none or would send a token in clear, a mode that the host may not be used
 * in, and where leave to write is not whole
 */
export function readTarget(flags: TargetFlags): ContractTarget {
  const url = readBaseUrl(flags.baseUrl);
  const isLocal = isLoopback(url.hostname) && flags.treatAsForeign !== true;
  if (url.protocol === "http:" && !isLoopback(url.hostname) && flags.allowHttp !== true) {
    throw new UsageError(
      "--base-url: over http anybody on the way reads the token; --allow-http sends it all the same",
    );
  }
  const mode = readChoice(flags.mode, "--mode", MODES) ?? (isLocal ? "mock" : "read-only");
  if (mode === "mock" && !isLocal) {
    throw new UsageError(
      "--mode mock writes and deletes freely, so it is for mocks of this machine; --mode live is for tenants",
    );
  }
  if (mode !== "live" && flags.allowWrites === true) throw new UsageError("--allow-writes is for --mode live");
  return {
    baseUrl: url.href.replace(/\/$/, ""),
    mode,
    isLocal,
    live: mode === "live" ? readLeave(flags) : undefined,
    cloud: readChoice(flags.cloud, "--cloud", Object.keys(CLOUDS) as CloudId[]) ?? cloudOf(url),
  };
}

/**
 * What is needed to write to a tenant.
 * @throws {UsageError} where a part of it is missing
 */
export function readLeave({ allowWrites, tenant }: Pick<TargetFlags, "allowWrites" | "tenant">): {
  readonly tenantId: string;
} {
  if (allowWrites !== true || tenant === undefined) {
    throw new UsageError(
      "writing to a tenant needs --allow-writes and --tenant with the tenant's id, which the token must be for",
    );
  }
  if (!GUID.test(tenant)) throw new UsageError("--tenant expects the id (a GUID) of the tenant that is written to");
  return { tenantId: tenant.toLowerCase() };
}

function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isService = url !== undefined && /^https?:$/.test(url.protocol) && /\/(?:v1\.0|beta)\/?$/.test(url.pathname);
  if (!isService || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      "--base-url expects the service root with its version, such as https://graph.microsoft.com/v1.0 or http://127.0.0.1:7080/v1.0",
    );
  }
  if (url.username !== "" || url.password !== "") throw new UsageError("--base-url takes no name and no password");
  return url;
}

function cloudOf({ hostname }: URL): CloudId | undefined {
  return Object.values(CLOUDS).find(({ graphHost }) => graphHost.value === hostname)?.id;
}
