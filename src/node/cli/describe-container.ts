/** How a PFX is protected, in one line each. */
import type { ContainerReport, EncryptionReport } from "../../preflight/report.js";

/** `HMAC with SHA-256, 2048 iterations` */
export function describeMac(mac: ContainerReport["mac"]): string {
  if (mac === null) return "none: nothing shows whether the file was altered";
  const { kind, digest, iterations } = mac;
  return `${kind === "hmac" ? "HMAC" : "PBMAC1"} with ${digest}${iterationsOf(iterations)}`;
}

/**
 * `AES-256-CBC, PBKDF2-HMAC-SHA-256, 2048 iterations` for PBES2; older schemes have a name that says cipher and
 * derivation: `pbeWithSHAAnd3-KeyTripleDES-CBC, 2048 iterations`. What is not known is left out.
 */
export function describeEncryption({ scheme, cipher, kdf, prf, iterations }: EncryptionReport): string {
  if (scheme !== "PBES2" || cipher === null) return `${scheme}${iterationsOf(iterations)}`;
  const derivation = kdf === "PBKDF2" && prf !== null ? `${kdf}-${prf}` : kdf;
  return `${cipher}${derivation === null ? "" : `, ${derivation}`}${iterationsOf(iterations)}`;
}

function iterationsOf(iterations: number | null): string {
  if (iterations === null) return "";
  return `, ${iterations} iteration${iterations === 1 ? "" : "s"}`;
}
