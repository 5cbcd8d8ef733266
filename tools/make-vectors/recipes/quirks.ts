/**
 * Files that break the standard the way their makers do. No other tool at hand opens them, so nobody can confirm them
 * but the maker itself; what went in is known all the same.
 */
import { X509Certificate } from "node:crypto";
import { identity, sources } from "../identities.js";
import type { Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { convert } from "./gnutls.js";
import { keytool } from "./keytool.js";
import { exportFromNss } from "./nss.js";
import { PASSWORD } from "./openssl.js";

const GREEK = "Καλημέρα";

function quirk(id: string, maker: string, make: Recipe["make"], changes: Partial<Recipe> = {}): Recipe {
  return {
    id,
    password: PASSWORD,
    maker,
    reader: "none",
    certificates: sources("ec"),
    keys: 1,
    features: ["quirk"],
    make,
    ...changes,
  };
}

/** node-forge packs 16-bit units into 32-bit words, so that a high byte falls onto the byte before it. */
function makeByForge(workshop: Workshop, path: string): void {
  workshop.run("npm", ["install", "--silent", "--no-save", "--prefix", workshop.folder, "node-forge@1.4.0"]);
  const { key, certificate } = identity(workshop, "rsa");
  const script = `
    const forge = require("node-forge");
    const { readFileSync, writeFileSync } = require("node:fs");
    const { createPrivateKey } = require("node:crypto");
    const pkcs1 = createPrivateKey(readFileSync(${JSON.stringify(key)})).export({ type: "pkcs1", format: "pem" });
    const certificate = forge.pki.certificateFromPem(readFileSync(${JSON.stringify(certificate)}, "utf8"));
    const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(pkcs1), [certificate], ${JSON.stringify(GREEK)});
    writeFileSync(${JSON.stringify(path)}, forge.asn1.toDer(asn1).getBytes(), "binary");
    // It writes its certificate's strings anew, in other string types: another certificate, to be exact.
    writeFileSync("forge.pem", forge.pki.certificateToPem(certificate));
  `;
  workshop.run("node", ["-e", script]);
}

/** Needs a JDK from 25 on, whose keytool takes such a password: its path is in KEYTOOL_25. */
function makeByKeytool25(workshop: Workshop, path: string): void {
  const program = process.env["KEYTOOL_25"];
  if (program === undefined) throw new Error("KEYTOOL_25 does not name the keytool of a JDK from 25 on");
  const store = { program, password: GREEK, flags: ["-J-Dkeystore.pkcs12.legacy"] };
  const dates = ["-startdate", "2020/01/01 00:00:00", "-validity", "12784"];
  const key = ["-alias", "a", "-dname", "CN=a.example.com", "-keyalg", "EC", "-groupname", "secp256r1"];
  keytool(workshop, path, "-genkeypair", [...key, ...dates], store);
  keytool(workshop, path, "-exportcert", ["-rfc", "-alias", "a", "-file", "keytool-25.pem"], store);
}

const written =
  (name: string): Recipe["certificates"] =>
  (workshop) => [{ der: new X509Certificate(workshop.read(name)).raw, hasPrivateKey: true }];

export const quirkRecipes: readonly Recipe[] = [
  quirk("forge-greek", "node-forge toPkcs12Asn1", makeByForge, {
    password: GREEK,
    certificates: written("forge.pem"),
    features: ["quirk", "password:greek"],
  }),
  quirk("keytool-25-legacy-greek", "keytool -J-Dkeystore.pkcs12.legacy -genkeypair", makeByKeytool25, {
    password: GREEK,
    certificates: written("keytool-25.pem"),
    features: ["quirk", "password:greek", "cipher:rc2-40"],
  }),
  quirk(
    "gnutls-plain-shrouded-key",
    'certtool --to-p12 --password ""',
    (workshop, path) => {
      convert(workshop, path, ["--pkcs-cipher", "aes-128", "--password", ""]);
    },
    { password: "", features: ["quirk", "password:empty"] },
  ),
  quirk(
    "nss-pbes1-sha1-des",
    "pk12util -o -c DES-CBC -C DES-CBC",
    (workshop, path) => {
      exportFromNss(workshop, path, "ec", ["-c", "DES-CBC", "-C", "DES-CBC"]);
    },
    { features: ["quirk", "cipher:pbes1-sha1-des"] },
  ),
  quirk(
    "hxtool-bags-without-content-info",
    "hxtool certificate-copy",
    (workshop, path) => {
      const { key, certificate } = identity(workshop, "rsa");
      const pkcs1 = workshop.run("openssl", ["pkey", "-in", key, "-traditional"]);
      const both = workshop.write("both.pem", `${Buffer.from(workshop.read(certificate)).toString()}${pkcs1}`);
      workshop.run("hxtool", ["certificate-copy", `--out-pass=PASS:${PASSWORD}`, `PEM-FILE:${both}`, `PKCS12:${path}`]);
    },
    { certificates: sources("rsa"), features: ["quirk", "mac:none"] },
  ),
];
