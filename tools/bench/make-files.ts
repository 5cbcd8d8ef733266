/** The files that everybody opens: RSA-2048 keys with a self-signed leaf, under the protections that are out there. */
import { X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Openssl } from "./openssl.js";

/**
 * Arguments of `openssl pkcs12 -export` by protection; `-iter` counts for the MAC as well as for the encryption.
 * - `rc2`: certificates under 40-bit RC2, key under 3DES: what Windows and OpenSSL 1 wrote
 * - `3des`: both under 3DES: what Windows Server 2016 takes and Azure is reported to want
 * - `aes`: PBES2, PBKDF2 with HMAC-SHA-256, MAC over SHA-256: what OpenSSL 3 and keytool write
 */
const PROTECTIONS = {
  rc2: ["-legacy", "-certpbe", "PBE-SHA1-RC2-40", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
  "3des": ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
  aes: ["-certpbe", "AES-256-CBC", "-keypbe", "AES-256-CBC", "-macalg", "sha256"],
} as const;

/** How a file of the bench is protected. */
export type Protection = keyof typeof PROTECTIONS;

/** All protections, weakest first. */
export const ALL_PROTECTIONS = Object.keys(PROTECTIONS) as readonly Protection[];

/** Variable of the environment that carries the password, to openssl and to whoever is measured. */
export const PASSWORD_VARIABLE = "GRAPH_CERTKIT_BENCH_PASSWORD";

/** No secret, yet carried like one: a command line can be read by everybody on the machine. */
export const PASSWORD_ENVIRONMENT = { [PASSWORD_VARIABLE]: "graph-certkit" } as const;

/** A file on disk and what is found in it. */
export interface BenchFile {
  readonly path: string;
  /** SHA-1 of the certificate, upper-case hex. */
  readonly thumbprint: string;
}

/** What decides about a file: two with the same three are one. */
export interface FileRequest {
  readonly protection: Protection;
  readonly iterations: number;
  /** Which key and certificate; default 0. */
  readonly identity?: number;
  /** Which of several that differ in their salts alone; default 0. */
  readonly copy?: number;
}

/** Makes a file when it is first asked for. */
export type MakeFile = (request: FileRequest) => Promise<BenchFile>;

/** Leaf alone: beside an authority Node's reader would first load every root that it trusts, which is no opening. */
const REQUEST_CONFIGURATION = `
[req]
distinguished_name = none
x509_extensions = leaf
prompt = no
[none]
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
`;

/** A maker that keeps everything in `folder`. */
export function createFileMaker(openssl: Openssl, folder: string): MakeFile {
  const made = new Map<string, Promise<BenchFile>>();
  const identities = new Map<number, Promise<string>>();
  const once = <Key, T>(kept: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> => {
    const value = kept.get(key) ?? make();
    kept.set(key, value);
    return value;
  };
  return ({ protection, iterations, identity = 0, copy = 0 }) => {
    const name = `${protection}-${iterations}-${identity}-${copy}`;
    return once(made, name, async () => {
      const pem = await once(identities, identity, () => makeIdentity(openssl, folder, identity));
      const path = resolve(folder, `${name}.p12`);
      const args = ["pkcs12", "-export", "-in", pem, "-out", path, "-passout", `env:${PASSWORD_VARIABLE}`];
      args.push(...PROTECTIONS[protection], "-iter", `${iterations}`);
      await openssl.run(args, folder, PASSWORD_ENVIRONMENT);
      return { path, thumbprint: new X509Certificate(readFileSync(pem)).fingerprint.replaceAll(":", "") };
    });
  };
}

/** Path of a PEM file with the certificate and its key. */
async function makeIdentity(openssl: Openssl, folder: string, identity: number): Promise<string> {
  const path = (suffix: string): string => resolve(folder, `identity-${identity}.${suffix}`);
  writeFileSync(path("cnf"), REQUEST_CONFIGURATION);
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "365", "-config", path("cnf")];
  args.push("-subj", `/CN=connector-${identity}.example.com`, "-keyout", path("key"), "-out", path("crt"));
  await openssl.run(args, folder);
  writeFileSync(path("pem"), `${readFileSync(path("crt"), "utf8")}${readFileSync(path("key"), "utf8")}`, {
    mode: 0o600,
  });
  return path("pem");
}
