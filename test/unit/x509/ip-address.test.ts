import { describe, expect, it } from "vitest";
import { formatIpAddress } from "../../../src/x509/ip-address.js";
import { fromHex } from "./fixtures.js";

describe("formatIpAddress", () => {
  it.each([
    ["C0000207", "192.0.2.7"],
    ["20010DB8000000000000000000000001", "2001:db8::1"],
    ["00000000000000000000000000000000", "::"],
    ["00000000000000000000000000000001", "::1"],
    ["20010DB8000000000000000000000000", "2001:db8::"],
    // RFC 5952 section 4.2.2: one zero group is not shortened; 4.2.3: the longest run is, the first of equal ones.
    ["20010DB8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
    ["20010000000000010000000000000001", "2001:0:0:1::1"],
    ["20010DB8000000000001000000000001", "2001:db8::1:0:0:1"],
    ["0010000000200000000000000030AB10", "10:0:20::30:ab10"],
    ["C00002", "C00002"],
    ["", ""],
  ])("writes %s as %s", (octets, text) => {
    expect(formatIpAddress(fromHex(octets))).toBe(text);
  });
});
