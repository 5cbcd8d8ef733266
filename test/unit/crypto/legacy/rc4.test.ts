import { describe, expect, it } from "vitest";
import { rc4 } from "../../../../src/crypto/legacy/rc4.js";
import { fromHex, toHex } from "../octets.js";

/** RFC 6229 section 2: key, and the key stream at 0, 16 and 4096. */
const RFC_6229: readonly [string, string, string, string][] = [
  [
    "0102030405",
    "b2396305f03dc027ccc3524a0a1118a8",
    "6982944f18fc82d589c403a47a0d0919",
    "ff25b58995996707e51fbdf08b34d875",
  ],
  [
    "0102030405060708090a0b0c0d0e0f10",
    "9ac7cc9a609d1ef7b2932899cde41b97",
    "5248c4959014126a6e8a84f11d1a9e1c",
    "a36a4c301ae8ac13610ccbc12256cacc",
  ],
];

describe("rc4", () => {
  it.each(RFC_6229)("key %s", (key, at0, at16, at4096) => {
    const stream = rc4(fromHex(key), new Uint8Array(4112));
    expect([0, 16, 4096].map((at) => toHex(stream.subarray(at, at + 16)))).toEqual([at0, at16, at4096]);
  });

  it("undoes itself and leaves its input alone", () => {
    const data = fromHex("00112233445566778899");
    const key = fromHex("0102030405");
    expect(rc4(key, rc4(key, data))).toEqual(data);
    expect(toHex(data)).toBe("00112233445566778899");
    expect(rc4(key, new Uint8Array(0))).toHaveLength(0);
  });

  it("refuses a key of no octets or more than 256", () => {
    expect(() => rc4(new Uint8Array(0), new Uint8Array(1))).toThrow('"key.length" expected');
    expect(() => rc4(new Uint8Array(257), new Uint8Array(1))).toThrow(RangeError);
    expect(rc4(new Uint8Array(256), new Uint8Array(1))).toHaveLength(1);
  });
});
