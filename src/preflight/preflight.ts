/** Opens a file, judges it and says what Graph will hold of it. */

import type { OpenFileOptions } from "../credential/open.js";
import { openFile } from "../credential/open.js";
import type { OpenedCertificate, OpenedFile } from "../credential/opened-file.js";
import type { Target } from "../findings/finding.js";
import { inspect } from "../findings/inspect.js";
import { toUploadedCertificate } from "../graph/certificate-list.js";
import type { ClientCertificateAuthentication } from "../graph/model.js";
import { predictAuthenticationConfiguration } from "../graph/upload-client-certificate.js";
import { judgeReaders } from "../readers/judge-readers.js";
import { formatName } from "../x509/name.js";
import type { CertificateReport, ContainerReport, Report } from "./report.js";

/** Options of {@link preflight}. */
export interface PreflightOptions extends OpenFileOptions {
  /** The name that the report gives the file. */
  readonly file: string;
  /** Default: `api-connector`. */
  readonly target?: Target;
}

/**
 * Checks a PFX before it is uploaded, offline: what is in it, what Graph will hold, what is wrong and how to fix it.
 * Whatever is wrong with the file itself is a finding, never an exception.
 * @param bytes - the whole file, of any kind; not modified
 * @throws {TypeError} {RangeError} {UnsupportedError} for arguments and a runtime that do not fit, as `openFile`
 * @throws the reason of `options.signal` when it is aborted
 */
export async function preflight(bytes: Uint8Array, options: PreflightOptions): Promise<Report> {
  return toReport(await openFile(bytes, options), options);
}

/** The report on a file that has been opened already; what {@link preflight} does after `openFile`. */
export function toReport(opened: OpenedFile, options: Pick<PreflightOptions, "file" | "target" | "now">): Report {
  const { file, target = "api-connector", now } = options;
  const findings = inspect({ opened, target, now });
  const withKey = new Set(
    opened.keys.flatMap(({ certificates }) => certificates.map(({ thumbprintSha256 }) => thumbprintSha256)),
  );
  return {
    file,
    target,
    verdict: findings.some(({ severity }) => severity === "error") ? "reject" : "accept",
    kind: opened.kind,
    layers: opened.layers.map(({ kind }) => kind),
    findings,
    container: toContainerReport(opened),
    certificates: opened.certificates.map((certificate) =>
      toCertificateReport(certificate, withKey.has(certificate.thumbprintSha256)),
    ),
    keys: opened.keys.map(({ algorithm, bits = null, certificates }) => ({
      algorithm,
      bits,
      matches: certificates.length > 0,
      thumbprints: certificates.map(({ thumbprint }) => thumbprint),
    })),
    authenticationConfiguration: target === "api-connector" ? predict(opened, now) : null,
    readers: opened.inspection === undefined ? [] : judgeReaders(opened),
  };
}

/** For a connector that has had no certificate so far. What lies open under a wrong password predicts nothing. */
function predict({ failure, credentials }: OpenedFile, now: Date): ClientCertificateAuthentication | null {
  const [leading] = credentials;
  if (failure !== undefined || leading === undefined) return null;
  return predictAuthenticationConfiguration(null, toUploadedCertificate(leading.certificate), now);
}

function toContainerReport({ inspection, pkcs12 }: OpenedFile): ContainerReport | null {
  const source = pkcs12 ?? inspection;
  if (source === undefined) return null;
  const { encoding, mac, encryptions } = source;
  return {
    encoding,
    mac: mac === undefined ? null : { kind: mac.kind, digest: mac.digest, iterations: mac.iterations },
    encryptions: encryptions.map(({ at, scheme, cipher, kdf, prf, iterations }) => ({
      at,
      scheme,
      cipher,
      kdf,
      prf,
      iterations,
    })),
  };
}

function toCertificateReport(opened: OpenedCertificate, hasPrivateKey: boolean): CertificateReport {
  const { thumbprint, thumbprintSha256, certificate, friendlyName = null } = opened;
  return {
    thumbprint,
    thumbprintSha256,
    subject: certificate ? formatName(certificate.subject) : null,
    issuer: certificate ? formatName(certificate.issuer) : null,
    serialNumber: certificate?.serialNumber ?? null,
    notBefore: certificate ? toIsoSeconds(certificate.notBefore) : null,
    notAfter: certificate ? toIsoSeconds(certificate.notAfter) : null,
    keyAlgorithm: certificate?.publicKey.algorithm ?? null,
    keyBits: certificate?.publicKey.bits ?? null,
    hasPrivateKey,
    friendlyName,
  };
}

/** Certificates count whole seconds, so a fraction would only look like precision. */
function toIsoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
