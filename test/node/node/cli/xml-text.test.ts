/** Text that XML can hold. */
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { toXmlText } from "../../../../src/node/cli/xml-text.js";
import { hostileText, RAW } from "./hostile-text.js";

describe("toXmlText", () => {
  it.each([
    ["κ 🔑 <a b='c'>&\\", "κ 🔑 <a b='c'>&\\"],
    ["\u0000\u001b[m\r\n\t", "\\00\\1B[m\\0D\\0A\\09"],
    ["a\ud800b\udc00", "a\\EF\\BF\\BDb\\EF\\BF\\BD"],
    ["\ufffe\uffff", "\\EF\\BF\\BE\\EF\\BF\\BF"],
    ["]]>]]>]]", "]]\\3E]]\\3E]]"],
  ])("writes %j as %j", (text, expected) => {
    expect(toXmlText(text)).toBe(expected);
  });

  it("gives text that stands in a CDATA section as it is", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const safe = toXmlText(text);
        expect(safe).not.toMatch(RAW);
        const document = XmlDocument.fromString(`<a><![CDATA[${safe}]]></a>`);
        expect(document.root.content).toBe(safe);
        document.dispose();
      }),
    );
  });
});
