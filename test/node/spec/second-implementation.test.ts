/** Other people's tools on our files: a second Overlay implementation, and the schema of OpenAPI 3.1 itself. */
import { validate } from "@hyperjump/json-schema/openapi-3-1";
import { applyOverlay as applyElsewhere } from "openapi-overlays-js/src/overlay.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyOverlay } from "../../../tools/generate-spec/apply-overlay.js";
import { parseCorrections } from "../../../tools/generate-spec/corrections.js";
import { sortMembers } from "../../../tools/slice-openapi/json.js";
import { normalised, overlay, translated } from "./documents.js";

/** Its JSONPath walks the whole document anew for each node that it removes. */
const timeout = 300_000;

describe("openapi-overlays-js", () => {
  it("gives the same document for the same overlay", { timeout }, () => {
    const elsewhere = applyElsewhere(JSON.parse(JSON.stringify(translated)), parse(overlay));
    expect(sortMembers(JSON.parse(JSON.stringify(elsewhere)))).toEqual(normalised);
  });

  it("differs as soon as one action is left out", () => {
    const shorter = applyOverlay(translated, parseCorrections(overlay).slice(1)).document;
    expect(sortMembers(shorter)).not.toEqual(normalised);
  });
});

describe("the schema of OpenAPI 3.1", () => {
  const schema = "https://spec.openapis.org/oas/3.1/schema-base";

  it("accepts the normalised document", async () => {
    expect(await validate(schema, JSON.parse(JSON.stringify(normalised)), "BASIC")).toEqual({ valid: true });
  });

  it("rejects it with a response that is a number", async () => {
    const damaged = JSON.parse(JSON.stringify(normalised));
    damaged.components.responses.noContent = 7;
    expect((await validate(schema, damaged)).valid).toBe(false);
  });
});
