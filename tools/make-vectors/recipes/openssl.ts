/** PFX files by `openssl pkcs12 -export`: ciphers, MACs, iterations, passwords, contents. */
import { identity, sources } from "../identities.js";
import type { ReaderName, Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";

/** The password of the files that are shown together. */
export const PASSWORD = "graph-certkit";

interface Options {
  readonly identity?: string;
  readonly password?: string;
  readonly reader?: ReaderName;
  readonly features: readonly string[];
  readonly certificates?: readonly string[];
  readonly keys?: number;
  /** Replaces `-inkey` and `-in`. */
  readonly input?: (workshop: Workshop) => readonly string[];
}

function exported(id: string, args: string, options: Options): Recipe {
  const {
    identity: name = "ec",
    password = PASSWORD,
    reader = "bouncycastle",
    features,
    certificates = [name],
  } = options;
  return {
    id,
    password,
    maker: `openssl pkcs12 -export ${args}`.trim(),
    reader,
    certificates: sources(...certificates),
    keys: options.keys ?? 1,
    features,
    make(workshop, path) {
      const it = identity(workshop, name);
      const input = options.input?.(workshop) ?? ["-inkey", it.key, "-in", it.certificate];
      const secret = ["-passout", `file:${workshop.passwordFile(`${password}\n`)}`];
      const split = (args.match(/"[^"]*"|\S+/g) ?? []).map((arg) => arg.replaceAll('"', ""));
      workshop.run("openssl", ["pkcs12", "-export", ...split, ...input, ...secret, "-out", path]);
    },
  };
}

/** The same algorithm for the certificate's safe and the key's bag. */
const cipher = (id: string, name: string, reader: ReaderName = "bouncycastle"): Recipe =>
  exported(`openssl-${id}`, `-legacy -certpbe ${name} -keypbe ${name}`, { reader, features: [`cipher:${id}`] });

const digest = (id: string, reader: ReaderName = "bouncycastle"): Recipe =>
  exported(`openssl-mac-${id}`, `-legacy -macalg ${id}`, { reader, features: [`mac:${id}`] });

const key = (id: string, reader: ReaderName, name = id): Recipe =>
  exported(`openssl-key-${id}`, "", { identity: name, reader, features: [`key:${id}`] });

const only = (
  id: string,
  oid: string,
  args: string,
  features: readonly string[],
  at: string,
  code: string,
): Recipe => ({
  ...exported(id, args, { features, reader: "pyca", certificates: [], keys: 0 }),
  expect: { code, at, oid },
});

/** A cipher that is refused on purpose: named by its OID and never taken for a wrong password. */
const refused = (id: string, oid: string, name: string): Recipe =>
  only(
    `openssl-${id}`,
    oid,
    `-legacy -certpbe ${name} -keypbe ${name}`,
    [`cipher:${id}`],
    "authSafe[0]",
    "ERR_PKCS12_CIPHER",
  );

const refusedMac = (id: string, oid: string): Recipe =>
  only(`openssl-mac-${id}`, oid, `-legacy -macalg ${id}`, [`mac:${id}`], "macData", "ERR_PKCS12_MAC_ALGORITHM");

const greek = "Καλημέρα κόσμε";
const emoji = "clé 🔑 κλειδί";
const root = (workshop: Workshop): string => identity(workshop, "root").certificate;
const certificateOf = (workshop: Workshop, name: string): string => identity(workshop, name).certificate;

export const opensslRecipes: readonly Recipe[] = [
  exported("openssl-default", '-name "Connector certificate"', { identity: "rsa", features: ["demo", "key:rsa"] }),
  exported("openssl-legacy", '-legacy -name "Connector certificate"', {
    identity: "rsa",
    features: ["demo", "cipher:rc2-40", "cipher:3des"],
  }),
  cipher("rc2-128", "PBE-SHA1-RC2-128"),
  cipher("rc4-128", "PBE-SHA1-RC4-128"),
  cipher("rc4-40", "PBE-SHA1-RC4-40"),
  cipher("2des", "PBE-SHA1-2DES"),
  cipher("3des", "PBE-SHA1-3DES", "nss"),
  cipher("aes-128", "aes-128-cbc", "gnutls"),
  cipher("aes-192", "aes-192-cbc", "gnutls"),
  cipher("none", "NONE", "gnutls"),
  cipher("pbes2-3des", "des-ede3-cbc"),
  cipher("pbes2-des", "des-cbc"),
  cipher("pbes2-rc2-128", "rc2-cbc", "pyca"),
  cipher("pbes2-rc2-40", "rc2-40-cbc", "pyca"),
  cipher("pbes1-md5-des", "PBE-MD5-DES"),
  cipher("pbes1-sha1-rc2", "PBE-SHA1-RC2-64", "pyca"),
  exported("openssl-nomac", "-nomac", { features: ["mac:none"] }),
  exported("openssl-none-nomac", "-certpbe NONE -keypbe NONE -nomac", { features: ["mac:none", "cipher:none"] }),
  ...["sha1", "sha224", "sha384", "sha512", "sha3-256", "md5", "ripemd160", "sm3"].map((it) => digest(it)),
  digest("sha512-224", "pyca"),
  digest("sha512-256", "pyca"),
  exported("openssl-iter-1", "-iter 1 -maciter", { features: ["iterations:1"] }),
  exported("openssl-iter-600000", "-iter 600000", { features: ["iterations:600000"] }),
  exported("openssl-empty-password", "", { password: "", reader: "gnutls", features: ["password:empty"] }),
  exported("openssl-greek", "", { password: greek, features: ["password:greek"] }),
  exported("openssl-greek-legacy", "-legacy", { password: greek, features: ["password:greek", "cipher:rc2-40"] }),
  exported("openssl-emoji", "", { password: emoji, features: ["password:outside-bmp"] }),
  exported("openssl-emoji-legacy", "-legacy", { password: emoji, features: ["password:outside-bmp"] }),
  exported("openssl-chain", '-name "leaf" -caname "root"', {
    input: (it) => [...["-inkey", identity(it, "ec").key, "-in", certificateOf(it, "ec")], "-certfile", root(it)],
    certificates: ["ec", "!root"],
    features: ["chain"],
  }),
  exported("openssl-certificates-only", "-nokeys", {
    input: (it) => ["-in", certificateOf(it, "ec"), "-certfile", root(it)],
    certificates: ["!ec", "!root"],
    keys: 0,
    features: ["no-key"],
  }),
  exported("openssl-key-only", "-nocerts", {
    input: (it) => ["-inkey", identity(it, "ec").key],
    certificates: [],
    features: ["no-certificate"],
  }),
  exported("openssl-names", '-name "Ünïcödé όνομα" -CSP "Microsoft Enhanced RSA and AES Cryptographic Provider" -LMK', {
    features: ["friendlyName:greek", "attributes:microsoft"],
  }),
  key("p384", "gnutls"),
  key("p521", "gnutls"),
  key("secp256k1", "pyca"),
  key("brainpoolP256r1", "bouncycastle", "brainpool"),
  key("ec-explicit", "bouncycastle"),
  key("ed25519", "gnutls"),
  key("ed448", "gnutls"),
  key("x25519", "bouncycastle"),
  key("rsa-pss", "bouncycastle"),
  key("dsa", "gnutls"),
  exported("openssl-after-2050", "", { identity: "late", features: ["date:generalizedTime"] }),
  exported("openssl-expired", "", { identity: "expired", features: ["date:expired"] }),
  refused("camellia-256", "1.2.392.200011.61.1.1.1.4", "camellia-256-cbc"),
  refused("aria-256", "1.2.410.200046.1.1.12", "aria-256-cbc"),
  refused("seed", "1.2.410.200004.1.4", "seed-cbc"),
  refused("cast5", "1.2.840.113533.7.66.10", "cast5-cbc"),
  refused("blowfish", "1.3.6.1.4.1.3029.1.2", "bf-cbc"),
  refused("sm4", "1.2.156.10197.1.104.2", "sm4-cbc"),
  refusedMac("whirlpool", "1.0.10118.3.0.55"),
  refusedMac("blake2b512", "1.3.6.1.4.1.1722.12.2.1.16"),
];
