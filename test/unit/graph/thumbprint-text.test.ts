import { describe, expect, it } from "vitest";
import { requireThumbprint } from "../../../src/graph/thumbprint-text.js";

const THUMBPRINT = "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1";

describe("requireThumbprint", () => {
  it.each([
    ["as Graph writes it", THUMBPRINT],
    ["in lower case", THUMBPRINT.toLowerCase()],
    ["with OpenSSL's colons", THUMBPRINT.replace(/..(?=.)/g, "$&:")],
    ["as the dialog of Windows copies it", `\u200e${THUMBPRINT.toLowerCase().replace(/..(?=.)/g, "$& ")}`],
  ])("takes it %s", (_, text) => {
    expect(requireThumbprint(text)).toBe(THUMBPRINT);
  });

  it.each(["", THUMBPRINT.slice(1), `${THUMBPRINT}00`, THUMBPRINT.replace("D", "G"), "2iD8ppbE+D6Kmu1ZvjM2jtQh88E="])(
    "refuses %j",
    (text) => {
      expect(() => requireThumbprint(text)).toThrow(/^"thumbprint" expected the 40 hex digits/);
      expect(() => requireThumbprint(text)).toThrow(RangeError);
    },
  );

  it("refuses what is no text", () => {
    expect(() => requireThumbprint(null as unknown as string)).toThrow(TypeError);
  });
});
