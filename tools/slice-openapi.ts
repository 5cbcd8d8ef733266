/**
 * Cuts Graph's published OpenAPI document down to what concerns this project: spec/graph.openapi.json, and beside it
 * PROVENANCE.md. JSON or YAML, OpenAPI 3.0 or 3.1, namespaced action segments or not.
 *
 *   --from FILE|URL   the whole document
 *   --to FILE         default spec/graph.openapi.json
 *   --date DATE       YYYY-MM-DD for PROVENANCE.md, default today
 *   --licence TEXT    of the source, default that of the npm package it lies in
 *   --check           writes nothing; exits with 1 where the slice is not what would be written
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import type { Json } from "./slice-openapi/json.js";
import { isObject, memberObject, writeJson } from "./slice-openapi/json.js";
import type { Source } from "./slice-openapi/provenance.js";
import { writeProvenance } from "./slice-openapi/provenance.js";
import { sliceDocument } from "./slice-openapi/slice.js";

const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

async function read(from: string): Promise<Uint8Array> {
  if (!/^https?:/.test(from)) return readFileSync(from);
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${from} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Both spellings; YAML only for what is no JSON, since that takes ten times as long. */
function parseDocument(bytes: Uint8Array): Json {
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
}

/** `name@version` and licence of the npm package that a file lies in. */
function packageOf(from: string): { readonly name: string; readonly licence: string } | undefined {
  for (let folder = dirname(resolve(from)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const { name, version, license } = JSON.parse(readFileSync(file, "utf8"));
      return { name: `${name}@${version}`, licence: String(license) };
    }
  }
  return undefined;
}

function describe(from: string, bytes: Uint8Array, whole: Json, licence: string | undefined): Source {
  const isUrl = /^https?:/.test(from);
  const containing = isUrl ? undefined : packageOf(from);
  const info = memberObject(whole, "info");
  const { toolName, toolVersion } = memberObject(info, "x-ms-generated-by");
  const [first] = Array.isArray(info["x-origin"]) ? info["x-origin"] : [];
  const packaged = containing && `${containing.licence} (the npm package); Graph's metadata is published under MIT`;
  return {
    name: isUrl ? from : basename(from),
    packageName: containing?.name,
    licence: licence ?? packaged ?? "unknown",
    sha256: sha256(bytes),
    bytes: bytes.length,
    generator: toolName === undefined ? undefined : `${toolName} ${toolVersion}`,
    origin: isObject(first) ? String(first["url"]) : undefined,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      to: { type: "string", default: resolve(import.meta.dirname, "../spec/graph.openapi.json") },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      licence: { type: "string" },
      check: { type: "boolean", default: false },
    },
  });
  const { from, to, date, check } = values;
  if (from === undefined) throw new Error("--from FILE|URL is missing: the whole OpenAPI document of Graph v1.0");
  const bytes = await read(from);
  const whole = parseDocument(bytes);
  const slice = sliceDocument(whole);
  const text = writeJson(slice.document);
  if (check) {
    if (!existsSync(to) || readFileSync(to, "utf8") !== text) throw new Error(`${basename(to)} is not the slice of it`);
    console.log(`${basename(to)}: reproduced, ${text.length} bytes`);
    return;
  }
  writeFileSync(to, text);
  const source = describe(from, bytes, whole, values.licence);
  writeFileSync(join(dirname(to), "PROVENANCE.md"), writeProvenance(source, slice, sha256(text), date));
  const { schemas, paths } = slice.counts;
  console.log(`${basename(to)}: ${paths[0]} paths, ${schemas[0]} schemas, ${text.length} bytes`);
  for (const operationId of slice.missing) console.log(`not in the source: ${operationId}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
