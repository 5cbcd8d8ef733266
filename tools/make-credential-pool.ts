/**
 * Writes src/contract/arbitraries/credential-pool.generated.ts: a few certificates with their PFX files, which valid values
 * of `key` and `pkcs12Value` are drawn from. The keys are new in every run, so it is run only when the pool is to change:
 * `tsx tools/make-credential-pool.ts`. The keys protect nothing; they are published with the package.
 */
import { webcrypto } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import "reflect-metadata";
import { X509CertificateGenerator } from "@peculiar/x509";
import { encodeBase64 } from "../src/bytes/base64.js";
import { encodeHex } from "../src/bytes/hex.js";
import { digest } from "../src/crypto/hash.js";
import { buildPkcs12 } from "../src/pkcs12/build.js";

const file = resolve(import.meta.dirname, "../src/contract/arbitraries/credential-pool.generated.ts");

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
} as const;
const EC = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** As Graph has it for its own: three years, a random serial number. */
const recipes = [
  { subject: "CN=Contoso SSO", algorithm: RSA, password: "correct horse" },
  { subject: "CN=api-connector", algorithm: EC, password: "" },
  { subject: "CN=Fabrikam, O=Fabrikam", algorithm: EC, password: "Κωδικός" },
];

async function make({ subject, algorithm, password }: (typeof recipes)[number]): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const [notBefore, notAfter] = [new Date("2026-01-01T00:00:00Z"), new Date("2029-01-01T00:00:00Z")];
  const made = await X509CertificateGenerator.createSelfSigned(
    { name: subject, keys, signingAlgorithm: algorithm, notBefore, notAfter },
    webcrypto as Crypto,
  );
  const certificate = new Uint8Array(made.rawData);
  const privateKey = new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey));
  const pfx = await buildPkcs12([{ privateKey, certificate }], {
    password,
    protection: "graph",
  });
  const thumbprint = digest("SHA-1", certificate);
  const members = {
    subject,
    password,
    thumbprint: encodeHex(thumbprint).toUpperCase(),
    customKeyIdentifier: encodeBase64(thumbprint),
    certificate: encodeBase64(certificate),
    pfx: encodeBase64(pfx),
  };
  const lines = Object.entries(members).map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`);
  return `  {\n${lines.join("")}  },\n`;
}

const entries = (await Promise.all(recipes.map(make))).join("");

writeFileSync(
  file,
  `/** Written by tools/make-credential-pool.ts; never edited. */

/** A certificate with its PFX, as members of Graph's types hold them. */
export interface PooledCredential {
  readonly subject: string;
  /** Opens the PFX. */
  readonly password: string;
  /** SHA-1 over the certificate, 40 upper-case hex digits. */
  readonly thumbprint: string;
  /** Base64 of the same 20 octets. */
  readonly customKeyIdentifier: string;
  /** Base64 of the DER. */
  readonly certificate: string;
  /** Base64 of the file. */
  readonly pfx: string;
}

/** From 2026 to 2029; their keys are published here and protect nothing. */
export const CREDENTIAL_POOL: readonly PooledCredential[] = [
${entries}];
`,
);
