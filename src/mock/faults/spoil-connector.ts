/** Defects of connectors: what is taken from an upload, what a change leaves, what a read shows. */
import type { OpenedFile } from "../../credential/opened-file.js";
import { thumbprint, thumbprintSha256 } from "../../x509/thumbprint.js";
import type { FaultSet } from "../fault-set.js";
import type { StoredAuthentication, StoredCertificate, StoredConnector } from "../state.js";
import type { Draft } from "./spoil-answer.js";
import { eachObject } from "./spoil-answer.js";

const HOUR_MS = 3_600_000;

/** What is kept of an uploaded file. */
export function spoilUpload(stored: StoredCertificate, opened: OpenedFile, faults: FaultSet): StoredCertificate {
  const [credential] = opened.credentials;
  const leaf = credential?.certificate;
  const other = opened.certificates.find(({ der }) => der !== leaf?.der);
  const [first] = opened.certificates;
  let spoilt = stored;
  if (leaf === undefined) return spoilt;
  if (faults.has("picks-first-bag") && first?.certificate !== undefined) {
    const { notBefore, notAfter } = first.certificate;
    spoilt = { ...spoilt, thumbprint: first.thumbprint, notBefore: +notBefore, notAfter: +notAfter };
  }
  if (faults.has("thumb-of-CA")) spoilt = { ...spoilt, thumbprint: other?.thumbprint ?? spoilt.thumbprint };
  if (faults.has("thumb-of-spki")) spoilt = { ...spoilt, thumbprint: thumbprint(leaf.certificate.publicKey.spki) };
  if (faults.has("thumb-sha256")) spoilt = { ...spoilt, thumbprint: thumbprintSha256(leaf.der) };
  if (faults.has("thumb-lower")) spoilt = { ...spoilt, thumbprint: spoilt.thumbprint.toLowerCase() };
  if (faults.has("local-time")) {
    spoilt = { ...spoilt, notBefore: spoilt.notBefore + HOUR_MS, notAfter: spoilt.notAfter + HOUR_MS };
  }
  if (faults.has("swapped")) spoilt = { ...spoilt, notBefore: spoilt.notAfter, notAfter: spoilt.notBefore };
  return spoilt;
}

/** An entry for what is no certificate. */
export function emptyCertificate(now: Date): StoredCertificate {
  const notBefore = Math.floor(now.getTime() / 1000) * 1000;
  return { thumbprint: "0".repeat(40), notBefore, notAfter: notBefore + HOUR_MS, uploadedAt: now.getTime() };
}

/** The list that a PATCH with a pkcs12Certificate leaves. */
export function spoilReplacement(
  before: StoredAuthentication | null,
  after: StoredAuthentication | null,
  faults: FaultSet,
): StoredAuthentication | null {
  if (!faults.has("patch-appends") || before?.kind !== "certificates" || after?.kind !== "certificates") return after;
  return { ...after, certificates: [...before.certificates, ...after.certificates] };
}

/** What a read shows of a connector. */
export function spoilConnector(json: Draft, stored: StoredConnector | undefined, now: Date, faults: FaultSet): void {
  eachObject(json, (object) => {
    const list = object["certificateList"] as Draft[] | undefined;
    if (!Array.isArray(list)) return;
    spoilActive(list, stored, now, faults);
    if (faults.has("returns-pkcs12")) object["@odata.type"] = "#microsoft.graph.pkcs12Certificate";
    if (!faults.has("ms-dates")) return;
    for (const entry of list) {
      entry["notBefore"] = Number(entry["notBefore"]) * 1000;
      entry["notAfter"] = Number(entry["notAfter"]) * 1000;
    }
  });
}

function spoilActive(list: readonly Draft[], stored: StoredConnector | undefined, now: Date, faults: FaultSet): void {
  const isValid = (entry: Draft, at: number): boolean =>
    Number(entry["notBefore"]) * 1000 <= at && at <= Number(entry["notAfter"]) * 1000;
  const activate = (isActive: (index: number) => boolean): void => {
    for (const [index, entry] of list.entries()) entry["isActive"] = isActive(index);
  };
  const time = now.getTime();
  if (faults.has("two-active")) activate((index) => isValid(list[index] ?? {}, time));
  if (faults.has("first-wins")) {
    const first = list.findIndex((entry) => isValid(entry, time));
    activate((index) => index === first);
  }
  if (faults.has("future-active")) activate((index) => index === list.length - 1);
  if (faults.has("never-recomputed") && stored?.authentication?.kind === "certificates") {
    const at = stored.authentication.certificates.at(-1)?.uploadedAt ?? time;
    const last = list.findLastIndex((entry) => isValid(entry, at));
    activate((index) => index === last);
  }
}
