/** `--json`: exact shape, validity against the schema that ships, and agreement with the vectors' manifest. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import packageManifest from "../../package.json" with { type: "json" };
import { inspectPkcs12 } from "../../src/pkcs12/inspect.js";
import type { OwnVectorEntry } from "../setup/vector-case.js";
import { PASSWORD, runMain, vector } from "./run-main.js";

const root = resolve(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(resolve(root, "spec/preflight-report.schema.json"), "utf8"));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Document {
  readonly schemaVersion: number;
  readonly tool: object;
  readonly reports: readonly {
    readonly file: string;
    readonly verdict: string;
    readonly findings: readonly { readonly id: string }[];
    readonly certificates: readonly Readonly<Record<string, unknown>>[];
    readonly keys: readonly object[];
    readonly authenticationConfiguration: {
      readonly certificateList: readonly Readonly<Record<string, unknown>>[];
    } | null;
  }[];
  readonly summary: object;
  readonly unreadable: readonly object[];
}

/** Runs preflight and returns the document, which is valid. */
async function report(files: readonly string[], password: string, ...options: string[]): Promise<Document> {
  const { stdout } = await runMain(["preflight", ...files, "--json", "--passin", "env:PFX_PASSWORD", ...options], {
    env: { PFX_PASSWORD: password },
  });
  const document = JSON.parse(stdout) as Document;
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

describe("--json", () => {
  it("prints the document with two spaces of indentation, and nothing else", async () => {
    const file = vector("openssl-default");
    const { status, stdout, stderr } = await runMain(["preflight", file, "--json", "--passin", `pass:${PASSWORD}`]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const document = JSON.parse(stdout) as Document;
    expect(stdout).toBe(`${JSON.stringify(document, undefined, 2)}\n`);
    expect(Object.keys(document)).toEqual([
      "schemaVersion",
      "tool",
      "reports",
      "summary",
      "complete",
      "unreadable",
      "defects",
    ]);
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool: { name: packageManifest.name, version: packageManifest.version },
      reports: [{ file, verdict: "accept" }],
      summary: { files: 1, accepted: 1, rejected: 0, unreadable: 0, failed: 0 },
      unreadable: [],
    });
  });

  it("lists what could not be read beside the reports", async () => {
    const files = [
      "no-such.pfx",
      `${vector("openssl-default")}/x`,
      vector("openssl-default"),
      vector("openssl-expired"),
    ];
    const document = await report(files, PASSWORD);
    expect(document.unreadable).toEqual([
      { file: "no-such.pfx", code: "ENOENT", message: "no such file or folder" },
      { file: files[1], code: "ENOTDIR", message: "a part of the path is no folder" },
    ]);
    expect(document.summary).toEqual({ files: 4, accepted: 1, rejected: 1, unreadable: 2, failed: 0 });
    expect(document.reports.map(({ file }) => file)).toEqual(files.slice(2));
  });

  it.each([
    ["a wrong password", "openssl-default", "another"],
    ["no PFX", "broken-no-pfx", PASSWORD],
    ["an unsupported cipher", "openssl-seed", PASSWORD],
    ["an unsupported MAC", "openssl-mac-whirlpool", PASSWORD],
  ])("is valid for %s", async (_, name, password) => {
    const { reports } = await report([vector(name)], password);
    expect(reports[0]?.verdict).toBe("reject");
    expect(reports[0]?.authenticationConfiguration).toBeNull();
  });

  /** Seconds of key derivation say nothing of JSON. */
  function isQuick(file: string): boolean {
    try {
      return inspectPkcs12(readFileSync(file)).workload.iterations <= 100_000;
    } catch {
      return true; // refused at once
    }
  }

  it("is valid for every quick vector, and says of certificates and keys what the manifest says", async () => {
    const manifest = JSON.parse(readFileSync(resolve(root, "test/vectors/manifest.json"), "utf8")) as OwnVectorEntry[];
    const pathOf = ({ file }: OwnVectorEntry): string => resolve(root, "test/vectors/pkcs12", file);
    const entries = manifest.filter((entry) => entry.password === PASSWORD && isQuick(pathOf(entry)));
    expect(entries.length).toBeGreaterThan(90);
    const files = entries.map(pathOf);
    const { reports } = await report(files, PASSWORD, "--at", "2026-01-01");
    expect(reports).toHaveLength(entries.length);
    for (const [index, entry] of entries.entries()) {
      if (entry.expect !== "ok") continue;
      const { certificates = [], keys = [], authenticationConfiguration: held } = reports[index] ?? {};
      expect(certificates, entry.id).toMatchObject(entry.certificates.map((certificate) => ({ ...certificate })));
      expect(keys, entry.id).toHaveLength(entry.keys);
      const leaf = entry.certificates.find(({ thumbprint }) => thumbprint === entry.leafThumbprint);
      if (leaf?.hasPrivateKey !== true) continue;
      expect(held?.certificateList[0], entry.id).toMatchObject({
        thumbprint: leaf.thumbprint,
        notBefore: Date.parse(leaf.notBefore) / 1000,
        notAfter: Date.parse(leaf.notAfter) / 1000,
      });
    }
  });
});

describe("the schema", () => {
  /** Every object schema, with where it stands. */
  function objects(node: unknown, at: string): { at: string; node: Record<string, unknown> }[] {
    if (typeof node !== "object" || node === null) return [];
    const inner = Object.entries(node).flatMap(([key, value]) => objects(value, `${at}/${key}`));
    return "properties" in node && !Array.isArray(node.properties) ? [{ at, node: { ...node } }, ...inner] : inner;
  }

  it("describes every member, requires each, and allows no other", () => {
    const all = objects(schema, "#");
    expect(all.length).toBeGreaterThan(10);
    for (const { at, node } of all) {
      const properties = node["properties"] as Record<string, Record<string, unknown>>;
      expect(node["additionalProperties"], at).toBe(false);
      expect(node["required"], at).toEqual(Object.keys(properties));
      for (const [name, property] of Object.entries(properties)) {
        expect(property["description"] ?? property["$ref"], `${at}/${name}`).toBeTypeOf("string");
      }
    }
  });

  it("refuses a member that is not described, and a thumbprint in lower case", async () => {
    const document = await report([vector("openssl-default")], PASSWORD);
    expect(validate({ ...document, more: 1 })).toBe(false);
    expect(validate(JSON.parse(JSON.stringify(document).replaceAll("9D7032E6", "9d7032e6")))).toBe(false);
  });
});
