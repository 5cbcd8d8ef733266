/** Files that must be refused, each for one reason that is named by an error code; and wrong passwords on good files. */
import { integer, octetString, oid, sequence } from "../der.js";
import { identity } from "../identities.js";
import * as writer from "../pfx-writer.js";
import type { Failure, Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { handmade, plain } from "./handmade.js";
import { opensslRecipes, PASSWORD } from "./openssl.js";

const good = (workshop: Workshop): Uint8Array => writer.pfx(plain(workshop), PASSWORD);

/** `reader` must refuse the file too, unless it is "none": then the tool accepts what RFC 7292 forbids, or cannot tell. */
function broken(
  id: string,
  expect: Failure,
  build: (workshop: Workshop) => Uint8Array,
  reader: Recipe["reader"] = "openssl",
): Recipe {
  return handmade(`broken-${id}`, build, { expect, reader, certificates: () => [], keys: 0, features: ["broken"] });
}

function wrongPassword(original: string, password: string): Recipe {
  const recipe = opensslRecipes.find((it) => it.id === original);
  if (recipe === undefined) throw new RangeError(`"original" is not a recipe: ${original}`);
  return {
    ...recipe,
    id: `${original}-wrong-password`,
    sameFileAs: original,
    password,
    reader: "openssl",
    expect: { code: original.includes("nomac") ? "ERR_PKCS12_DECRYPT" : "ERR_PKCS12_MAC_MISMATCH" },
    certificates: () => [],
    keys: 0,
    features: ["wrong-password"],
  };
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

const certificateBag = (it: Workshop): Uint8Array => writer.certBag(identity(it, "ec").certificateDer);
const scrypt = (n: number): Uint8Array =>
  sequence(
    oid("1.3.6.1.4.1.11591.4.11"),
    sequence(octetString(Buffer.from("salt")), integer(n), integer(8), integer(1)),
  );
const deep = (it: Workshop): Uint8Array => {
  let bag = certificateBag(it);
  for (let level = 0; level < 200; level++) bag = writer.safeContentsBag(bag);
  return bag;
};

/** IDEA-CBC, which no tool at hand writes any more. */
const IDEA = "1.3.6.1.4.1.188.7.1.1.2";
const most = 2 ** 31 - 1;

export const brokenRecipes: readonly Recipe[] = [
  broken("truncated", { code: "ERR_ASN1_TRUNCATED" }, (it) => good(it).subarray(0, -100)),
  broken(
    "trailing-byte",
    { code: "ERR_ASN1_TRAILING_DATA" },
    (it) => Buffer.concat([good(it), Uint8Array.of(0x0a)]),
    "none",
  ),
  broken(
    "version-2",
    { code: "ERR_PKCS12_VERSION", at: "pfx.version" },
    (it) => {
      const bytes = Uint8Array.from(good(it));
      // 30 82 xx xx 02 01 03
      bytes[6] = 2;
      return bytes;
    },
    "bouncycastle",
  ),
  broken("signed-data", { code: "ERR_PKCS12_PUBLIC_KEY_MODE", oid: writer.CONTENT.signedData }, () => {
    return sequence(integer(3), writer.contentInfo(writer.CONTENT.signedData, sequence(integer(1))));
  }),
  broken(
    "enveloped-data",
    { code: "ERR_PKCS12_PUBLIC_KEY_MODE", oid: writer.CONTENT.envelopedData },
    () => {
      return writer.pfx([writer.contentInfo(writer.CONTENT.envelopedData, sequence(integer(0)))], PASSWORD);
    },
    "none",
  ),
  broken("no-pfx", { code: "ERR_PKCS12_NOT_PFX" }, (it) => identity(it, "ec").certificateDer),
  broken("auth-safe-is-not-ber", { code: "ERR_PKCS12_STRUCTURE" }, () => {
    const authenticatedSafe = Buffer.from("no BER at all");
    const authSafe = writer.contentInfo(writer.CONTENT.data, octetString(authenticatedSafe));
    return sequence(integer(3), authSafe, writer.macData(PASSWORD, authenticatedSafe));
  }),
  broken("mac-bit", { code: "ERR_PKCS12_MAC_MISMATCH" }, (it) => {
    return writer.pfx(plain(it), PASSWORD, { spoil: (digest) => flipped(digest, 31) });
  }),
  broken("content-bit", { code: "ERR_PKCS12_MAC_MISMATCH" }, (it) => {
    const bytes = good(it);
    return flipped(bytes, Math.floor(bytes.length / 2));
  }),
  broken("mac-digest-is-short", { code: "ERR_PKCS12_MAC_MISMATCH" }, (it) => {
    return writer.pfx(plain(it), PASSWORD, { spoil: (digest) => digest.subarray(0, 1) });
  }),
  broken(
    "mac-iterations-0",
    { code: "ERR_PKCS12_MAC_PARAMETERS" },
    (it) => {
      return writer.pfx(plain(it), PASSWORD, { claimedIterations: 0 });
    },
    "pyca",
  ),
  broken(
    "mac-iterations-most",
    { code: "ERR_PKCS12_ITERATIONS" },
    (it) => {
      return writer.pfx(plain(it), PASSWORD, { claimedIterations: most });
    },
    "none",
  ),
  broken(
    "pbes2-iterations-most",
    { code: "ERR_PKCS12_ITERATIONS" },
    (it) => {
      return writer.pfx([writer.encryptedData(PASSWORD, [certificateBag(it)], { iterations: most })], PASSWORD);
    },
    "none",
  ),
  broken(
    "scrypt-memory",
    { code: "ERR_PKCS12_SCRYPT_MEMORY" },
    (it) => {
      return writer.pfx([writer.encryptedData(PASSWORD, [certificateBag(it)], { kdf: scrypt(2 ** 30) })], PASSWORD);
    },
    "pyca",
  ),
  broken(
    "idea",
    { code: "ERR_PKCS12_CIPHER", at: "authSafe[0]", oid: IDEA },
    (it) => {
      return writer.pfx([writer.encryptedData(PASSWORD, [certificateBag(it)], { cipher: IDEA })], PASSWORD);
    },
    "none",
  ),
  broken("iv-of-5-octets", { code: "ERR_PKCS12_CIPHER_PARAMETERS" }, (it) => {
    return writer.pfx([writer.encryptedData(PASSWORD, [certificateBag(it)], { iv: Buffer.alloc(5) })], PASSWORD);
  }),
  broken("nested-200-deep", { code: "ERR_ASN1_LIMIT" }, (it) => writer.pfx([writer.data(deep(it))], PASSWORD), "none"),
  wrongPassword("openssl-default", "graph-certkit "),
  wrongPassword("openssl-legacy", "Graph-Certkit"),
  wrongPassword("openssl-nomac", "graph-certki"),
  wrongPassword("openssl-empty-password", "x"),
];
