/**
 * Makes the vectors of `test/vectors` with real tools, and has each checked by a second one.
 *
 *   tsx tools/make-vectors/main.ts             makes all files and the manifest anew
 *   tsx tools/make-vectors/main.ts ID …        makes these scenarios, with keys of their own, and leaves the others
 *
 * Needs openssl 3.0 with its legacy provider, keytool, javac, Maven, pk12util, certutil, certtool, hxtool, go, and
 * python3 with cryptography. Nothing in the tests needs any of them: they read what is committed.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { entryOf } from "./manifest.js";
import { bouncycastle } from "./readers/bouncy-castle.js";
import { gnutls } from "./readers/gnutls.js";
import { keytool } from "./readers/keytool.js";
import { nss } from "./readers/nss.js";
import { openssl } from "./readers/openssl.js";
import { pyca } from "./readers/pyca.js";
import { brokenRecipes } from "./recipes/broken.js";
import { gnutlsRecipes } from "./recipes/gnutls.js";
import { handmadeRecipes } from "./recipes/handmade.js";
import { keytoolRecipes } from "./recipes/keytool.js";
import { nssRecipes } from "./recipes/nss.js";
import { opensslRecipes } from "./recipes/openssl.js";
import { otherRecipes } from "./recipes/other-makers.js";
import { quirkRecipes } from "./recipes/quirks.js";
import type { ManifestEntry, Recipe } from "./vector.js";
import { Workshop } from "./workshop.js";

const vectors = resolve(import.meta.dirname, "../../test/vectors");
const readers = [openssl, gnutls, nss, keytool, pyca, bouncycastle];
const recipes = [
  ...opensslRecipes,
  ...keytoolRecipes,
  ...nssRecipes,
  ...gnutlsRecipes,
  ...otherRecipes,
  ...handmadeRecipes,
  ...brokenRecipes,
  ...quirkRecipes,
];

function makeOne(workshop: Workshop, recipe: Recipe): ManifestEntry {
  const path = workshop.path(`${recipe.sameFileAs ?? recipe.id}.p12`);
  if (recipe.sameFileAs === undefined) recipe.make(workshop, path);
  const reader = readers.find((it) => it.name === recipe.reader);
  const entry = entryOf(workshop, recipe, reader, path, recipe.maker);
  copyFileSync(path, resolve(vectors, "pkcs12", entry.file));
  console.info(`${entry.id}: ${readFileSync(path).length} bytes, ${entry.verifiedBy}`);
  return entry;
}

/** The manifest as it stands, by id; empty before the first run. */
function readManifest(path: string): Map<string, ManifestEntry> {
  const entries = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ManifestEntry[]) : [];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !recipes.some((recipe) => recipe.id === id));
if (unknown.length > 0) throw new RangeError(`no such scenario: ${unknown.join(", ")}`);
const workshop = new Workshop();
try {
  const manifest = resolve(vectors, "manifest.json");
  if (wanted.length === 0) rmSync(resolve(vectors, "pkcs12"), { recursive: true, force: true });
  mkdirSync(resolve(vectors, "pkcs12"), { recursive: true });
  const entries = wanted.length === 0 ? new Map<string, ManifestEntry>() : readManifest(manifest);
  const failures: string[] = [];
  for (const recipe of recipes.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
    try {
      entries.set(recipe.id, makeOne(workshop, recipe));
    } catch (error) {
      failures.push(`${recipe.id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const ordered = recipes.map(({ id }) => entries.get(id)).filter((entry) => entry !== undefined);
  writeFileSync(manifest, `${JSON.stringify(ordered, undefined, 2)}\n`);
  for (const failure of failures) console.error(`FAILED ${failure}`);
  console.info(`${ordered.length} in the manifest, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  workshop.close();
}
