/**
 * Global set-up: reads every vector once and provides it to all projects, the browser's too, which has no file system.
 * In a test: `inject("vectors")`.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TestProject } from "vitest/node";
import type { VectorCase, VectorEntry } from "./vector-case.js";

const root = resolve(import.meta.dirname, "../..");

/** Reads a manifest and the files that it names; an absent folder is an empty set, said aloud once. */
function readVectors(set: VectorCase["set"], manifest: string, files: string): VectorCase[] {
  if (!existsSync(manifest)) {
    console.info(`vectors: the ${set} set is skipped, since ${manifest} is not there`);
    return [];
  }
  const entries = JSON.parse(readFileSync(manifest, "utf8")) as VectorEntry[];
  return entries.map((entry) => ({ set, entry, base64: readFileSync(resolve(files, entry.file)).toString("base64") }));
}

export default function setup(project: TestProject): void {
  const own = resolve(root, "test/vectors");
  const shared = resolve(root, "../shared/vectors");
  project.provide("vectors", [
    ...readVectors("own", resolve(own, "manifest.json"), resolve(own, "pkcs12")),
    ...readVectors("shared", resolve(shared, "manifest.json"), shared),
  ]);
}
