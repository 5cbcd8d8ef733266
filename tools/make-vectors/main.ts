/**
 * Makes the vectors of `test/vectors` with real tools, and has each checked by a second one.
 *
 *   tsx tools/make-vectors/main.ts             makes all files and the manifest anew
 *   tsx tools/make-vectors/main.ts ID …        only these scenarios and those that share their identities' files
 *
 * Needs openssl 3.0 with its legacy provider, keytool, javac, Maven, pk12util, certutil, certtool, hxtool, go, and
 * python3 with cryptography. Nothing in the tests needs any of them: they read what is committed.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const workshop = new Workshop();
try {
  const folder = resolve(vectors, "pkcs12");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const failures: string[] = [];
  const entries: ManifestEntry[] = [];
  for (const recipe of recipes) {
    try {
      entries.push(makeOne(workshop, recipe));
    } catch (error) {
      failures.push(`${recipe.id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  writeFileSync(resolve(vectors, "manifest.json"), `${JSON.stringify(entries, undefined, 2)}\n`);
  for (const failure of failures) console.error(`FAILED ${failure}`);
  console.info(`${entries.length} made, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  workshop.close();
}
