import { describe, expect, it } from "vitest";
import { oidName } from "../../../src/asn1/oids.js";
import { hashParameters } from "../../../src/crypto/hash.js";
import { DIGESTS, HMACS, PBES1, PBES2_CIPHERS, PKCS12_PBE, RC2_CBC_OID } from "../../../src/pkcs12/algorithms.js";

describe("the tables", () => {
  it.each(Object.entries(DIGESTS))("have digest %s under its standard name, %s", (oid, hash) => {
    expect(oidName(oid)).toBe(hash);
    expect(hashParameters(hash).outputBytes).toBeGreaterThanOrEqual(16);
  });

  it.each(Object.entries(HMACS))("have HMAC %s over %s", (oid, hash) => {
    expect(oidName(oid)).toBe(`HMAC-${hash}`);
  });

  it.each(Object.entries(PBES2_CIPHERS))("have cipher %s with the key size of its name", (oid, { name, keyBytes }) => {
    expect(oidName(oid)).toBe(name === "AES-CBC" ? `AES-${keyBytes * 8}-CBC` : name);
  });

  it("hold each identifier once", () => {
    const tables = [DIGESTS, HMACS, PBES1, PBES2_CIPHERS, PKCS12_PBE];
    const oids = [...tables.flatMap((table) => Object.keys(table)), RC2_CBC_OID];
    expect(new Set(oids).size).toBe(oids.length);
    expect(oids.filter((oid) => oidName(oid) === undefined)).toEqual([]);
  });
});
