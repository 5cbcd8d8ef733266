/** Programs that files packed here are put before, each of which says what it found in one file or throws. */
import { execFile } from "node:child_process";
import type { KeyObject } from "node:crypto";
import { createHash, createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { promisify } from "node:util";
import forge from "node-forge";
import type { Protection } from "../../src/pkcs12/protection.js";
import { PROTECTIONS } from "../../src/pkcs12/protection.js";

const execute = promisify(execFile);

/** What is in a file, in no order. */
export interface Found {
  /** SHA-256 of each key's public half as SubjectPublicKeyInfo. */
  readonly keys: readonly string[];
  /** SHA-1 of each certificate that is listed. */
  readonly certificates: readonly string[];
}

/** One program. */
export interface PackReader {
  readonly name: string;
  /** `undefined`: not known of this version. */
  readonly readsPbmac1: boolean | undefined;
  /** Whether it lists every certificate, or those with a key alone. */
  readonly lists: "all" | "leaves";
  /** Protections whose files it refuses under a password beyond ASCII; absent: none. */
  readonly wantsAscii?: readonly Protection[];
  /** Sets of credentials about which it is asked, where not about all: one that takes long, or gives out but one key. */
  readonly asks?: readonly string[];
  /** False where it knows RSA alone. */
  readonly readsEc?: false;
  readonly open: (path: string, password: string) => Promise<Found>;
}

/** SHA-256 of the public half of a private key in PEM or PKCS#8. */
export function publicHash(key: string | Uint8Array): string {
  const privateKey =
    typeof key === "string"
      ? createPrivateKey(key)
      : createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" });
  return spkiHash(createPublicKey(privateKey));
}

/** SHA-256 of a public key as SubjectPublicKeyInfo. */
export function spkiHash(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ format: "der", type: "spki" }))
    .digest("hex");
}

/** SHA-1 of a certificate in PEM or DER. */
export function fingerprint(certificate: string | Uint8Array): string {
  return new X509Certificate(certificate).fingerprint.replaceAll(":", "");
}

const blocks = (pem: string, label: string): readonly string[] =>
  pem.match(new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, "g")) ?? [];

async function run(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await execute(command, args, { env: { ...process.env, LC_ALL: "C.UTF-8" } });
  return stdout + stderr;
}

/** In a folder of its own that is gone afterwards. */
async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(resolve(tmpdir(), "graph-certkit-pack-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openssl(): Promise<PackReader> {
  const version = await run("openssl", "version");
  const minor = Number(/^OpenSSL 3\.(\d+)\./.exec(version)?.[1] ?? (/^OpenSSL [4-9]/.test(version) ? 99 : Number.NaN));
  if (Number.isNaN(minor)) throw new Error(`needs OpenSSL 3 or later, here is ${version.trim()}`);
  return {
    name: version.split(" ", 2).join(" "),
    readsPbmac1: minor >= 4,
    lists: "all",
    open: (path, password) =>
      inFolder(async (folder) => {
        await writeFile(resolve(folder, "secret"), `${password}\n`);
        const pem = await run("openssl", "pkcs12", "-in", path, "-passin", `file:${folder}/secret`, "-nodes");
        return {
          keys: blocks(pem, "PRIVATE KEY").map(publicHash),
          certificates: blocks(pem, "CERTIFICATE").map(fingerprint),
        };
      }),
  };
}

/** Lists what is in the store; the key of each entry is one that keytool could read. */
async function keytool(): Promise<PackReader> {
  await run("keytool", "-help");
  const version = await run("java", "-version");
  const major = Number(/version "(\d+)/.exec(version)?.[1]);
  return {
    name: `keytool of Java ${major}`,
    readsPbmac1: major <= 25 ? false : undefined,
    lists: "leaves",
    // Java 17 refuses such passwords ("Password is not ASCII"), and the command reads none from a file.
    wantsAscii: PROTECTIONS,
    asks: ["several", "created"],
    open: (path, password) =>
      inFolder(async (folder) => {
        await writeFile(resolve(folder, "secret"), password);
        const store = ["-keystore", path, "-storetype", "PKCS12", "-storepass:file", `${folder}/secret`];
        const listed = await run("keytool", "-list", "-rfc", ...store);
        const aliases = [...listed.matchAll(/^Alias name: (.*)$/gm)].map(([, alias]) => alias ?? "");
        const entries = listed.split(/^Alias name: /m).filter((entry) => entry.includes("PrivateKeyEntry"));
        // Written again by keytool: for that it has to decrypt the keys.
        const copy = resolve(folder, "copy.p12");
        const destination = [
          "-destkeystore",
          copy,
          "-deststoretype",
          "PKCS12",
          "-deststorepass:file",
          `${folder}/secret`,
        ];
        const source = ["-srckeystore", path, "-srcstoretype", "PKCS12", "-srcstorepass:file", `${folder}/secret`];
        await run("keytool", "-importkeystore", "-noprompt", ...source, ...destination);
        const pem = await run("openssl", "pkcs12", "-in", copy, "-passin", `pass:${password}`, "-nodes");
        if (aliases.length !== entries.length)
          throw new Error(`${aliases.length} aliases, ${entries.length} with keys`);
        return {
          keys: blocks(pem, "PRIVATE KEY").map(publicHash),
          certificates: entries.map((entry) => fingerprint(blocks(entry, "CERTIFICATE")[0] ?? "")),
        };
      }),
  };
}

/** Imports into a new data base and lists what is in it; a key by the identifier that is made of its public half. */
async function nss(): Promise<PackReader> {
  await Promise.all(
    ["pk12util", "certutil"].map((tool) =>
      execute(tool, ["-H"]).catch((error: { code?: unknown }) => {
        if (error.code === "ENOENT") throw new Error(`no ${tool}`);
      }),
    ),
  );
  return {
    name: "NSS pk12util",
    readsPbmac1: undefined,
    lists: "leaves",
    open: (path, password) =>
      inFolder(async (folder) => {
        await writeFile(resolve(folder, "secret"), `${password}\n`);
        const data = ["-d", `sql:${folder}`];
        await run("certutil", "-N", ...data, "--empty-password");
        await run("pk12util", "-i", path, ...data, "-w", `${folder}/secret`);
        const listed = await run("certutil", "-L", ...data);
        const names = [...listed.matchAll(/^(.*\S)\s+u,u,u$/gm)].map(([, name]) => name ?? "");
        const ids = await run("certutil", "-K", ...data);
        const pems = await Promise.all(names.map((name) => run("certutil", "-L", ...data, "-a", "-n", name)));
        const leaves = pems.flatMap((pem) => blocks(pem, "CERTIFICATE"));
        const publicKeys = leaves.map((leaf) => new X509Certificate(leaf).publicKey);
        return {
          keys: publicKeys.filter((key) => ids.includes(nssKeyId(key))).map(spkiHash),
          certificates: leaves.map(fingerprint),
        };
      }),
  };
}

/** By which NSS finds a private key: SHA-1 of the modulus, or of the point. */
function nssKeyId(key: KeyObject): string {
  const { n = "", x = "", y = "" } = key.export({ format: "jwk" }) as Record<string, string>;
  const octets = (text: string): Buffer => Buffer.from(text, "base64url");
  const value = n === "" ? Buffer.concat([Buffer.of(4), octets(x), octets(y)]) : octets(n);
  return createHash("sha1").update(value).digest("hex");
}

async function certtool(): Promise<PackReader> {
  const version = (await run("certtool", "--version")).split("\n")[0] ?? "";
  return {
    name: `GnuTLS ${version}`,
    readsPbmac1: undefined,
    lists: "all",
    open: (path, password) =>
      inFolder(async (folder) => {
        const info = await run("certtool", "--p12-info", "--inder", "--infile", path, "--password", password);
        // It goes on without a MAC that fits, and says so.
        if (/MAC: unknown|errors parsing|verif.*fail/i.test(info)) throw new Error("the MAC is not verified");
        const keys: string[] = [];
        for (const [index, block] of blocks(info, "ENCRYPTED PRIVATE KEY").entries()) {
          const file = resolve(folder, `${index}.pem`);
          await writeFile(file, `${block}\n`);
          const options = ["--key-info", "--pkcs8", "--infile", file, "--password", password];
          const pin = /pin-sha256:(\S+)/.exec(await run("certtool", ...options))?.[1] ?? "";
          keys.push(Buffer.from(pin, "base64").toString("hex"));
        }
        return { keys, certificates: blocks(info, "CERTIFICATE").map(fingerprint) };
      }),
  };
}

function nodeForge(): Promise<PackReader> {
  return Promise.resolve({
    name: "node-forge",
    readsPbmac1: false,
    lists: "all",
    // PBES2 gets one octet for each character.
    wantsAscii: ["modern", "pbmac1"],
    readsEc: false,
    async open(path: string, password: string) {
      const { asn1, pki, pkcs12 } = forge;
      const file = pkcs12.pkcs12FromAsn1(asn1.fromDer((await readFile(path)).toString("latin1")), password);
      const shrouded = pki.oids["pkcs8ShroudedKeyBag"] ?? "";
      const certBag = pki.oids["certBag"] ?? "";
      const keyBags = file.getBags({ bagType: shrouded })[shrouded] ?? [];
      const certBags = file.getBags({ bagType: certBag })[certBag] ?? [];
      return {
        keys: keyBags.map(({ key }) => publicHash(key ? pki.privateKeyToPem(key) : "")),
        certificates: certBags.map(({ cert }) => fingerprint(cert ? pki.certificateToPem(cert) : "")),
      };
    },
  });
}

/** pyca/cryptography, whose wheels bring the newest OpenSSL along: the one program here that may know PBMAC1. */
async function pyca(): Promise<PackReader> {
  const imports =
    "from cryptography.hazmat.primitives.serialization import pkcs12, Encoding, PrivateFormat, NoEncryption";
  const version = "from cryptography.hazmat.backends.openssl import backend; print(backend.openssl_version_text())";
  const name = (await run("python3", "-c", version)).trim();
  const program = [
    "import sys",
    imports,
    "opened = pkcs12.load_pkcs12(open(sys.argv[1], 'rb').read(), sys.argv[2].encode('utf-8'))",
    "key = opened.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()",
    "certificates = [opened.cert, *opened.additional_certs]",
    "print(key + ''.join(it.certificate.public_bytes(Encoding.PEM).decode() for it in certificates))",
  ].join("\n");
  return {
    name: `pyca/cryptography with ${name}`,
    readsPbmac1: /OpenSSL ([4-9]|3\.([4-9]|\d\d))/.test(name),
    lists: "all",
    asks: ["alone", "issued", "created"],
    async open(path, password) {
      const pem = await run("python3", "-c", program, path, password);
      return {
        keys: blocks(pem, "PRIVATE KEY").map(publicHash),
        certificates: blocks(pem, "CERTIFICATE").map(fingerprint),
      };
    },
  };
}

/** Those that may be missing even where every other one must be there. */
export const OPTIONAL_READERS: readonly string[] = ["python3"];

/** The readers by name, each found when it is asked for; a tool that is missing rejects. */
export const PACK_READERS: readonly [string, () => Promise<PackReader>][] = [
  ["openssl", openssl],
  ["keytool", keytool],
  ["pk12util", nss],
  ["certtool", certtool],
  ["node-forge", nodeForge],
  ["python3", pyca],
];
