/** PFX files by libraries without a command of their own: Bouncy Castle, go-pkcs12, Python's cryptography. */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { identity, sources } from "../identities.js";
import type { Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { PASSWORD } from "./openssl.js";

const here = import.meta.dirname;
const BOUNCY_CASTLE = ["bcprov", "bcutil", "bcpkix"].map((it) => `org.bouncycastle:${it}-jdk18on:1.80`);

/** Runs `java/BouncyCastle.java`, compiled against jars that Maven fetches. */
export function bouncyCastle(workshop: Workshop, args: readonly string[]): string {
  const classPath = workshop.once("bouncy castle", () => {
    for (const artifact of BOUNCY_CASTLE) {
      workshop.run("mvn", [
        "-q",
        "dependency:copy",
        `-Dartifact=${artifact}`,
        `-DoutputDirectory=${workshop.path("jars")}`,
      ]);
    }
    const jars = readdirSync(workshop.path("jars")).map((jar) => resolve(workshop.path("jars"), jar));
    const path = [...jars, workshop.path("classes")].join(":");
    workshop.run("javac", ["-cp", path, "-d", workshop.path("classes"), resolve(here, "../java/BouncyCastle.java")]);
    return path;
  });
  return workshop.run("java", ["-cp", classPath, "BouncyCastle", ...args]);
}

function goProgram(workshop: Workshop): string {
  return workshop.once("go", () => {
    workshop.run("go", ["build", "-o", workshop.path("go-maker"), "."], { cwd: resolve(here, "../go") });
    return workshop.path("go-maker");
  });
}

/** What the three take alike: KIND KEY.der CERTIFICATE.der OUT PASSWORD-FILE. */
type Program = (workshop: Workshop, args: readonly string[]) => void;
const programs = {
  "bouncy-castle": (workshop, args) => bouncyCastle(workshop, ["write", ...args]),
  go: (workshop, args) => workshop.run(goProgram(workshop), args),
  pyca: (workshop, args) => workshop.run("python3", [resolve(here, "../python/pyca.py"), ...args]),
} satisfies Record<string, Program>;

function written(program: keyof typeof programs, id: string, kind: string, changes: Partial<Recipe>): Recipe {
  const password = changes.password === undefined ? PASSWORD : changes.password;
  return {
    id: `${program}-${id}`,
    password,
    maker: `${program} ${kind}`,
    reader: "openssl",
    certificates: sources("ec"),
    keys: 1,
    features: [],
    make(workshop, path) {
      const it = identity(workshop, "ec");
      const files = [workshop.write("key.der", it.pkcs8Der), workshop.write("certificate.der", it.certificateDer)];
      programs[program](workshop, [kind, ...files, path, workshop.passwordFile(password ?? "")]);
    },
    ...changes,
  };
}

const AES256 = "2.16.840.1.101.3.4.1.42";
const hmac = {
  sha224: "1.2.840.113549.2.8",
  sha256: "1.2.840.113549.2.9",
  sha384: "1.2.840.113549.2.10",
  sha512: "1.2.840.113549.2.11",
};

export const otherRecipes: readonly Recipe[] = [
  written("bouncy-castle", "ber", "store:PKCS12", { features: ["ber:indefinite", "cipher:rc2-40"] }),
  written("bouncy-castle", "der", "store:PKCS12-DEF-3DES-3DES:der", { features: ["cipher:3des"] }),
  written("bouncy-castle", "aes", "store:PKCS12-AES256-AES128", { features: ["ber:indefinite", "cipher:aes-128"] }),
  written("bouncy-castle", "prf-sha224", `${AES256}:${hmac.sha224};mac=SHA-256`, { features: ["prf:sha224"] }),
  written("bouncy-castle", "prf-sha384", `${AES256}:${hmac.sha384};mac=SHA-384`, { features: ["prf:sha384"] }),
  written("bouncy-castle", "prf-sha512", `${AES256}:${hmac.sha512};mac=SHA-512`, { features: ["prf:sha512"] }),
  written("bouncy-castle", "scrypt", `${AES256}:${hmac.sha256}:scrypt;mac=SHA-256`, { features: ["kdf:scrypt"] }),
  written("bouncy-castle", "pbmac1", `${AES256}:${hmac.sha256};mac=pbmac1:${hmac.sha256}:${hmac.sha512}`, {
    reader: "pyca",
    features: ["mac:pbmac1", "mac:sha512"],
  }),
  written("bouncy-castle", "null-password", "store:PKCS12-DEF-3DES-3DES:der", {
    password: "",
    features: ["password:null"],
  }),
  written("go", "modern-2026", "Modern2026", { reader: "pyca", features: ["mac:pbmac1", "mac:sha256"] }),
  written("go", "passwordless", "Passwordless", {
    password: null,
    features: ["password:null", "cipher:none", "mac:none"],
  }),
  written("pyca", "default", "best", { reader: "gnutls", features: ["iterations:20000"] }),
];
