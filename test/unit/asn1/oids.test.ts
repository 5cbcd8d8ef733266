import { describe, expect, it } from "vitest";
import { describeOid, oidName } from "../../../src/asn1/oids.js";

describe("oidName", () => {
  it("knows names as their standards spell them", () => {
    expect(oidName("1.2.840.113549.1.12.1.3")).toBe("pbeWithSHAAnd3-KeyTripleDES-CBC");
    expect(oidName("2.16.840.1.101.3.4.1.42")).toBe("AES-256-CBC");
  });

  it("knows nothing of others, nor of what every object inherits", () => {
    expect(oidName("1.2.3.4")).toBeUndefined();
    expect(oidName("constructor")).toBeUndefined();
  });
});

describe("describeOid", () => {
  it("always shows the identifier", () => {
    expect(describeOid("1.2.410.200004.1.4")).toBe("SEED-CBC (1.2.410.200004.1.4)");
    expect(describeOid("1.2.3.4")).toBe("1.2.3.4");
  });
});
