import { expect, it } from "vitest";
import { ToolkitError } from "../../../src/errors.js";
import * as entry from "../../../src/pkcs12/index.js";

it("is what the entry point promises, and nothing of the rooms behind it", () => {
  expect(Object.keys(entry).sort()).toEqual([
    "DEFAULT_LIMITS",
    "LimitError",
    "MalformedError",
    "PROTECTIONS",
    "PasswordError",
    "ToolkitError",
    "UnsupportedError",
    "buildPkcs12",
    "inspectPkcs12",
    "parsePkcs12",
    "repackPkcs12",
  ]);
  expect(entry.ToolkitError).toBe(ToolkitError);
});
