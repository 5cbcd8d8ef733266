/** PFX files by Java's keytool, with keys and certificates that it makes itself. */
import { X509Certificate } from "node:crypto";
import type { CertificateSource, Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { PASSWORD } from "./openssl.js";

const rsa = ["-keyalg", "RSA", "-keysize", "2048"];
const ec = ["-keyalg", "EC", "-groupname", "secp256r1"];
const dates = ["-startdate", "2020/01/01 00:00:00", "-validity", "12784"];

/** The program and what is the same for every command on a store. */
interface Store {
  readonly program?: string;
  readonly password?: string;
  readonly flags?: readonly string[];
}

/** Runs one command on the PKCS#12 store at `path`. */
export function keytool(
  workshop: Workshop,
  path: string,
  command: string,
  args: readonly string[],
  store: Store = {},
): void {
  const { program = "keytool", password = PASSWORD, flags = [] } = store;
  const secret = ["-storetype", "PKCS12", "-keystore", path, "-storepass:file", workshop.passwordFile(password)];
  workshop.run(program, [...flags, command, ...args, ...secret]);
}

const certificateFile = (id: string, alias: string): string => `${id}-${alias}.cert.pem`;

/** The certificates that {@link made} exported after it had made them. */
function exportedBy(
  workshop: Workshop,
  id: string,
  aliases: readonly string[],
  hasPrivateKey: boolean,
): CertificateSource[] {
  return aliases.map((alias) => ({
    der: new X509Certificate(workshop.read(certificateFile(id, alias))).raw,
    hasPrivateKey,
  }));
}

function made(
  id: string,
  aliases: readonly string[],
  algorithm: readonly string[],
  features: readonly string[],
  flags: readonly string[] = [],
): Recipe {
  return {
    id,
    password: PASSWORD,
    maker: ["keytool", ...flags, "-genkeypair", ...algorithm].join(" "),
    reader: "openssl",
    // The keystore is written in the order of its hash table; what the reader found is checked against the set.
    certificates: (workshop) => exportedBy(workshop, id, aliases, true),
    keys: aliases.length,
    features,
    make(workshop, path) {
      for (const alias of aliases) {
        const name = ["-alias", alias, "-dname", `CN=${alias}.example.com, O=Example, C=GR`];
        keytool(workshop, path, "-genkeypair", [...name, ...algorithm, ...dates], { flags });
        keytool(workshop, path, "-exportcert", ["-rfc", "-alias", alias, "-file", certificateFile(id, alias)], {
          flags,
        });
      }
    },
  };
}

const legacy = ["-J-Dkeystore.pkcs12.legacy"];

export const keytoolRecipes: readonly Recipe[] = [
  made("keytool-default", ["connector"], rsa, ["demo", "key:rsa"]),
  made("keytool-legacy", ["connector"], ec, ["cipher:rc2-40", "cipher:3des"], legacy),
  made("keytool-two-keys", ["first", "second"], ec, ["two-keys"]),
  {
    id: "keytool-truststore",
    password: PASSWORD,
    maker: "keytool -importcert",
    reader: "openssl",
    certificates: (workshop) => exportedBy(workshop, "keytool-two-keys", ["first", "second"], false),
    keys: 0,
    features: ["no-key", "attributes:oracle-trustedKeyUsage"],
    make(workshop, path) {
      for (const alias of ["first", "second"]) {
        const file = workshop.path(certificateFile("keytool-two-keys", alias));
        keytool(workshop, path, "-importcert", ["-noprompt", "-alias", alias, "-file", file]);
      }
    },
  },
  {
    ...made("keytool-secret", ["connector"], ec, ["bag:secret"]),
    maker: "keytool -genseckey, then -genkeypair",
    make(workshop, path) {
      keytool(workshop, path, "-genseckey", ["-alias", "secret", "-keyalg", "AES", "-keysize", "256"]);
      made("keytool-secret", ["connector"], ec, []).make(workshop, path);
    },
  },
];
