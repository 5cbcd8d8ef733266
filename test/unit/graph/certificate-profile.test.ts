import { describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import type { CertificateProfile } from "../../../src/graph/certificate-profile.js";
import { CERTIFICATE_PROFILES, fillProfile } from "../../../src/graph/certificate-profile.js";
import { RSA_2048 } from "../credential/rsa-key.js";

const INPUT = {
  commonName: "Contoso, Ltd.",
  createdAt: new Date("2026-01-01T00:00:00.5Z"),
  notAfter: new Date("2029-01-01T00:00:00Z"),
  spki: RSA_2048.spki,
  random: (length: number) => new Uint8Array(length).fill(0xff),
};

describe("fillProfile", () => {
  it("gives the shape of the action's certificates", () => {
    expect(fillProfile("graph", INPUT)).toEqual({
      name: { text: "Contoso, Ltd.", stringType: "UTF8String" },
      serialNumber: Uint8Array.of(0x7f, ...new Array(7).fill(0xff)),
      notBefore: new Date("2025-12-31T23:50:00.5Z"),
      notAfter: INPUT.notAfter,
      extensions: [],
    });
  });

  it("gives the shape of the portal's certificates", () => {
    expect(fillProfile("portal", INPUT)).toEqual({
      name: { text: "Contoso, Ltd.", stringType: "PrintableString" },
      serialNumber: Uint8Array.of(0x7f, ...new Array(15).fill(0xff)),
      notBefore: INPUT.createdAt,
      notAfter: INPUT.notAfter,
      extensions: [],
    });
  });

  it.each(["Contoso & Co", "a@b", "a_b", "Müller", "a*"])(
    "has %s as UTF8String in the portal's shape",
    (commonName) => {
      expect(fillProfile("portal", { ...INPUT, commonName }).name.stringType).toBe("UTF8String");
    },
  );

  it("gives a TLS client's certificate its extensions", () => {
    const { serialNumber, extensions, name, notBefore } = fillProfile("client-auth", INPUT);
    expect(serialNumber).toHaveLength(20);
    expect(extensions).toHaveLength(5);
    expect(name.stringType).toBe("UTF8String");
    expect(notBefore).toEqual(new Date("2025-12-31T23:50:00.5Z"));
  });

  it.each([
    [0x00, "01"],
    [0x80, "01"],
    [0x01, "01"],
    [0x81, "01"],
    [0x7f, "7F"],
    [0xff, "7F"],
    [0xa5, "25"],
  ])("makes a first octet of %i one that is positive and stays", (first, written) => {
    for (const profile of CERTIFICATE_PROFILES) {
      const random = (length: number): Uint8Array => Uint8Array.of(first, ...new Uint8Array(length - 1));
      const { serialNumber } = fillProfile(profile, { ...INPUT, random });
      expect(encodeHex(serialNumber)).toMatch(new RegExp(`^${written}(00)+$`));
    }
  });

  it("leaves the octets that it was given alone", () => {
    const octets = new Uint8Array(8).fill(0xff);
    fillProfile("graph", { ...INPUT, random: () => octets });
    expect(octets[0]).toBe(0xff);
  });

  it("refuses other profiles and sources that give another length", () => {
    expect(() => fillProfile("entra" as CertificateProfile, INPUT)).toThrow(RangeError);
    expect(() => fillProfile("graph", { ...INPUT, random: () => new Uint8Array(7) })).toThrow(
      new RangeError('"random" expected 8 bytes, got 7'),
    );
  });
});
