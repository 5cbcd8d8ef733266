/** From a recipe and what the independent reader found to an entry of the manifest. */
import { X509Certificate } from "node:crypto";
import { thumbprint } from "./readers/pem.js";
import type { ManifestCertificate, ManifestEntry, Reader, Reading, Recipe } from "./vector.js";
import type { Workshop } from "./workshop.js";

const iso = (date: string): string => new Date(date).toISOString().replace(".000Z", "Z");

function describe(der: Uint8Array, hasPrivateKey: boolean): ManifestCertificate {
  const certificate = new X509Certificate(der);
  const dates = { notBefore: iso(certificate.validFrom), notAfter: iso(certificate.validTo) };
  return { thumbprint: thumbprint(der), ...dates, hasPrivateKey };
}

/** Throws unless the reader found the certificates and keys that went in. */
function compare(recipe: Recipe, expected: readonly ManifestCertificate[], reading: Reading): void {
  const ordered = (list: readonly string[]): string => (reading.inFileOrder ? [...list] : [...list].sort()).join(" ");
  const [want, found] = [ordered(expected.map((it) => it.thumbprint)), ordered(reading.thumbprints)];
  if (want !== found)
    throw new Error(`${recipe.id}: put in ${want || "nothing"}, ${recipe.reader} found ${found || "nothing"}`);
  if (reading.keys !== recipe.keys)
    throw new Error(`${recipe.id}: ${recipe.keys} keys, ${recipe.reader} found ${reading.keys}`);
}

function verify(
  workshop: Workshop,
  recipe: Recipe,
  reader: Reader | undefined,
  path: string,
  expected: readonly ManifestCertificate[],
): string {
  if (reader === undefined) return "by construction";
  const name = reader.version(workshop);
  if (recipe.expect === undefined) {
    compare(recipe, expected, reader.read(workshop, path, recipe.password));
    return name;
  }
  if (["ERR_PKCS12_CIPHER", "ERR_PKCS12_MAC_ALGORITHM"].includes(recipe.expect.code)) {
    // What we do not implement is sound all the same: another tool opens it.
    reader.read(workshop, path, recipe.password);
    return `${name} opens it`;
  }
  try {
    reader.read(workshop, path, recipe.password);
  } catch {
    return `${name} refuses it`;
  }
  throw new Error(`${recipe.id}: ${recipe.reader} opens it`);
}

/** Checks the file at `path` by the second tool and describes it. */
export function entryOf(
  workshop: Workshop,
  recipe: Recipe,
  reader: Reader | undefined,
  path: string,
  makerVersion: string,
): ManifestEntry {
  const certificates = recipe.certificates(workshop).map((it) => describe(it.der, it.hasPrivateKey));
  const leaf = recipe.leaf === undefined ? certificates.find((it) => it.hasPrivateKey) : certificates[recipe.leaf];
  return {
    id: recipe.id,
    file: `${recipe.sameFileAs ?? recipe.id}.p12`,
    password: recipe.password,
    maker: makerVersion,
    verifiedBy: verify(workshop, recipe, reader, path, certificates),
    expect: recipe.expect ?? "ok",
    certificates,
    keys: recipe.keys,
    leafThumbprint: leaf?.thumbprint ?? null,
    features: recipe.features,
  };
}
