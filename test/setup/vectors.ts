/**
 * Global set-up: reads every vector once and provides it to all projects, the browser's too, which has no file system.
 * In a test: `inject("vectors")`.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TestProject } from "vitest/node";
import type { OwnVectorEntry, SharedVectorEntry } from "./vector-case.js";

const root = resolve(import.meta.dirname, "../..");

/** Reads a manifest and the files that it names in `folder`; where it is not there, the set is empty. */
function readSet<T extends { readonly file: string }>(
  manifest: string,
  folder: string,
): { entry: T; base64: string }[] {
  if (!existsSync(manifest)) {
    console.info(`vectors: skipped, since there is no ${manifest}`);
    return [];
  }
  const entries = JSON.parse(readFileSync(manifest, "utf8")) as T[];
  return entries.map((entry) => ({ entry, base64: readFileSync(resolve(folder, entry.file)).toString("base64") }));
}

/** A failure that this seed finds becomes a test of its own. */
const PROPERTY_SEED = 20_260_601;

export default function setup(project: TestProject): void {
  project.provide("propertySeed", Number(process.env["PROPERTY_SEED"] ?? PROPERTY_SEED));
  project.provide("propertyFactor", Number(process.env["PROPERTY_FACTOR"] ?? 1));
  const own = resolve(root, "test/vectors");
  const shared = resolve(root, "../shared/vectors");
  // Not infinite: on its way to a browser that would become null.
  project.provide("iterations", Number.MAX_SAFE_INTEGER);
  project.provide("vectors", [
    ...readSet<OwnVectorEntry>(resolve(own, "manifest.json"), resolve(own, "pkcs12")).map(
      (it) => ({ set: "own", ...it }) as const,
    ),
    ...readSet<SharedVectorEntry>(resolve(shared, "manifest.json"), shared).map(
      (it) => ({ set: "shared", ...it }) as const,
    ),
  ]);
}
