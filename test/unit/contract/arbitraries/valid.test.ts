import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDENTIAL_POOL } from "../../../../src/contract/arbitraries/credential-pool.generated.js";
import { arbitraryOf } from "../../../../src/contract/arbitraries/valid.js";
import { isDateTime } from "../../../../src/contract/validation/date-time.js";
import type { Schema } from "../../../../src/contract/validation/schema.js";
import { parsePkcs12 } from "../../../../src/pkcs12/parse.js";
import { parseCertificate } from "../../../../src/x509/certificate.js";

type Members = Readonly<Record<string, unknown>>;

/** The same values in every run. */
const sample = (schema: string | Schema, numRuns = 200): Members[] =>
  fc.sample(arbitraryOf(schema), { seed: 7, numRuns }) as Members[];

const bytesOf = (base64: unknown): Uint8Array => Uint8Array.from(atob(String(base64)), (it) => it.charCodeAt(0));

const present = (values: readonly Members[], name: string): unknown[] =>
  values.flatMap((value) => (typeof value[name] === "string" ? [value[name]] : []));

describe("arbitraryOf", () => {
  it("leaves members out, and has null where it may be", () => {
    const credentials = sample("microsoft.graph.keyCredential");
    const states = new Set(
      credentials.map((it) => ("endDateTime" in it ? (it["endDateTime"] === null ? "null" : "there") : "absent")),
    );
    expect([...states].sort()).toEqual(["absent", "null", "there"]);
  });

  it("makes dates that exist, with none to seven digits of fraction", () => {
    const dates = present(sample("microsoft.graph.keyCredential", 600), "endDateTime").map(String);
    expect(dates.every(isDateTime)).toBe(true);
    const digits = new Set(dates.map((text) => /\.(\d+)Z$/.exec(text)?.[1]?.length ?? 0));
    expect([...digits].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("puts a real certificate into a Verify key and a PFX into a Sign key, and describes it", () => {
    const credentials = sample("microsoft.graph.keyCredential").filter(({ key }) => typeof key === "string");
    const verify = credentials.filter(({ usage }) => usage === "Verify");
    const sign = credentials.filter(({ usage }) => usage === "Sign");
    expect(verify.length).toBeGreaterThan(10);
    expect(sign.length).toBeGreaterThan(10);
    for (const { key, displayName } of verify) {
      parseCertificate(bytesOf(key), "key");
      if (typeof displayName === "string") expect(CREDENTIAL_POOL.map((it) => it.subject)).toContain(displayName);
    }
    const files = new Set(CREDENTIAL_POOL.map(({ pfx }) => pfx));
    expect(sign.every(({ key }) => files.has(String(key)))).toBe(true);
  });

  it("puts a PFX into pkcs12Value that the password beside it opens", async () => {
    const bodies = sample("uploadClientCertificateRequestBody", 40);
    const distinct = new Map(bodies.map((body) => [body["pkcs12Value"], body["password"]]));
    expect(distinct.size).toBe(CREDENTIAL_POOL.length);
    for (const [file, password] of distinct) {
      const { bags } = await parsePkcs12(bytesOf(file), { password: String(password) });
      expect(bags.map(({ kind }) => kind)).toContain("certBag");
    }
  });

  it("names the type where it annotates one, and always does when asked to", () => {
    const principals = fc.sample(arbitraryOf("microsoft.graph.servicePrincipal", { annotated: true }), {
      seed: 7,
      numRuns: 20,
    }) as Members[];
    expect(principals.map((it) => it["@odata.type"])).toEqual(
      Array.from({ length: 20 }, () => "#microsoft.graph.servicePrincipal"),
    );
    expect(sample("microsoft.graph.servicePrincipal").some((it) => !("@odata.type" in it))).toBe(true);
  });

  it("adds members to open types only, and none when asked not to", () => {
    const isExtension = (name: string): boolean => name.startsWith("extension_");
    const hasExtension = (values: readonly unknown[]): boolean =>
      values.some((value) => Object.keys(value as Members).some(isExtension));
    expect(hasExtension(sample("microsoft.graph.servicePrincipal"))).toBe(true);
    expect(hasExtension(sample("microsoft.graph.keyCredential"))).toBe(false);
    const without = arbitraryOf("microsoft.graph.servicePrincipal", { unknownMembers: false });
    expect(hasExtension(fc.sample(without, { seed: 7, numRuns: 100 }))).toBe(false);
  });

  it("ends types that contain themselves after two rounds", () => {
    const schemas = {
      loop: { type: "object", properties: { inner: { $ref: "#/components/schemas/loop" } } },
      endless: {
        type: "object",
        required: ["inner"],
        properties: { inner: { $ref: "#/components/schemas/endless" } },
      },
    } as const;
    const values = fc.sample(arbitraryOf("loop", { schemas }), { seed: 7, numRuns: 100 });
    expect([...new Set(values.map((it) => JSON.stringify(it)))].sort()).toEqual(['{"inner":{}}', "{}"]);
    expect(() => arbitraryOf("endless", { schemas })).toThrow(/"schema" contains itself/);
  });

  it("keeps bounds, patterns and repetitions out of what has unique items", () => {
    const numbers = sample({
      type: "array",
      uniqueItems: true,
      minItems: 1,
      items: { type: "integer", minimum: 2, maximum: 4 },
    });
    for (const list of numbers as unknown as number[][]) {
      expect(new Set(list).size).toBe(list.length);
      expect(list.every((it) => it >= 2 && it <= 4)).toBe(true);
    }
    const texts = sample({ type: "string", pattern: "^[a-c]{2,3}$" }) as unknown as string[];
    expect(texts.every((it) => /^[a-c]{2,3}$/.test(it))).toBe(true);
  });

  it("shrinks to the least that is valid", () => {
    const details = fc.check(
      fc.property(arbitraryOf("microsoft.graph.servicePrincipal"), (value) => !("appId" in (value as Members))),
      { seed: 7 },
    );
    expect(Object.keys(details.counterexample?.[0] as Members)).toEqual(["appId"]);
  });

  it("refuses names of no schema and an empty pool", () => {
    expect(() => arbitraryOf("microsoft.graph.nothing")).toThrow(/"schema" expected the name/);
    expect(() => arbitraryOf("toString")).toThrow(RangeError);
    expect(() => arbitraryOf("microsoft.graph.keyCredential", { credentials: [] })).toThrow(/"credentials"/);
  });
});
