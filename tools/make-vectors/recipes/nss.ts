/** PFX files by NSS' pk12util, the BER of Firefox: indefinite lengths and segmented OCTET STRINGs. */
import { identity, sources } from "../identities.js";
import { newDatabase } from "../readers/nss.js";
import type { Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { PASSWORD } from "./openssl.js";

/** Imports the identity into a new database and exports it with these arguments. */
export function exportFromNss(workshop: Workshop, path: string, name: string, args: readonly string[]): void {
  const it = identity(workshop, name);
  const secret = workshop.passwordFile(PASSWORD);
  const names = ["-name", "connector", "-passout", `file:${secret}`];
  workshop.run("openssl", [
    "pkcs12",
    "-export",
    "-inkey",
    it.key,
    "-in",
    it.certificate,
    ...names,
    "-out",
    "for-nss.p12",
  ]);
  const database = newDatabase(workshop, "nss-maker");
  workshop.run("pk12util", ["-i", workshop.path("for-nss.p12"), "-d", database, "-w", secret]);
  workshop.run("pk12util", ["-o", path, "-n", "connector", "-d", database, "-w", secret, ...args]);
}

function exported(id: string, name: string, args: readonly string[], features: readonly string[]): Recipe {
  return {
    id,
    password: PASSWORD,
    maker: ["pk12util -o", ...args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg))].join(" "),
    reader: "openssl",
    certificates: sources(name),
    keys: 1,
    features: ["ber:indefinite", ...features],
    make: (workshop, path) => exportFromNss(workshop, path, name, args),
  };
}

const tripleDes = "PKCS #12 V2 PBE With SHA-1 And 3KEY Triple DES-CBC";
const rc2 = "PKCS #12 V2 PBE With SHA-1 And 40 Bit RC2 CBC";

export const nssRecipes: readonly Recipe[] = [
  exported("nss-default", "rsa", [], ["demo", "key:rsa", "iterations:600000"]),
  exported("nss-legacy", "ec", ["-c", tripleDes, "-C", rc2, "-M", "SHA-1"], ["cipher:3des", "cipher:rc2-40"]),
  exported("nss-certificate-none", "ec", ["-c", "AES-128-CBC", "-C", "none", "-M", "SHA-512"], ["cipher:none"]),
  {
    ...exported("nss-camellia", "ec", ["-c", "CAMELLIA-128-CBC", "-C", "CAMELLIA-128-CBC"], ["cipher:camellia-128"]),
    certificates: () => [],
    keys: 0,
    reader: "pyca",
    expect: { code: "ERR_PKCS12_CIPHER", at: "authSafe[0].safeBag[0]", oid: "1.2.392.200011.61.1.1.1.2" },
  },
];
