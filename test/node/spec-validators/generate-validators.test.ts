import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { Schema } from "../../../src/contract/validation/schema.js";
import type { NormalisedDocument } from "../../../tools/generate-spec/validators/generate-validators.js";
import { generateValidators } from "../../../tools/generate-spec/validators/generate-validators.js";
import { announce } from "../../setup/announce.js";

const root = resolve(import.meta.dirname, "../../..");
const committed = readFileSync(resolve(root, "src/contract/validators.generated.js"), "utf8");
const normalised = JSON.parse(readFileSync(resolve(root, "spec/graph.normalised.json"), "utf8")) as NormalisedDocument;

const scratch = mkdtempSync(join(tmpdir(), "graph-certkit-validators-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("validators.generated.js", () => {
  it("is what the normalised document gives, whatever the order of its schemas", async () => {
    const entries = Object.entries(normalised.components.schemas);
    expect((await generateValidators(normalised)) === committed, "npm run generate writes it").toBe(true);
    const reversed = { components: { schemas: Object.fromEntries(entries.reverse()) } };
    expect((await generateValidators(reversed)) === committed).toBe(true);
  });

  it("imports nothing, makes no code from strings and stays small", () => {
    for (const forbidden of [/\bimport\b\s*[({"'*\w]/, /\brequire\b/, /\beval\s*\(/, /\bFunction\s*\(/, /schemaPath/]) {
      expect(committed.match(forbidden)?.[0]).toBeUndefined();
    }
    const [bytes, gzipBytes] = [Buffer.byteLength(committed), gzipSync(committed).length];
    announce(`validators: ${bytes} bytes, ${gzipBytes} bytes gzip`);
    expect(bytes).toBeLessThan(200_000);
    expect(gzipBytes).toBeLessThan(20_000);
  });

  it("runs where Node refuses to make code from strings", () => {
    const script = join(scratch, "judge.mjs");
    const module = pathToFileURL(resolve(root, "src/contract/validators.generated.js")).href;
    writeFileSync(
      script,
      `import { VALIDATORS } from ${JSON.stringify(module)};
let refused = false;
try { new Function("return 1")(); } catch { refused = true; }
const judge = VALIDATORS["microsoft.graph.identityApiConnector"];
const verdict = (authenticationConfiguration) => judge({ id: "a", displayName: "a", targetUrl: "https://a.example/", authenticationConfiguration });
console.log(JSON.stringify([refused, verdict(null), verdict({ garbage: 1 }), judge.errors.map((it) => it.instancePath + " " + it.keyword)]));
`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, ["--disallow-code-generation-from-strings", script], {
      encoding: "utf8",
    });
    expect(stderr).not.toContain("Error");
    expect(JSON.parse(stdout)).toEqual([
      true,
      true,
      false,
      expect.arrayContaining(["/authenticationConfiguration required"]),
    ]);
  });
});

describe("generateValidators", () => {
  const generate = (schema: Schema): Promise<string> =>
    generateValidators({ components: { schemas: { odd: schema } } });

  it("fails on a keyword or a format that nothing judges, wherever it is", async () => {
    await expect(generate({ not: { type: "null" } } as Schema)).rejects.toThrow(/keyword not/);
    await expect(generate({ properties: { a: { items: { propertyNames: {} } as Schema } } })).rejects.toThrow(
      /propertyNames/,
    );
    await expect(generate({ type: "string", format: "email" })).rejects.toThrow(/format email/);
  });
});
