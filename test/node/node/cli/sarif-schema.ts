/** The JSON schema of SARIF 2.1.0, as a package of Microsoft's ships it. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { expect } from "vitest";

const FILE = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

/** It is of draft 4, of which only these two members differ from draft 7 here. */
function readSchema(): object {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, unknown>;
  expect({ $schema, id }).toEqual({ $schema: expect.stringContaining("draft-04"), id: expect.any(String) });
  return schema;
}

/** Reads a text as a log, which has to be valid. */
export function readSarif(): (text: string) => Log {
  // One of its patterns has a bracket too many, which only expressions without Unicode forgive.
  const ajv = new Ajv({ strictRequired: false, strictTypes: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile<Log>(readSchema());
  return (text) => {
    const log: unknown = JSON.parse(text);
    if (!validate(log)) throw new Error(JSON.stringify(validate.errors));
    return log;
  };
}
