/** The committed vectors and their manifest belong together. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import type { OwnVectorEntry } from "../../setup/vector-case.js";

const folder = resolve(import.meta.dirname, "../../vectors");
const json = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, name), "utf8"));
const manifest = json("manifest.json") as readonly OwnVectorEntry[];
const files = readdirSync(resolve(folder, "pkcs12"));

it("fits its schema", () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(json("schema.json") as object);
  expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
});

it("has a schema that refuses an entry without an expectation", () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(json("schema.json") as object);
  const { expect: _, ...rest } = manifest[0] ?? { expect: "ok" };
  expect(validate([rest])).toBe(false);
});

it("names every file, and none that is not there", () => {
  expect([...new Set(manifest.map(({ file }) => file))].sort()).toEqual([...files].sort());
});

it("gives each scenario a name of its own", () => {
  expect(new Set(manifest.map(({ id }) => id)).size).toBe(manifest.length);
});

it("stays small", () => {
  const bytes = files
    .map((file) => statSync(resolve(folder, "pkcs12", file)).size)
    .reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(250_000);
});
