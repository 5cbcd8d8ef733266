import { describe, expect, it } from "vitest";
import type { Layer } from "../../../src/sniff/layer.js";
import { divideAtBody } from "../../../src/sniff/layer.js";

const body: Layer = { kind: "request-body", pkcs12Value: "string", password: "string", misspelt: [] };
const [hex, quotes]: readonly [Layer, Layer] = [{ kind: "hex" }, { kind: "quotes" }];

describe("divideAtBody", () => {
  it("has everything outside where there is no body", () => {
    expect(divideAtBody([hex, quotes])).toEqual({ body: undefined, outside: [hex, quotes], inside: [] });
  });

  it("divides at the outermost body", () => {
    expect(divideAtBody([quotes, body, hex, body])).toEqual({ body, outside: [quotes], inside: [hex, body] });
    expect(divideAtBody([body])).toEqual({ body, outside: [], inside: [] });
  });
});
