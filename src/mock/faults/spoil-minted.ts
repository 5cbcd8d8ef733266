/** Defects of addTokenSigningCertificate: of the certificate, of the answer, of what is left on the servicePrincipal. */

import { encodeBase64 } from "../../bytes/base64.js";
import { encodeBase64Url } from "../../bytes/base64url.js";
import { decodeHex } from "../../bytes/hex.js";
import { formatDateTime } from "../../graph/date-time.js";
import type { KeyCredential, PasswordCredential, SelfSignedCertificate } from "../../graph/model.js";
import { addYears } from "../../x509/calendar.js";
import { thumbprint, thumbprintSha256 } from "../../x509/thumbprint.js";
import type { FaultSet } from "../fault-set.js";
import { decodeStandardBase64 } from "../members.js";

const HOUR_MS = 3_600_000;

/** What the action answers and leaves. */
export interface Minted {
  readonly answer: SelfSignedCertificate;
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
}

/** What the body asks for, as the defective action hears it. */
export function spoilRequest(displayName: string | undefined, faults: FaultSet): string | undefined {
  return faults.has("subject-other") ? "CN=Microsoft Azure Federated SSO Certificate" : displayName;
}

/** The result with those of its defects that are switched on. */
export function spoilMinted(minted: Minted, asked: Asked, faults: FaultSet): Minted {
  return [spoilSignature, spoilIdentifier, spoilDates, spoilIds, spoilForm].reduce(
    (result, spoil) => spoil(result, faults, asked),
    minted,
  );
}

/** What the body said, and when. */
export interface Asked {
  readonly displayName: string | undefined;
  readonly endDateTime: string | undefined;
  readonly now: Date;
  readonly newId: () => string;
}

type Spoil = (minted: Minted, faults: FaultSet, asked: Asked) => Minted;

/** All that follows from the certificate follows from the broken one, so that only the signature is wrong. */
const spoilSignature: Spoil = (minted, faults) => {
  const der = decodeStandardBase64(minted.answer.key);
  if (!faults.has("bad-signature") || der === undefined) return minted;
  der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
  const hex = thumbprint(der);
  const key = encodeBase64(der);
  const customKeyIdentifier = encodeBase64(decodeHex(hex, "thumbprint"));
  return {
    answer: { ...minted.answer, key, thumbprint: hex, customKeyIdentifier },
    keyCredentials: minted.keyCredentials.map((entry) => ({
      ...entry,
      customKeyIdentifier,
      key: entry.usage === "Verify" ? key : (entry.key ?? null),
    })),
    passwordCredentials: minted.passwordCredentials.map((entry) => ({ ...entry, customKeyIdentifier })),
  };
};

const spoilIdentifier: Spoil = (minted, faults) => {
  const der = decodeStandardBase64(minted.answer.key) ?? new Uint8Array();
  const hex = minted.answer.thumbprint;
  const identifier = faults.has("cki-ascii")
    ? encodeBase64(new TextEncoder().encode(hex))
    : faults.has("cki-sha256")
      ? encodeBase64(decodeHex(thumbprintSha256(der), "digest"))
      : minted.answer.customKeyIdentifier;
  const thumb = faults.has("thumb-sha256") ? thumbprintSha256(der) : hex;
  const answer = {
    ...minted.answer,
    customKeyIdentifier: identifier,
    thumbprint: faults.has("thumb-lower") ? thumb.toLowerCase() : thumb,
  };
  const differs = encodeBase64(new TextEncoder().encode(hex).slice(0, 20));
  return {
    answer,
    keyCredentials: minted.keyCredentials.map((entry) => ({ ...entry, customKeyIdentifier: identifier })),
    passwordCredentials: faults.has("missing-password")
      ? []
      : minted.passwordCredentials.map((entry) => ({
          ...entry,
          customKeyIdentifier: faults.has("cki-differs") ? differs : identifier,
        })),
  };
};

const spoilDates: Spoil = (minted, faults, { now, endDateTime }) => {
  const { answer } = minted;
  if (faults.has("end-plus-1h")) {
    const end = new Date(Date.parse(answer.endDateTime) + HOUR_MS);
    return { ...minted, answer: { ...answer, endDateTime: formatDateTime(end) } };
  }
  if (faults.has("four-years")) {
    return { ...minted, answer: { ...answer, endDateTime: formatDateTime(addYears(now, 4)) } };
  }
  if (faults.has("no-default") && endDateTime === undefined) {
    return { ...minted, answer: { ...answer, endDateTime: formatDateTime(addYears(now, 1)) } };
  }
  return minted;
};

const spoilIds: Spoil = (minted, faults, { newId }) => {
  const verify = minted.keyCredentials.find(({ usage }) => usage === "Verify")?.keyId ?? minted.answer.keyId;
  const passwords = faults.has("password-keyid-random")
    ? minted.passwordCredentials.map((entry) => ({ ...entry, keyId: newId() }))
    : minted.passwordCredentials;
  const answer = faults.has("keyid-of-verify") ? { ...minted.answer, keyId: verify } : minted.answer;
  return { ...minted, answer, passwordCredentials: passwords };
};

const spoilForm: Spoil = (minted, faults, { displayName }) => {
  const { answer } = minted;
  const der = decodeStandardBase64(answer.key) ?? new Uint8Array();
  const pem = `-----BEGIN CERTIFICATE-----\n${answer.key}\n-----END CERTIFICATE-----\n`;
  const key = faults.has("key-urlsafe") ? encodeBase64Url(der) : faults.has("key-pem") ? pem : answer.key;
  const name = faults.has("subject-other") ? (displayName ?? answer.displayName) : answer.displayName;
  return { ...minted, answer: { ...answer, key, displayName: name } };
};
