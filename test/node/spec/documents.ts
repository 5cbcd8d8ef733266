/** The documents of spec/ as the suites of this folder read them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { normalise } from "../../../tools/generate-spec/pipeline.js";
import type { Json } from "../../../tools/slice-openapi/json.js";

const spec = resolve(import.meta.dirname, "../../../spec");

export const readSpec = (file: string): string => readFileSync(resolve(spec, file), "utf8");

export const readExample = (file: string): Json => JSON.parse(readSpec(`examples/${file}`));

export const slice: Json = JSON.parse(readSpec("graph.openapi.json"));
export const overlay: string = readSpec("corrections.overlay.yaml");

/** What the tool makes of them now; that the files are the same is for the check of stale files. */
export const { document: normalised, translated, complaints } = normalise(slice, overlay);
