/** The options of `graph-certkit rollover`, as they are typed and as they are used. */
import type { CloudId } from "../../graph/clouds.js";
import { CLOUDS } from "../../graph/clouds.js";
import type { RolloverOptions } from "../../rollover/plan-rollover.js";
import { REMOVAL_CHOICES } from "../../rollover/removals.js";
import type { RolloverFormat } from "../../rollover/render-rollover.js";
import { ROLLOVER_FORMATS } from "../../rollover/render-rollover.js";
import { UsageError } from "./failure.js";
import type { OpeningFlags } from "./opening-options.js";
import { readChoice } from "./preflight-options.js";
import { readDays } from "./read-days.js";

/** The options as they are typed. */
export interface RolloverFlags extends OpeningFlags {
  readonly with: string;
  readonly format: string;
  readonly outDir?: string;
  readonly cloud?: string;
  readonly overlapDays?: string;
  readonly remove?: string;
  readonly servicePrincipalId?: string;
  readonly tenant?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The options that are not about opening the new certificate. */
export interface ReadRolloverOptions {
  readonly format: RolloverFormat;
  /** Absent: the script goes to standard output. */
  readonly outDir: string | undefined;
  readonly force: boolean;
  readonly plan: Pick<RolloverOptions, "cloud" | "overlapDays" | "remove" | "servicePrincipalId" | "tenant">;
}

const CLOUD_IDS = Object.keys(CLOUDS) as CloudId[];

/** The most that a plan takes. */
const MAX_OVERLAP_DAYS = 365;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A GUID or a domain's name. */
const TENANT = /^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/i;

/**
 * Reads the options.
 * @throws {UsageError} for a value that is none, and where a format needs a folder
 */
export function readRolloverOptions(flags: RolloverFlags): ReadRolloverOptions {
  const { outDir, servicePrincipalId, tenant, force = false, json = false } = flags;
  const format = readChoice(flags.format, "--format", ROLLOVER_FORMATS) ?? "json";
  if (outDir === "" || outDir === "-") throw new UsageError("--out-dir expects the name of a folder");
  if (outDir === undefined && format !== "json") {
    const reason = "its bodies go to files, so that no secret stands in a command";
    throw new UsageError(`--format ${format} needs --out-dir: ${reason}`);
  }
  if (outDir === undefined && json)
    throw new UsageError("--json is for --out-dir; --format json prints the plan itself, secrets included");
  if (outDir === undefined && force) throw new UsageError("--force is for --out-dir");
  if (servicePrincipalId !== undefined && !GUID.test(servicePrincipalId))
    throw new UsageError("--service-principal-id expects a GUID");
  if (tenant !== undefined && !TENANT.test(tenant))
    throw new UsageError("--tenant expects a GUID or the name of a domain");
  return {
    format,
    outDir,
    force,
    plan: {
      cloud: readChoice(flags.cloud, "--cloud", CLOUD_IDS),
      overlapDays: readDays(flags.overlapDays, "--overlap-days", MAX_OVERLAP_DAYS),
      remove: readChoice(flags.remove, "--remove", REMOVAL_CHOICES),
      servicePrincipalId,
      tenant,
    },
  };
}
