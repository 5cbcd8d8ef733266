/** A keyCredential that is new: what its key must be, and what is stored of it. */
import { encodeBase64 } from "../bytes/base64.js";
import { decodeHex } from "../bytes/hex.js";
import { openFile } from "../credential/open.js";
import { ToolkitError } from "../errors.js";
import { formatDateTime, toTicks } from "../graph/date-time.js";
import type { KeyCredential } from "../graph/model.js";
import type { Certificate } from "../x509/certificate.js";
import { parseCertificate } from "../x509/certificate.js";
import { formatName } from "../x509/name.js";
import { thumbprint } from "../x509/thumbprint.js";
import type { Call } from "./call.js";
import { requireLifetime } from "./lifetime.js";
import { refuse } from "./refusal.js";
import type { SentKey } from "./sent-credentials.js";

/** Longer names are accepted and shortened, says the page of keyCredential. */
const DISPLAY_NAME_UNITS = 90;

const MOST_IDENTIFIER_BYTES = 32;

/**
 * What would be stored of an entry if it turned out to be new. A refusal is for the caller to throw only then: an entry
 * that is retained is never looked into.
 */
export interface PreparedKey {
  readonly stored: KeyCredential | undefined;
  readonly refusal: Error | undefined;
}

/** @param password - of the passwordCredential with the same keyId; `undefined` where there is none */
export async function prepareKey(sent: SentKey, password: string | undefined, call: Call): Promise<PreparedKey> {
  try {
    return { stored: await toStored(sent, password, call), refusal: undefined };
  } catch (error) {
    return { stored: undefined, refusal: error instanceof Error ? error : new Error("unknown") };
  }
}

async function toStored(sent: SentKey, password: string | undefined, call: Call): Promise<KeyCredential> {
  if (sent.key === undefined || sent.key === null || sent.key.length === 0) throw refuse("keyMissing");
  const certificate = await openKey(sent, sent.key, password, call);
  const identifier = sent.customKeyIdentifier ?? decodeHex(thumbprint(certificate.der), "thumbprint");
  requireIdentifier(identifier);
  const dates = chooseDates(sent, certificate, call);
  return {
    customKeyIdentifier: encodeBase64(identifier),
    displayName: shorten(sent.displayName ?? formatName(certificate.subject)),
    endDateTime: dates.end,
    key: encodeBase64(sent.key),
    keyId: sent.keyId ?? call.newId(),
    startDateTime: dates.start,
    type: sent.type ?? null,
    usage: sent.usage ?? null,
  };
}

/** 1 to 32 octets. */
export function requireIdentifier({ length }: Uint8Array): void {
  if (length === 0 || length > MOST_IDENTIFIER_BYTES) throw refuse("identifier");
}

/** The pairs of type and usage that there are; whatever else is wrong with them has the same misleading answer. */
async function openKey(
  { type, usage }: SentKey,
  key: Uint8Array<ArrayBuffer>,
  password: string | undefined,
  { now, provider }: Call,
): Promise<Certificate> {
  if (type === "AsymmetricX509Cert" && usage === "Verify") {
    const { certificate, isPfx } = await readCertificate(key);
    if (isPfx) throw refuse("usage");
    if (certificate === undefined) throw refuse("badCertificate");
    return certificate;
  }
  if (type !== "X509CertAndPassword" || usage !== "Sign") throw refuse("usage");
  if (password === undefined || password === "") throw refuse("usage");
  const opened = await openFile(key, { password, now, provider });
  const [credential] = opened.credentials;
  if (opened.layers.length > 0 || opened.failure !== undefined || credential === undefined) throw refuse("usage");
  return credential.certificate.certificate;
}

async function readCertificate(
  der: Uint8Array<ArrayBuffer>,
): Promise<{ readonly certificate: Certificate | undefined; readonly isPfx: boolean }> {
  try {
    const certificate = parseCertificate(der, "key");
    return { certificate: certificate.trailingBytes > 0 ? undefined : certificate, isPfx: false };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const { kind } = await openFile(der, { now: new Date(0) });
    return { certificate: undefined, isPfx: kind === "pfx" };
  }
}

/** Those of the certificate where none are given; given ones must lie within, as the predecessor of Graph had it. */
function chooseDates(
  sent: SentKey,
  { notBefore, notAfter }: Certificate,
  call: Call,
): { readonly start: string; readonly end: string } {
  const start = sent.startDateTime ?? { ticks: toTicks(notBefore), text: toText(notBefore) };
  const end = sent.endDateTime ?? { ticks: toTicks(notAfter), text: toText(notAfter) };
  const isWithin = start.ticks >= toTicks(notBefore) && end.ticks <= toTicks(notAfter);
  const isStrict = call.undocumented.datesOutsideCertificate === "refuse";
  if (start.ticks >= end.ticks || (isStrict && !isWithin)) throw refuse("keyEndDate");
  requireLifetime(start.ticks, end.ticks, call.undocumented);
  return { start: start.text, end: end.text };
}

/** At most 90 UTF-16 units, no half of a surrogate pair at the end. */
export function shorten(text: string): string {
  return text.slice(0, DISPLAY_NAME_UNITS).replace(/[\uD800-\uDBFF]$/, "");
}

function toText(date: Date): string {
  return formatDateTime(date).replace(".0000000Z", "Z");
}
