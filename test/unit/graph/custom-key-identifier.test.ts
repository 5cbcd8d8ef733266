import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { decodeHex, encodeHex } from "../../../src/bytes/hex.js";
import { MalformedError } from "../../../src/errors.js";
import type { IdentifierConvention } from "../../../src/graph/custom-key-identifier.js";
import {
  IDENTIFIER_CONVENTIONS,
  readCustomKeyIdentifier,
  toCustomKeyIdentifier,
} from "../../../src/graph/custom-key-identifier.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";

/** Thumbprint and identifier of the reference page of addTokenSigningCertificate. */
const THUMBPRINT = "DA20FCA696C4F83E8A9AED59BE33368ED421F3C1";

/** What Python's hashlib and base64 make of that thumbprint. */
const STORED: Readonly<Record<IdentifierConvention, string>> = {
  sha1: "2iD8ppbE+D6Kmu1ZvjM2jtQh88E=",
  "sha256-of-hex-thumbprint": "xEuC8yFvDlouElcBg8iLZdCeT/tCuDv1On1KKGOSZQM=",
  "hex-as-base64": THUMBPRINT,
  "double-base64": "MmlEOHBwYkUrRDZLbXUxWnZqTTJqdFFoODhFPQ==",
  "ascii-hex": "REEyMEZDQTY5NkM0RjgzRThBOUFFRDU5QkUzMzM2OEVENDIxRjNDMQ==",
};
const STORED_LOWER_SHA256 = "nCPS7KjpytS3dvuEk0TraljkDSS3SMdeNn1hLlF1ldg=";

/** The octets of which the rest is made are any: no certificate is parsed here. */
const CERTIFICATE = new TextEncoder().encode("certificate");

describe("IDENTIFIER_CONVENTIONS", () => {
  it("says how many octets each has, and which of them Graph takes today", () => {
    for (const { id, octets, isWritable } of IDENTIFIER_CONVENTIONS) {
      expect([id, readCustomKeyIdentifier(STORED[id]).octets?.length]).toEqual([id, octets]);
      expect([id, isWritable]).toEqual([id, octets <= 32]);
    }
    expect(IDENTIFIER_CONVENTIONS.map(({ id }) => id).sort()).toEqual(Object.keys(STORED).sort());
  });
});

describe("toCustomKeyIdentifier", () => {
  it("is the SHA-1 where nothing is said", () => {
    expect(encodeHex(toCustomKeyIdentifier(CERTIFICATE))).toBe(thumbprint(CERTIFICATE));
  });

  it.each(IDENTIFIER_CONVENTIONS.filter(({ isWritable }) => isWritable).map(({ id }) => id))(
    "writes %s so that it is read as nothing else",
    (id) => {
      const stored = encodeBase64(toCustomKeyIdentifier(CERTIFICATE, id));
      expect(readCustomKeyIdentifier(stored, thumbprint(CERTIFICATE)).conventions).toEqual([id]);
    },
  );

  it.each([1, 32])("takes %i octets of the caller's, and copies them", (length) => {
    const own = new Uint8Array(length).fill(7);
    const octets = toCustomKeyIdentifier(CERTIFICATE, own);
    own.fill(0);
    expect(octets).toEqual(new Uint8Array(length).fill(7));
  });

  it.each<[string, IdentifierConvention | Uint8Array]>([
    ["no octet", new Uint8Array()],
    ["33 octets", new Uint8Array(33)],
    ["hex digits as ASCII", "ascii-hex"],
  ])("refuses %s", (_, convention) => {
    expect(() => toCustomKeyIdentifier(CERTIFICATE, convention)).toThrow(MalformedError);
    expect(() => toCustomKeyIdentifier(CERTIFICATE, convention)).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_CUSTOM_KEY_IDENTIFIER", at: "customKeyIdentifier" }),
    );
  });

  it("refuses a convention that nobody has", () => {
    expect(() => toCustomKeyIdentifier(CERTIFICATE, "md5" as IdentifierConvention)).toThrow(RangeError);
    expect(() => toCustomKeyIdentifier(CERTIFICATE, "md5" as IdentifierConvention)).toThrow(
      /^"keyIdentifier" expected/,
    );
  });
});

describe("readCustomKeyIdentifier", () => {
  it.each(Object.entries(STORED))("recognises %s, the thumbprint in any case", (id, stored) => {
    expect(readCustomKeyIdentifier(stored, THUMBPRINT).conventions).toEqual([id]);
    expect(readCustomKeyIdentifier(stored, THUMBPRINT.toLowerCase()).conventions).toEqual([id]);
  });

  it.each<[IdentifierConvention, string]>([
    ["sha256-of-hex-thumbprint", STORED_LOWER_SHA256],
    ["hex-as-base64", THUMBPRINT.toLowerCase()],
    ["ascii-hex", btoa(THUMBPRINT.toLowerCase())],
  ])("recognises %s that was made of lower-case hex", (id, stored) => {
    expect(readCustomKeyIdentifier(stored, THUMBPRINT).conventions).toEqual([id]);
  });

  it("recognises no other certificate's", () => {
    const other = THUMBPRINT.replace("DA", "DB");
    for (const stored of Object.values(STORED)) {
      expect(readCustomKeyIdentifier(stored, other).conventions).toEqual([]);
    }
  });

  it("tells hex text that was taken for base64, and no other value", () => {
    expect(readCustomKeyIdentifier(THUMBPRINT.toLowerCase()).hexText).toBe(THUMBPRINT);
    expect(readCustomKeyIdentifier(STORED.sha1).hexText).toBeUndefined();
    expect(readCustomKeyIdentifier(STORED["ascii-hex"]).hexText).toBeUndefined();
    expect(readCustomKeyIdentifier(`${THUMBPRINT}AAAA`).hexText).toBeUndefined();
  });

  it("reads the octets, without a certificate too", () => {
    expect(readCustomKeyIdentifier(STORED.sha1)).toEqual({
      octets: decodeHex(THUMBPRINT, "thumbprint"),
      conventions: [],
      hexText: undefined,
    });
  });

  it.each(["", "%", "=", "AAA=A"])("leaves %j alone, which is no base64", (value) => {
    expect(readCustomKeyIdentifier(value, THUMBPRINT)).toEqual({
      octets: undefined,
      conventions: [],
      hexText: undefined,
    });
  });

  it("refuses a thumbprint that is none", () => {
    expect(() => readCustomKeyIdentifier(STORED.sha1, "AB")).toThrow(RangeError);
  });
});
