import { describe, expect, it } from "vitest";
import { groupCredentials, isIdentified, octetsOf } from "../../../src/graph/credential-groups.js";

/** SHA-1 over the octets 01 and 02, by OpenSSL. */
const THUMBPRINT_OF_01 = "BF8B4530D8D246DD74AC53A13471BBA17941DFF7";
const THUMBPRINT_OF_02 = "C4EA21BB365BBEEAF5F2C654883E56D11E43C44E";

const group = (thumbprints: readonly string[], customKeyIdentifier = THUMBPRINT_OF_01) => ({
  customKeyIdentifier,
  octets: "",
  thumbprints,
});

describe("groupCredentials", () => {
  it("joins what has the same octets, in the order of appearance", () => {
    const groups = groupCredentials({
      keyCredentials: [
        { customKeyIdentifier: "AAA=", usage: "Verify", key: "AQ==" },
        { customKeyIdentifier: "BBBB", usage: "Verify", key: null },
        { customKeyIdentifier: "AAA", usage: "Verify", key: "Ag==" },
        { customKeyIdentifier: null, usage: "Verify", key: "AQ==" },
      ],
      passwordCredentials: [{ customKeyIdentifier: "CCCC" }, { customKeyIdentifier: "AAA=" }],
    });
    expect(groups.map(({ customKeyIdentifier, thumbprints }) => [customKeyIdentifier, thumbprints])).toEqual([
      ["AAA=", [THUMBPRINT_OF_01, THUMBPRINT_OF_02]],
      ["BBBB", []],
      ["CCCC", []],
    ]);
  });

  it("takes no certificate from a Sign entry, nor from what is no base64", () => {
    const [it] = groupCredentials({
      keyCredentials: [
        { customKeyIdentifier: "AAA=", usage: "Sign", key: "AQ==" },
        { customKeyIdentifier: "AAA=", usage: "Verify", key: "%" },
      ],
      passwordCredentials: [],
    });
    expect(it?.thumbprints).toEqual([]);
  });
});

describe("isIdentified", () => {
  it("goes by the certificate that is shown, else by the identifier", () => {
    expect(isIdentified(group([THUMBPRINT_OF_02]), THUMBPRINT_OF_02.toLowerCase())).toBe(true);
    expect(isIdentified(group([THUMBPRINT_OF_02]), THUMBPRINT_OF_01)).toBe(false);
    expect(isIdentified(group([]), THUMBPRINT_OF_01)).toBe(true);
    expect(isIdentified(group([]), THUMBPRINT_OF_02)).toBe(false);
  });
});

describe("octetsOf", () => {
  it("is equal for equal octets only", () => {
    expect(octetsOf("AAA=")).toBe(octetsOf("AAA"));
    expect(octetsOf("AAA=")).not.toBe(octetsOf("AAAA"));
    expect(octetsOf("not base64!")).not.toBe(octetsOf("not base64?"));
    for (const none of [null, undefined, ""]) expect(octetsOf(none)).toBeUndefined();
  });
});
