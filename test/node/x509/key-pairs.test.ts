/** Keys of every kind that OpenSSL makes, each with a certificate: is the key found by its certificate, and only by it? */
import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { derivePublicIdentity } from "../../../src/x509/derive-public-key.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import type { Openssl } from "./openssl.js";
import { createOpenssl, opensslVersion } from "./openssl.js";

interface Kind {
  readonly name: string;
  readonly algorithm: string;
  readonly bits: number;
  /** Arguments of `openssl genpkey`. */
  readonly genpkey: readonly string[];
  /** Arguments of `openssl genpkey -genparam` where the key needs a file of parameters. */
  readonly genparam?: readonly string[];
  /** True for keys that cannot sign their own certificate. */
  readonly needsIssuer?: boolean;
}

const CURVES: readonly (readonly [string, string, number])[] = [
  ["prime192v1", "P-192", 192],
  ["secp224r1", "P-224", 224],
  ["prime256v1", "P-256", 256],
  ["secp384r1", "P-384", 384],
  ["secp521r1", "P-521", 521],
  ["secp192k1", "secp192k1", 192],
  ["secp224k1", "secp224k1", 224],
  ["secp256k1", "secp256k1", 256],
  ["SM2", "SM2", 256],
  ...[160, 192, 224, 256, 320, 384, 512].flatMap((bits) =>
    ["r1", "t1"].map((form) => [`brainpoolP${bits}${form}`, `brainpoolP${bits}${form}`, bits] as const),
  ),
];

const ec = (curve: string, ...options: string[]): string[] => [
  "-algorithm",
  "EC",
  "-pkeyopt",
  `ec_paramgen_curve:${curve}`,
  ...options.flatMap((option) => ["-pkeyopt", option]),
];

const KINDS: readonly Kind[] = [
  { name: "rsa", algorithm: "RSA", bits: 2048, genpkey: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"] },
  {
    name: "rsa-odd",
    algorithm: "RSA",
    bits: 1031,
    genpkey: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1031", "-pkeyopt", "rsa_keygen_pubexp:3"],
  },
  {
    name: "rsa-3-primes",
    algorithm: "RSA",
    bits: 1536,
    genpkey: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1536", "-pkeyopt", "rsa_keygen_primes:3"],
  },
  {
    name: "rsa-pss",
    algorithm: "RSASSA-PSS",
    bits: 2048,
    genpkey: ["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048", "-pkeyopt", "rsa_pss_keygen_md:sha256"],
  },
  ...CURVES.map(([curve, name, bits]) => ({ name: curve, algorithm: `EC ${name}`, bits, genpkey: ec(curve) })),
  ...["prime256v1", "secp521r1", "brainpoolP256r1", "secp112r1"].map((curve) => ({
    name: `${curve}-explicit`,
    algorithm: "EC (explicit parameters)",
    bits: Number(/\d\d\d/.exec(curve)?.[0]),
    genpkey: ec(curve, "ec_param_enc:explicit"),
  })),
  { name: "ed25519", algorithm: "Ed25519", bits: 255, genpkey: ["-algorithm", "ED25519"] },
  { name: "ed448", algorithm: "Ed448", bits: 448, genpkey: ["-algorithm", "ED448"] },
  { name: "x25519", algorithm: "X25519", bits: 255, genpkey: ["-algorithm", "X25519"], needsIssuer: true },
  { name: "x448", algorithm: "X448", bits: 448, genpkey: ["-algorithm", "X448"], needsIssuer: true },
  {
    name: "dsa",
    algorithm: "DSA",
    bits: 1024,
    genparam: ["-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024", "-pkeyopt", "dsa_paramgen_q_bits:160"],
    genpkey: [],
  },
  {
    name: "dh",
    algorithm: "DH",
    bits: 2048,
    genpkey: ["-algorithm", "DH", "-pkeyopt", "group:ffdhe2048"],
    needsIssuer: true,
  },
  {
    name: "dhx",
    algorithm: "DH",
    bits: 2048,
    genpkey: ["-algorithm", "DHX", "-pkeyopt", "dh_rfc5114:2"],
    needsIssuer: true,
  },
];

const version = opensslVersion();

describe.runIf(version !== undefined)(`keys made by ${version}`, () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = createOpenssl();
    openssl.run(
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      "ca.key",
      "-out",
      "ca.pem",
      "-subj",
      "/CN=CA",
    );
  });
  afterAll(() => openssl.remove());

  /** Makes the key and its certificate, and leaves NAME.key, NAME.p8 and NAME.der. */
  function make({ name, genpkey, genparam, needsIssuer }: Kind): void {
    if (genparam) openssl.run("genpkey", "-genparam", ...genparam, "-out", `${name}.param`);
    const source = genparam ? ["-paramfile", `${name}.param`] : genpkey;
    openssl.run("genpkey", ...source, "-out", `${name}.key`);
    openssl.run("pkcs8", "-topk8", "-nocrypt", "-in", `${name}.key`, "-outform", "DER", "-out", `${name}.p8`);
    if (needsIssuer) {
      openssl.run("pkey", "-in", `${name}.key`, "-pubout", "-out", `${name}.pub`);
      openssl.run("req", "-new", "-key", "ca.key", "-subj", `/CN=${name}`, "-out", `${name}.csr`);
      const signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-force_pubkey", `${name}.pub`];
      openssl.run("x509", "-req", "-in", `${name}.csr`, ...signing, "-outform", "DER", "-out", `${name}.der`);
    } else {
      const output = ["-outform", "DER", "-out", `${name}.der`];
      openssl.run("req", "-x509", "-key", `${name}.key`, "-subj", `/CN=${name}`, ...output);
    }
  }

  it.each(KINDS)("finds the certificate of a $name key", async (kind) => {
    make(kind);
    const certificate = parseCertificate(openssl.read(`${kind.name}.der`), kind.name);
    const key = parsePrivateKey(openssl.read(`${kind.name}.p8`), kind.name);
    expect({ algorithm: certificate.publicKey.algorithm, bits: certificate.publicKey.bits }).toEqual({
      algorithm: kind.algorithm,
      bits: kind.bits,
    });
    expect({ algorithm: key.algorithm, oid: key.oid }).toEqual({
      algorithm: kind.algorithm,
      oid: certificate.publicKey.oid,
    });
    expect(await derivePublicIdentity(key)).toBe(certificate.publicKey.identity);
    expect(key.statedIdentity ?? certificate.publicKey.identity).toBe(certificate.publicKey.identity);
    expect(new Uint8Array(new X509Certificate(openssl.read(`${kind.name}.der`)).raw)).toEqual(certificate.der);
  });

  it("finds no other certificate", () => {
    const certificates = KINDS.map(({ name }) => parseCertificate(openssl.read(`${name}.der`), name));
    expect(new Set(certificates.map(({ publicKey }) => publicKey.identity)).size).toBe(KINDS.length);
  });
});
