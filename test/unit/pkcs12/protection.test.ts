import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import type { BagToPack } from "../../../src/pkcs12/pack.js";
import { packBags } from "../../../src/pkcs12/pack.js";
import type { Protection } from "../../../src/pkcs12/protection.js";
import { PROTECTIONS, protectionScheme } from "../../../src/pkcs12/protection.js";
import { KEYS } from "../credential/certificate-writer.js";

describe("protectionScheme", () => {
  it("has the iterations that its documentation states", () => {
    expect(PROTECTIONS.map((protection) => [protection, protectionScheme(protection).iterations])).toEqual([
      ["graph", 2048],
      ["modern", 600_000],
      ["pbmac1", 600_000],
    ]);
  });

  it.each(["", "Graph", "toString", undefined])("refuses %s", (protection) => {
    expect(() => protectionScheme(protection as Protection)).toThrow(
      new RangeError('"protection" expected one of graph, modern, pbmac1'),
    );
  });
});

it("lets the default limits open 20 keys under modern with its own iterations, and no 21", async () => {
  const iterations = 6;
  const workOf = async (keys: number): Promise<number> => {
    const key: BagToPack = { kind: "key", privateKeyInfo: KEYS.first.pkcs8, attributes: [] };
    const other: BagToPack = { kind: "other", bagId: "1.2.3", bagValue: KEYS.first.pkcs8, attributes: [] };
    const bags = [other, ...Array.from({ length: keys }, () => key)];
    const file = await packBags(bags, { password: "x", protection: "modern", iterations });
    return (inspectPkcs12(file).workload.iterations / iterations) * protectionScheme("modern").iterations;
  };
  expect(await workOf(0)).toBe(1_800_000);
  expect(await workOf(20)).toBeLessThanOrEqual(DEFAULT_LIMITS.iterations);
  expect(await workOf(21)).toBeGreaterThan(DEFAULT_LIMITS.iterations);
});
