/** The options of `graph-certkit create`, as they are typed and as they are used. */
import type { CertificateProfile } from "../../graph/certificate-profile.js";
import { CERTIFICATE_PROFILES } from "../../graph/certificate-profile.js";
import type { CreateOptions } from "../../graph/create-token-signing-certificate.js";
import type { Protection } from "../../pkcs12/protection.js";
import type { KeyType } from "../../x509/key-type.js";
import { KEY_TYPES } from "../../x509/key-type.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { parseInstant } from "./instant.js";
import type { PackingFlags } from "./packing-options.js";
import { readPackingOptions } from "./packing-options.js";
import { openNewPasswordSource } from "./password-source.js";
import { readChoice } from "./preflight-options.js";

/** The options as they are typed. */
export interface CreateFlags extends PackingFlags {
  readonly outDir: string;
  readonly displayName?: string;
  readonly endDateTime?: string;
  readonly profile?: string;
  readonly key?: string;
  readonly at?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly debug?: boolean;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/** The options as they are used: everything that has a default has it. */
export interface ReadCreateOptions extends CreateOptions {
  readonly profile: CertificateProfile;
  readonly key: KeyType;
  readonly protection: Protection;
}

/**
 * Reads the options but for the password, which is asked for last: see {@link readNewPassword}.
 * @throws {UsageError} for a value that is none
 */
export function readCreateOptions(flags: CreateFlags, host: Host): ReadCreateOptions {
  if (flags.outDir === "" || flags.outDir === "-") throw new UsageError("--out-dir expects the name of a folder");
  return {
    displayName: flags.displayName,
    endDateTime: flags.endDateTime,
    ...readPackingOptions(flags),
    profile: readChoice(flags.profile, "--profile", CERTIFICATE_PROFILES) ?? "graph",
    key: readChoice(flags.key, "--key", KEY_TYPES) ?? "rsa-2048",
    now: readCreationTime(flags.at, host),
    newId: host.newId,
    random: host.random,
  };
}

/** X.509 and Graph write years of four digits, and the end comes three years later. */
function readCreationTime(at: string | undefined, host: Host): Date {
  const now = at === undefined ? host.now() : parseInstant(at);
  if (now.getUTCFullYear() >= 1970 && now.getUTCFullYear() <= 9996) return now;
  throw new UsageError("--at expects a time of the years 1970 to 9996");
}

/**
 * Reads `--passout`.
 * @returns `undefined` where one is to be generated
 * @throws {UsageError} {PathError} as `openNewPasswordSource`; and for the empty password, which Graph refuses beside a key
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function readNewPassword({ passout }: CreateFlags, host: Host): Promise<string | undefined> {
  if (passout === undefined) return undefined;
  const password = await (await openNewPasswordSource(passout, host)).read("Password of the new file:");
  if (password !== "") return password;
  throw new UsageError("--passout gives the empty password, and Graph refuses a signing key with it");
}
