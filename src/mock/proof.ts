/** Checks the proof of possession of addKey and removeKey against the keys that the object has. */

import { readBase64Text } from "../bytes/base64-text.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import { ToolkitError } from "../errors.js";
import { parseDateTime, toTicks } from "../graph/date-time.js";
import type { KeyCredential } from "../graph/model.js";
import { parseCertificate } from "../x509/certificate.js";
import type { Call } from "./call.js";
import type { Members } from "./members.js";
import { decodeStandardBase64, readMembers, readText } from "./members.js";
import { refuse } from "./refusal.js";
import type { StoredServicePrincipal } from "./state.js";

const AUDIENCE = "00000002-0000-0000-c000-000000000000";
/** Documented: the proof's longest life. */
const MOST_SECONDS = 600;
/** How much the clocks of both sides may differ; not documented. */
const SKEW_SECONDS = 300;

const ALGORITHMS: Readonly<Record<string, RsaHashedImportParams & { readonly saltLength?: number }>> = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  PS256: { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 },
};

/**
 * Lets pass a JWT (RFC 7519) that a certificate of the object signed which is valid now; all else is answered alike.
 * `aud` is the directory's application id, `iss` the object's id, `exp` at most ten minutes after `nbf` (documented).
 */
export async function requireProof(principal: StoredServicePrincipal, call: Call): Promise<void> {
  const proof = readText(call.body, "proof", call.operation);
  if (typeof proof !== "string") throw refuse("missingMember", ["proof", call.operation]);
  const [header, claims, signature, ...rest] = proof.split(".");
  const claimed = readPart(claims);
  const algorithm = ALGORITHMS[String(readPart(header)?.["alg"])];
  const signed = new TextEncoder().encode(`${header}.${claims}`);
  const octets = decodeUrl(signature);
  const isSound = rest.length === 0 && claimed !== undefined && hasSoundClaims(claimed, principal.id, call.now);
  if (!isSound || algorithm === undefined || octets === undefined) throw refuse("proof");
  for (const credential of principal.keyCredentials) {
    const spki = isValidNow(credential, call.now) ? publicKeyOf(credential) : undefined;
    if (spki !== undefined && (await isSignedBy(spki, algorithm, signed, octets, call))) return;
  }
  throw refuse("proof");
}

function hasSoundClaims({ aud, iss, nbf, exp }: Members, id: string, now: Date): boolean {
  if (aud !== AUDIENCE || typeof iss !== "string" || iss.toLowerCase() !== id.toLowerCase()) return false;
  if (typeof nbf !== "number" || typeof exp !== "number" || exp - nbf > MOST_SECONDS || exp <= nbf) return false;
  const seconds = now.getTime() / 1000;
  return nbf <= seconds + SKEW_SECONDS && seconds < exp + SKEW_SECONDS;
}

function isValidNow({ startDateTime, endDateTime }: KeyCredential, now: Date): boolean {
  const ticks = toTicks(now);
  const isStarted = !startDateTime || parseDateTime(startDateTime, "stored").ticks <= ticks;
  return isStarted && (!endDateTime || ticks <= parseDateTime(endDateTime, "stored").ticks);
}

/** SubjectPublicKeyInfo of a Verify entry's certificate. */
function publicKeyOf({ usage, key }: KeyCredential): Uint8Array | undefined {
  const der = usage === "Verify" && key ? decodeStandardBase64(key) : undefined;
  try {
    return der === undefined ? undefined : parseCertificate(der, "key").publicKey.spki;
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

async function isSignedBy(
  spki: Uint8Array,
  algorithm: RsaHashedImportParams & { readonly saltLength?: number },
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  { provider: { subtle } }: Call,
): Promise<boolean> {
  try {
    const key = await subtle.importKey("spki", toOwnedBytes(spki), algorithm, false, ["verify"]);
    return await subtle.verify(algorithm, key, signature, signed);
  } catch {
    // Not an RSA key.
    return false;
  }
}

function readPart(part: string | undefined): Members | undefined {
  return readMembers(decodeUrl(part));
}

/** Base64url without padding (RFC 7515 section 2). */
function decodeUrl(part: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (part === undefined || !/^[\w-]+$/.test(part)) return undefined;
  return readBase64Text(new TextEncoder().encode(part))?.bytes;
}
