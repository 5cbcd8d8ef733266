/** The work of `graph-certkit payload remove`: the bodies that take one certificate off a servicePrincipal. */
import { readCustomKeyIdentifier } from "../../graph/custom-key-identifier.js";
import type { CredentialSelector } from "../../graph/service-principal-patch.js";
import { removeFromPatch } from "../../graph/service-principal-patch.js";
import { EXIT_CODE } from "./exit-codes.js";
import { UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import type { OutFlags } from "./out-file.js";
import { openOutFile, PUBLIC_MODE } from "./out-file.js";
import { readServicePrincipalFile } from "./read-json.js";
import { refusing } from "./refusing.js";

/** The options as they are typed. */
export interface PayloadRemoveFlags extends OutFlags {
  readonly servicePrincipal: string;
  readonly thumbprint?: string;
  readonly customKeyIdentifier?: string;
  readonly debug?: boolean;
}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} where nobody can tell which certificate is meant
 * @throws {RefusedError} where the file is no servicePrincipal, or has no such certificate
 * @throws {PathError} where it cannot be read, or the bodies cannot be written
 */
export async function runPayloadRemove(flags: PayloadRemoveFlags, host: Host): Promise<number> {
  const which = readSelector(flags);
  const out = await openOutFile(flags, host);
  const existing = await readServicePrincipalFile(flags.servicePrincipal, host);
  const bodies = refusing(flags.servicePrincipal, () => removeFromPatch(existing, which));
  // What Graph shows is no secret, and the keys of what stays are not sent back.
  await out.write(
    toJsonText(bodies),
    PUBLIC_MODE,
    bodies.length === 1 ? "the body" : "the bodies, to be sent in order,",
  );
  return EXIT_CODE.accepted;
}

/** Checked here, since what follows would call a wrong value the caller's mistake, who is this program. */
function readSelector({ thumbprint, customKeyIdentifier }: PayloadRemoveFlags): CredentialSelector {
  if ((thumbprint === undefined) === (customKeyIdentifier === undefined))
    throw new UsageError("name the certificate by one of --thumbprint and --custom-key-identifier");
  if (thumbprint !== undefined) {
    if (/^[0-9a-f]{40}$/i.test(thumbprint.replace(/[\s:\u200e]/g, ""))) return { thumbprint };
    throw new UsageError("--thumbprint expects the 40 hex digits of a SHA-1");
  }
  const identifier = customKeyIdentifier ?? "";
  if ((readCustomKeyIdentifier(identifier).octets ?? []).length > 0) return { customKeyIdentifier: identifier };
  throw new UsageError("--custom-key-identifier expects base64");
}
