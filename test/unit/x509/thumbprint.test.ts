import { describe, expect, it } from "vitest";
import { thumbprint, thumbprintSha256 } from "../../../src/x509/thumbprint.js";

// FIPS 180-4's first example message; any octets have a thumbprint.
const ABC = Uint8Array.of(0x61, 0x62, 0x63);

describe("thumbprints", () => {
  it("are SHA-1 in 40 upper-case digits", () => {
    expect(thumbprint(ABC)).toBe("A9993E364706816ABA3E25717850C26C9CD0D89D");
  });

  it("are SHA-256 in 64 upper-case digits", () => {
    expect(thumbprintSha256(ABC)).toBe("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
  });

  it("take a view of a larger buffer", () => {
    const view = Uint8Array.of(0, 0x61, 0x62, 0x63, 0).subarray(1, 4);
    expect(thumbprint(view)).toBe("A9993E364706816ABA3E25717850C26C9CD0D89D");
  });
});
