/** OpenSSL's command as the matrix uses it: which options it has here, key pairs with certificates, PFX files. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** A key pair, and of its certificate what `openssl x509` prints. */
export interface Pair {
  readonly kind: string;
  readonly key: string;
  readonly certificate: string;
  /** SHA-1, 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Runs `openssl`, gives its standard output; rejects where it fails. */
export async function openssl(...args: readonly string[]): Promise<string> {
  return (await execute("openssl", args, { env: { ...process.env, LC_ALL: "C.UTF-8" } })).stdout;
}

/** Whether OpenSSL 3 with its legacy provider is here; the reason where it is not. */
export async function missingOpenssl(): Promise<string | undefined> {
  try {
    const version = await openssl("version");
    if (!/^OpenSSL [3-9]/.test(version)) return `needs OpenSSL 3 or later, here is ${version.trim()}`;
    await openssl("list", "-providers", "-provider", "legacy", "-provider", "default");
    return undefined;
  } catch (error) {
    return `no OpenSSL with its legacy provider: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
  }
}

/** How to generate each kind of key. */
const GENERATE: Readonly<Record<string, readonly string[]>> = {
  "RSA 2048": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
  "RSA-PSS": ["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"],
  ...Object.fromEntries(
    ["P-256", "P-384", "P-521", "secp256k1", "brainpoolP256r1", "secp224r1"].map((curve) => [
      curve,
      ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`, "-pkeyopt", "ec_param_enc:named_curve"],
    ]),
  ),
  Ed25519: ["-algorithm", "ED25519"],
  Ed448: ["-algorithm", "ED448"],
  X25519: ["-algorithm", "X25519"],
  X448: ["-algorithm", "X448"],
  DSA: ["-paramfile", "dsa.pem"],
};

export const PAIR_KINDS: readonly string[] = Object.keys(GENERATE);

/** Makes a pair in `folder`; keys that only agree on secrets get a certificate signed with the first pair's key. */
export async function makePair(folder: string, kind: string, signer: Pair | undefined): Promise<Pair> {
  const file = (ending: string): string => resolve(folder, `${kind}.${ending}`);
  const [key, certificate] = [file("key"), file("cert")];
  const generate = (GENERATE[kind] ?? []).map((argument) => argument.replace("dsa.pem", file("parameters")));
  if (kind === "DSA") {
    const bits = ["-pkeyopt", "dsa_paramgen_bits:1024"];
    await openssl("genpkey", "-genparam", "-algorithm", "DSA", ...bits, "-out", file("parameters"));
  }
  await openssl("genpkey", ...generate, "-out", key);
  const common = ["-subj", `/CN=${kind}`, "-days", "1000", "-out", certificate];
  if (kind.startsWith("X")) {
    if (signer === undefined) throw new RangeError(`"signer" is needed for ${kind}`);
    await openssl("pkey", "-in", key, "-pubout", "-out", file("public"));
    const issuer = ["-CA", signer.certificate, "-CAkey", signer.key, "-set_serial", "7"];
    await openssl("x509", "-new", "-force_pubkey", file("public"), ...issuer, ...common);
  } else {
    await openssl("req", "-x509", "-new", "-key", key, ...common);
  }
  return { kind, key, certificate, ...(await readPrinted(certificate)) };
}

async function readPrinted(certificate: string): Promise<Pick<Pair, "thumbprint" | "notBefore" | "notAfter">> {
  const text = await openssl("x509", "-in", certificate, "-noout", "-sha1", "-fingerprint", "-dates");
  const field = (name: string): string => new RegExp(`^${name}=(.+)$`, "im").exec(text)?.[1] ?? "";
  return {
    thumbprint: field("sha1 fingerprint").replaceAll(":", "").toUpperCase(),
    notBefore: new Date(field("notBefore")),
    notAfter: new Date(field("notAfter")),
  };
}

/** A PFX and the file that holds its password. */
export interface Exported {
  readonly path: string;
  readonly secret: string;
  readonly bytes: Uint8Array;
}

/** Exports the pair with these further arguments; the password goes through a file, so that any text can. */
export async function exportPfx(
  folder: string,
  name: string,
  pair: Pair,
  args: readonly string[],
  password: string,
): Promise<Exported> {
  const [path, secret] = [resolve(folder, `${name}.p12`), resolve(folder, `${name}.password`)];
  await writeFile(secret, `${password}\n`);
  const input = ["-inkey", pair.key, "-in", pair.certificate, "-passout", `file:${secret}`];
  await openssl("pkcs12", "-export", "-legacy", ...input, ...args, "-out", path);
  return { path, secret, bytes: await readFile(path) };
}
