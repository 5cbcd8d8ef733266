/** PFX files by GnuTLS' certtool; the one that is shown holds a certificate of its own making. */
import { X509Certificate } from "node:crypto";
import { identity, sources } from "../identities.js";
import type { Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { PASSWORD } from "./openssl.js";

const template = `
cn = "connector.example.com"
organization = "Example"
activation_date = "2020-01-01 00:00:00 UTC"
expiration_date = "2055-01-01 00:00:00 UTC"
signing_key
`;

function secretArguments(password: string | null): string[] {
  if (password === null) return ["--null-password"];
  return password === "" ? ["--empty-password"] : ["--password", password];
}

/** Writes the elliptic curve identity with these arguments. */
export function convert(workshop: Workshop, path: string, args: readonly string[]): void {
  const it = identity(workshop, "ec");
  const files = ["--load-privkey", it.key, "--load-certificate", it.certificate, "--outder", "--outfile", path];
  workshop.run("certtool", ["--to-p12", "--p12-name", "connector", ...args, ...files]);
}

function converted(
  id: string,
  args: readonly string[],
  features: readonly string[],
  password: string | null = PASSWORD,
): Recipe {
  return {
    id,
    password,
    maker: ["certtool --to-p12", ...args].join(" "),
    reader: "openssl",
    certificates: sources("ec"),
    keys: 1,
    features,
    make: (workshop, path) => convert(workshop, path, [...args, ...secretArguments(password)]),
  };
}

const cipher = (id: string, name: string): Recipe =>
  converted(`gnutls-${id}`, ["--pkcs-cipher", name], [`cipher:${id}`]);

export const gnutlsRecipes: readonly Recipe[] = [
  {
    ...converted("gnutls-default", [], ["demo", "key:rsa"]),
    certificates: (workshop) => [{ der: new X509Certificate(workshop.read("gnutls.pem")).raw, hasPrivateKey: true }],
    make(workshop, path) {
      const key = workshop.path("gnutls.key");
      const self = ["--template", workshop.write("gnutls.template", template), "--load-privkey", key];
      workshop.run("certtool", [
        "--generate-privkey",
        "--key-type",
        "rsa",
        "--bits",
        "2048",
        "--pkcs8",
        "--empty-password",
        "--outfile",
        key,
      ]);
      workshop.run("certtool", ["--generate-self-signed", ...self, "--outfile", "gnutls.pem"]);
      const files = ["--load-privkey", key, "--load-certificate", "gnutls.pem", "--outder", "--outfile", path];
      workshop.run("certtool", ["--to-p12", "--p12-name", "connector", ...files, ...secretArguments(PASSWORD)]);
    },
  },
  cipher("3des-pkcs12", "3des-pkcs12"),
  cipher("rc2-40", "rc2-40"),
  cipher("arcfour", "arcfour"),
  converted("gnutls-null-password", ["--pkcs-cipher", "3des-pkcs12"], ["password:null"], null),
  converted("gnutls-empty-password", ["--pkcs-cipher", "aes-128"], ["password:empty"], ""),
];
