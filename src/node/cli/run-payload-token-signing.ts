/** The work of `graph-certkit payload token-signing`: a file that opens becomes entries of a servicePrincipal. */
import type { ConventionFacts, IdentifierConvention } from "../../graph/custom-key-identifier.js";
import { IDENTIFIER_CONVENTIONS } from "../../graph/custom-key-identifier.js";
import { openedToKeyCredentials } from "../../graph/key-credentials.js";
import type { ServicePrincipalPatch } from "../../graph/service-principal-patch.js";
import { addToPatch } from "../../graph/service-principal-patch.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import { judgeInput } from "./judge-input.js";
import type { OpeningFlags } from "./opening-options.js";
import { readOpeningOptions } from "./opening-options.js";
import type { OutFlags } from "./out-file.js";
import { openOutFile, SECRET_MODE } from "./out-file.js";
import { readChoice } from "./preflight-options.js";
import { readServicePrincipalFile } from "./read-json.js";
import { STDIN_NAME } from "./read-paths.js";
import { refusing } from "./refusing.js";

/** The options as they are typed. */
export interface PayloadTokenSigningFlags extends OpeningFlags, OutFlags {
  readonly servicePrincipal?: string;
  readonly keyIdentifier?: string;
}

/** Those that Graph still takes. */
const CONVENTIONS: readonly IdentifierConvention[] = IDENTIFIER_CONVENTIONS.filter(
  ({ isWritable }: ConventionFacts) => isWritable,
).map(({ id }) => id);

/** Sent to a service principal that has others, such a body takes them away. */
const ALONE =
  "graph-certkit: the body replaces every credential that the service principal has; --service-principal FILE keeps them\n";

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before any file is read
 * @throws {RefusedError} where the servicePrincipal is none, or has the certificate already
 * @throws {PathError} where a file cannot be read, or the body cannot be written
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runPayloadTokenSigning(
  file: string,
  flags: PayloadTokenSigningFlags,
  host: Host,
): Promise<number> {
  const keyIdentifier = readChoice(flags.keyIdentifier, "--key-identifier", CONVENTIONS);
  const out = await openOutFile(flags, host);
  const stdinUsers = [
    ...(file === STDIN_NAME ? [STDIN_NAME] : []),
    ...(flags.servicePrincipal === STDIN_NAME ? [`--service-principal ${STDIN_NAME}`] : []),
  ];
  const options = await readOpeningOptions(flags, host, stdinUsers);
  // Before anybody is asked for a password.
  const existing =
    flags.servicePrincipal === undefined ? undefined : await readServicePrincipalFile(flags.servicePrincipal, host);
  const judged = await judgeInput(file, { target: "token-signing", options, flags, host });
  if (judged === undefined) return EXIT_CODE.rejected;
  const added = refusing(file, () =>
    openedToKeyCredentials(judged.opened, judged.password, { keyIdentifier, newId: host.newId }),
  );
  const body: ServicePrincipalPatch =
    existing === undefined
      ? { keyCredentials: added.keyCredentials, passwordCredentials: [added.passwordCredential] }
      : refusing(flags.servicePrincipal ?? "", () => addToPatch(existing, added));
  if (existing === undefined) host.stderr.write(ALONE);
  await out.write(toJsonText(body), SECRET_MODE, "the body with key and password");
  return EXIT_CODE.accepted;
}
