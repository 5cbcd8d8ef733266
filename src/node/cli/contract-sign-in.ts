/** Signs an app in by its certificate: the client credentials grant with an assertion (RFC 7521 section 4.2, RFC 7523). */
import type { OpenedFile } from "../../credential/opened-file.js";
import { createClientAssertion } from "../../graph/client-assertion.js";
import { CLOUDS, tokenEndpoint } from "../../graph/clouds.js";
import { DEFAULT_LIMITS } from "../../limits.js";
import { escapeUnprintable } from "../../x509/name.js";
import type { ContractTarget } from "./contract-target.js";
import { RefusedError, UsageError } from "./failure.js";
import type { Host } from "./host.js";
import { openInput, readInput } from "./open-path.js";
import { openPasswordSource } from "./password-source.js";
import { refusingLater } from "./refusing.js";

/** Which app signs in. */
export interface App {
  readonly clientId: string;
  readonly tenant: string;
  /** PFX. */
  readonly file: string;
  readonly passin: string | undefined;
}

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 1_000_000;

/**
 * Asks the login authority of the target's cloud for a token.
 * @throws {UsageError} where the target's cloud is not known, a value is none, or no token is given; with the authority's
 * own code (`invalid_client`, `AADSTS700027`) and nothing else that it says
 * @throws {RefusedError} where the file does not open or holds no key; {PathError} where it cannot be read
 */
export async function signIn(app: App, { cloud }: ContractTarget, host: Host): Promise<string> {
  if (cloud === undefined) throw new UsageError("--certificate: --cloud says whose login authority is to be asked");
  const { certificate, privateKey } = await openCredential(app, host);
  const { now, newId } = host;
  const { clientId, tenant } = app;
  let assertion: string;
  let endpoint: string;
  try {
    endpoint = tokenEndpoint(cloud, tenant);
    assertion = await refusingLater(app.file, () =>
      createClientAssertion({ clientId, tenant, cloud, now: now(), newId, certificate, privateKey }),
    );
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw new UsageError(toOptions(error.message));
    throw error;
  }
  const body = new URLSearchParams({
    client_id: clientId,
    scope: `https://${CLOUDS[cloud].graphHost.value}/.default`,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    grant_type: "client_credentials",
  });
  return await askFor(endpoint, body, host);
}

function toOptions(message: string): string {
  return message
    .replace('"clientId"', "--client-id")
    .replace('"tenant"', "--tenant")
    .replace('"certificate"', "--certificate");
}

async function openCredential(
  { file, passin }: App,
  host: Host,
): Promise<{ readonly certificate: Uint8Array; readonly privateKey: Uint8Array }> {
  const source = await openPasswordSource(passin, host);
  const input = await readInput(file, DEFAULT_LIMITS.fileBytes, { stdin: file === "-" ? host.stdin : undefined });
  const password = input.ownPassword ?? (await source.read(`Password of ${escapeUnprintable(file)}:`));
  const opened: OpenedFile = await openInput(input, password, { now: host.now(), limits: DEFAULT_LIMITS });
  const [credential] = opened.credentials;
  if (credential === undefined) {
    const { failure } = opened;
    const why = failure === undefined ? "no private key with its certificate" : `${failure.message} (${failure.code})`;
    throw new RefusedError(file, why, failure);
  }
  return { certificate: credential.certificate.der, privateKey: credential.privateKey.pkcs8 };
}

async function askFor(endpoint: string, body: URLSearchParams, host: Host): Promise<string> {
  let response: Response;
  let text: string;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
    response = await host.fetch(endpoint, {
      method: "POST",
      headers,
      body: body.toString(),
      redirect: "error",
      signal,
    });
    text = (await response.text()).slice(0, MOST_BYTES);
  } catch (error) {
    throw new UsageError(`sign-in: ${new URL(endpoint).host} cannot be reached`, { cause: error });
  }
  const answer = parse(text);
  const token = answer["access_token"];
  if (response.ok && typeof token === "string") return token;
  throw new UsageError(`sign-in was refused with ${response.status}${codesOf(answer)}`);
}

/** `invalid_client` (RFC 6749 section 5.2) and the number that Entra puts in front of its description. */
function codesOf({ error, error_description: description }: Readonly<Record<string, unknown>>): string {
  const code = typeof error === "string" ? (/^\w{1,60}$/.exec(error)?.[0] ?? "") : "";
  const number = typeof description === "string" ? (/^AADSTS\d{1,10}/.exec(description)?.[0] ?? "") : "";
  const codes = [code, number].filter((part) => part !== "");
  return codes.length === 0 ? "" : `: ${codes.join(", ")}`;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
