/** Messages and addresses in SARIF. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toArtifactLocation, toMessage } from "../../../../src/node/cli/sarif-text.js";
import { hostileText, RAW } from "./hostile-text.js";

describe("toMessage", () => {
  it.each([
    ["plain text at authSafe[0].safeBag[1]", "plain text at authSafe[0].safeBag[1]"],
    ["{0} of {}", "{{0}} of {{}}"],
    ["[free](https://example.com)", "[free] (https://example.com)"],
    ["\u001b[2J\u202e\n", "\\1B[2J\\E2\\80\\AE\\0A"],
  ])("makes %j to %j", (text, expected) => {
    expect(toMessage(text)).toEqual({ text: expected });
  });

  it("has no placeholder, no link and nothing unprintable, whatever the text is", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const message = toMessage(text).text;
        expect(message).not.toMatch(RAW);
        expect(message.replace(/\{\{|\}\}/g, "")).not.toMatch(/[{}]/);
        expect(message).not.toMatch(/\]\(/);
      }),
    );
  });
});

describe("toArtifactLocation", () => {
  it.each([
    ["a.pfx", "a.pfx"],
    ["folder/a b.pfx", "folder/a%20b.pfx"],
    ["../a.pfx", "../a.pfx"],
    ["a:b?c#d%e.pfx", "a%3Ab%3Fc%23d%25e.pfx"],
    ["κλειδί.pfx", "%CE%BA%CE%BB%CE%B5%CE%B9%CE%B4%CE%AF.pfx"],
    ["\u0000\ud800", "%00%EF%BF%BD"],
  ])("refers to %j as %s", (path, uri) => {
    expect(toArtifactLocation(path)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });

  it.skipIf(process.platform === "win32")("names absolute paths by file: (paths of Windows differ)", () => {
    expect(toArtifactLocation("/tmp/a b?.pfx")).toEqual({ uri: "file:///tmp/a%20b%3F.pfx" });
  });

  it("gives a reference that leads to the name again", () => {
    const path = hostileText.filter((text) => !text.includes("/") && !text.includes("\\") && !/\p{Cs}/u.test(text));
    fc.assert(
      fc.property(path, (name) => {
        const { uri } = toArtifactLocation(name);
        expect(uri).toMatch(/^[A-Za-z0-9\-._~!'()*%]*$/);
        expect(decodeURIComponent(uri)).toBe(name);
      }),
    );
  });
});
