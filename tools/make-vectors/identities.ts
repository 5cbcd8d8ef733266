/** Key pairs with certificates, made by OpenSSL when they are first asked for: what the recipes put into their files. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import type { CertificateSource } from "./vector.js";
import type { Workshop } from "./workshop.js";

/** Paths of the PEM files, and the same as DER. */
export interface Identity {
  readonly name: string;
  readonly key: string;
  readonly certificate: string;
  readonly certificateDer: Uint8Array;
  readonly pkcs8Der: Uint8Array;
}

interface Definition {
  /** Arguments of `openssl genpkey`. */
  readonly genpkey: readonly string[];
  /** Issuer's identity; its own name where self-signed. */
  readonly issuer: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly ca?: boolean;
  /** A key that cannot sign its own request: the certificate is made for it by `-force_pubkey`. */
  readonly cannotSign?: boolean;
}

const ec = (curve: string): string[] => ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`];
const named = (curve: string): string[] => [...ec(curve), "-pkeyopt", "ec_param_enc:named_curve"];
const decades = { start: "20200101000000Z", end: "20550101000000Z" };
const fromRoot = (genpkey: readonly string[], commonName: string, dates = decades): Definition => ({
  genpkey,
  issuer: "root",
  subject: `/C=GR/O=Example/CN=${commonName}`,
  ...dates,
});
const selfSigned = (name: string, genpkey: readonly string[], commonName: string, dates = decades): Definition => ({
  ...fromRoot(genpkey, commonName, dates),
  issuer: name,
});

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  root: { ...selfSigned("root", named("P-256"), "Example Root CA"), ca: true },
  rsa: selfSigned("rsa", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "connector.example.com"),
  "rsa-leaf": fromRoot(["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "leaf.example.com"),
  "rsa-pss": selfSigned("rsa-pss", ["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"], "pss.example.com"),
  ec: fromRoot(named("P-256"), "ec.example.com"),
  "ec-2": fromRoot(named("P-256"), "second.example.com"),
  "ec-self": selfSigned("ec-self", named("P-256"), "self.example.com"),
  p384: selfSigned("p384", named("P-384"), "p384.example.com"),
  p521: selfSigned("p521", named("P-521"), "p521.example.com"),
  secp256k1: selfSigned("secp256k1", named("secp256k1"), "secp256k1.example.com"),
  brainpool: selfSigned("brainpool", named("brainpoolP256r1"), "brainpool.example.com"),
  "ec-explicit": selfSigned(
    "ec-explicit",
    [...ec("P-256"), "-pkeyopt", "ec_param_enc:explicit"],
    "explicit.example.com",
  ),
  ed25519: selfSigned("ed25519", ["-algorithm", "ED25519"], "ed25519.example.com"),
  ed448: selfSigned("ed448", ["-algorithm", "ED448"], "ed448.example.com"),
  x25519: { ...fromRoot(["-algorithm", "X25519"], "x25519.example.com"), cannotSign: true },
  dsa: selfSigned("dsa", ["-paramfile", "dsa.parameters"], "dsa.example.com"),
  late: selfSigned("late", named("P-256"), "late.example.com", { start: "20491231235959Z", end: "99991231235959Z" }),
  expired: selfSigned("expired", named("P-256"), "expired.example.com", {
    start: "20100101000000Z",
    end: "20200101000000Z",
  }),
};

/** Configuration of `openssl ca`, the only command of OpenSSL 3.0 that takes both dates. */
const CA_CONFIGURATION = `
[ca]
default_ca = it
[it]
new_certs_dir = .
database = index.txt
rand_serial = yes
default_md = default
policy = any
x509_extensions = leaf
unique_subject = no
email_in_dn = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
[leaf]
basicConstraints = critical, CA:FALSE
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[req]
distinguished_name = none
[none]
`;

function make(workshop: Workshop, name: string): Identity {
  const definition = DEFINITIONS[name];
  if (definition === undefined) throw new RangeError(`"name" is not an identity: ${name}`);
  const [key, certificate] = [workshop.path(`${name}.key.pem`), workshop.path(`${name}.cert.pem`)];
  if (name === "dsa") {
    const bits = ["-pkeyopt", "dsa_paramgen_bits:2048", "-pkeyopt", "dsa_paramgen_q_bits:256"];
    workshop.run("openssl", ["genpkey", "-genparam", "-algorithm", "DSA", ...bits, "-out", "dsa.parameters"]);
  }
  workshop.run("openssl", ["genpkey", ...definition.genpkey, "-out", key]);
  const configuration = workshop.write("ca.cnf", CA_CONFIGURATION);
  workshop.write("index.txt", "");
  const issuer = definition.issuer === name ? undefined : identity(workshop, definition.issuer);
  const ca = ["ca", "-batch", "-notext", "-config", configuration, "-out", certificate];
  const dates = ["-startdate", definition.start, "-enddate", definition.end];
  const extensions = ["-extensions", definition.ca === true ? "authority" : "leaf"];
  if (definition.cannotSign === true) {
    if (issuer === undefined) throw new RangeError(`"${name}" cannot sign itself`);
    const publicKey = workshop.run("openssl", ["pkey", "-in", key, "-pubout"]);
    const force = ["-force_pubkey", workshop.write("forced.pem", publicKey), "-subj", definition.subject];
    const days = ["-days", "12784", "-CA", issuer.certificate, "-CAkey", issuer.key, "-new", "-set_serial", "0x5eed"];
    workshop.run("openssl", ["x509", ...force, ...days, "-out", certificate]);
  } else {
    const request = workshop.path("request.pem");
    workshop.run("openssl", [
      "req",
      "-new",
      "-key",
      key,
      "-subj",
      definition.subject,
      "-out",
      request,
      "-config",
      configuration,
    ]);
    const signer =
      issuer === undefined ? ["-selfsign", "-keyfile", key] : ["-cert", issuer.certificate, "-keyfile", issuer.key];
    workshop.run("openssl", [...ca, ...dates, ...extensions, ...signer, "-in", request]);
  }
  return {
    name,
    key,
    certificate,
    certificateDer: new X509Certificate(workshop.read(certificate)).raw,
    pkcs8Der: createPrivateKey(workshop.read(key) as Buffer).export({ format: "der", type: "pkcs8" }),
  };
}

/** The identity of that name; the same one for all recipes of a run. */
export function identity(workshop: Workshop, name: string): Identity {
  return workshop.once(`identity ${name}`, () => make(workshop, name));
}

/** Certificates of the named identities; `!` before a name: its private key is not in the file. */
export function sources(...names: readonly string[]): (workshop: Workshop) => readonly CertificateSource[] {
  return (workshop) =>
    names.map((name) => ({
      der: identity(workshop, name.replace("!", "")).certificateDer,
      hasPrivateKey: !name.startsWith("!"),
    }));
}
