/** What `graph-certkit create --json` prints: no secret is in it. */
import { join } from "node:path";
import type { CreatedCredential } from "../../graph/create-token-signing-certificate.js";
import { parseCertificate } from "../../x509/certificate.js";
import type { ReadCreateOptions } from "./create-options.js";
import type { CreatedFile } from "./created-files.js";
import { CREATED_FILES } from "./created-files.js";
import type { PackageManifest } from "./package-manifest.js";

/** What was created, and where it lies. */
export interface Created {
  readonly created: CreatedCredential;
  readonly options: ReadCreateOptions;
  readonly folder: string;
  readonly files: readonly CreatedFile[];
}

/** The document (spec/created-credential.schema.json). */
export function toCreatedDocument({ created, options, folder, files }: Created, manifest: PackageManifest): object {
  const { selfSignedCertificate, stored, certificate } = created;
  const [sign, verify] = stored.keyCredentials;
  const { notBefore, notAfter } = parseCertificate(certificate, "certificate");
  const pathOf = (file: CreatedFile): string | null =>
    files.includes(file) ? join(folder, CREATED_FILES[file]) : null;
  return {
    schemaVersion: 1,
    tool: { name: manifest.name, version: manifest.version },
    profile: options.profile,
    key: options.key,
    protection: options.protection,
    thumbprint: selfSignedCertificate.thumbprint,
    customKeyIdentifier: selfSignedCertificate.customKeyIdentifier,
    keyIds: { sign: sign.keyId ?? null, verify: verify.keyId ?? null },
    notBefore: toIsoSeconds(notBefore),
    notAfter: toIsoSeconds(notAfter),
    selfSignedCertificate,
    files: Object.fromEntries((Object.keys(CREATED_FILES) as CreatedFile[]).map((file) => [file, pathOf(file)])),
  };
}

/** Certificates count whole seconds, so a fraction would only look like precision. */
export function toIsoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
