/** The schemas of what the commands print in JSON: nothing is left open, nothing undescribed. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { expectValid } from "./command.js";

const spec = resolve(import.meta.dirname, "../../../../spec");

/** Every object schema, with where it stands. */
function objects(node: unknown, at: string): { at: string; node: Record<string, unknown> }[] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.entries(node).flatMap(([key, value]) => objects(value, `${at}/${key}`));
  return "properties" in node && !Array.isArray(node.properties) ? [{ at, node: { ...node } }, ...inner] : inner;
}

describe.each(["created-credential", "repacked-file", "rollover-files", "contract-report"])("%s", (name) => {
  const schema = JSON.parse(readFileSync(resolve(spec, `${name}.schema.json`), "utf8"));

  it("describes every member, requires each, and allows no other", () => {
    for (const { at, node } of objects(schema, "#")) {
      const properties = node["properties"] as Record<string, Record<string, unknown>>;
      expect(node["additionalProperties"], at).toBe(false);
      expect(node["required"], at).toEqual(Object.keys(properties));
      for (const [member, property] of Object.entries(properties)) {
        expect(property["description"], `${at}/${member}`).toBeTypeOf("string");
      }
    }
  });

  it("says by its name what it is, and refuses something else", () => {
    expect(schema.$id).toBe(`urn:graph-certkit:schema:${name}:1`);
    expect(() => expectValid({ schemaVersion: 1 }, name)).toThrow();
  });
});
