/** The published JSON Schema lists what the code knows: neither grows without the other. */
import { expect, it } from "vitest";
import schema from "../../../spec/preflight-report.schema.json" with { type: "json" };
import { READER_IDS } from "../../../src/readers/reader.js";
import { FILE_KINDS } from "../../../src/sniff/file-kind.js";

const { report, reader } = schema.$defs;

it.each([
  ["targets", report.properties.target.enum, ["api-connector", "token-signing", ...READER_IDS]],
  ["kinds of files", report.properties.kind.enum, FILE_KINDS],
  ["readers", reader.properties.id.enum, READER_IDS],
])("knows the %s", (_, inSchema, inCode) => {
  expect(inSchema).toEqual(inCode);
});
