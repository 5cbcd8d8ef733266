/** Each judge of the package lets a good one pass and catches what it is there for. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { judgeBundle } from "../../tools/check-package/bundle.js";
import { compileConsumer } from "../../tools/check-package/consumer.js";
import { judgeDependencies } from "../../tools/check-package/dependencies.js";
import type { Manifest } from "../../tools/check-package/tarball.js";
import { judgeFiles } from "../../tools/check-package/tarball.js";

const root = resolve(import.meta.dirname, "../..");

describe("judgeFiles", () => {
  const manifest: Manifest = {
    name: "sample",
    bin: { sample: "dist/main.js" },
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
    dependencies: {},
  };
  const good = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  good.push("spec/report.schema.json", "dist/index.d.ts", "dist/index.js", "dist/main.js");
  const sources = new Set(["index.ts", "main.ts"]);

  it("is content with what users need", () => {
    expect(judgeFiles(good, manifest, sources)).toEqual([]);
  });

  it.each([
    "src/index.ts",
    "test/a.test.ts",
    "dist/library.tsbuildinfo",
    "dist/index.js.map",
    ".npmrc",
    "spec/notes.json",
  ])("catches %s", (file) => {
    expect(judgeFiles([...good, file], manifest, sources)).toEqual([`${file} is not for users`]);
  });

  it.each(["LICENSE", "README.md", "CHANGELOG.md"])("misses %s", (file) => {
    const files = good.filter((it) => it !== file);
    expect(judgeFiles(files, manifest, sources)).toEqual([`${file} is missing`]);
  });

  it.each(["dist/index.d.ts", "dist/main.js"])("misses %s, which package.json names", (file) => {
    const files = good.filter((it) => it !== file);
    expect(judgeFiles(files, manifest, sources)).toEqual([`${file} is named in package.json and missing`]);
  });

  it("catches what an earlier build left", () => {
    const problems = judgeFiles([...good, "dist/old.js"], manifest, sources);
    expect(problems).toEqual(["dist/old.js is stale: it has no source"]);
  });

  it("takes what is generated as JavaScript, as long as its source is there", () => {
    const file = "dist/room/made.generated.js";
    expect(judgeFiles([...good, file], manifest, new Set([...sources, "room/made.generated.js"]))).toEqual([]);
    expect(judgeFiles([...good, file], manifest, sources)).toEqual([`${file} is stale: it has no source`]);
    expect(judgeFiles([...good, "dist/made.js"], manifest, new Set([...sources, "made.js"]))).not.toEqual([]);
  });

  it.each(["spec/graph.normalised.json", "spec/graph.d.ts", "spec/corrections.overlay.yaml", "spec/PROVENANCE.md"])(
    "takes %s",
    (file) => {
      expect(judgeFiles([...good, file], manifest, sources)).toEqual([]);
    },
  );

  it("takes the joined files of the command line, which stand for no single source", () => {
    expect(judgeFiles([...good, "dist/node/bin/chunk-1.js"], manifest, sources)).toEqual([]);
    expect(judgeFiles([...good, "dist/node/bin.js"], manifest, sources)).not.toEqual([]);
  });
});

/** A folder in which the package `sample` and one of its dependencies are installed. */
let folder = "";

function install(name: string, code: string, types = ""): void {
  const home = resolve(folder, "node_modules", name);
  mkdirSync(home, { recursive: true });
  const exports = { types: "./index.d.ts", default: "./index.js" };
  writeFileSync(resolve(home, "package.json"), JSON.stringify({ name, type: "module", exports }));
  writeFileSync(resolve(home, "index.js"), code);
  writeFileSync(resolve(home, "index.d.ts"), types);
}

beforeEach(() => {
  folder = mkdtempSync(resolve(tmpdir(), "package-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("judgeBundle", () => {
  const rule = { entry: "sample", packages: ["dep"], mustNotAppear: ["forbidden text"], gzipBytes: 1000 };

  it("is content with allowed packages below the ceiling", async () => {
    install("dep", "export const dep = 1;");
    install("sample", 'export { dep } from "dep";');
    expect(await judgeBundle(rule, "sample", folder)).toMatchObject({ packages: ["dep"], problems: [] });
  });

  it("catches another package", async () => {
    install("stray", "export const stray = 1;");
    install("sample", 'export { stray } from "stray";');
    expect((await judgeBundle(rule, "sample", folder)).problems).toEqual(["brings the package stray along"]);
  });

  it("catches a module of Node's, with or without its prefix", async () => {
    install("sample", 'export { readFileSync } from "node:fs";');
    expect((await judgeBundle(rule, "sample", folder)).problems).toEqual(["imports node:fs"]);
    install("sample", 'export { readFileSync } from "fs";');
    await expect(judgeBundle(rule, "sample", folder)).rejects.toThrow(/Could not resolve "fs"/);
  });

  it("catches a text and too many bytes", async () => {
    install("sample", 'export const text = "forbidden text";');
    const { problems } = await judgeBundle({ ...rule, gzipBytes: 10 }, "sample", folder);
    expect(problems).toEqual([
      'holds the text "forbidden text"',
      expect.stringMatching(/^is \d+ bytes gzipped, over its ceiling of 10$/),
    ]);
  });
});

describe("judgeDependencies", () => {
  const manifest: Manifest = {
    name: "sample",
    bin: { sample: "main.js" },
    exports: { ".": { default: "./index.js" }, "./package.json": "./package.json" },
    dependencies: { dep: "1.0.0", "@scope/tool": "1.0.0" },
  };

  function layOut(entry: string, command: string): string {
    install("sample", entry);
    writeFileSync(resolve(folder, "node_modules/sample/main.js"), command);
    return resolve(folder, "node_modules/sample");
  }

  it("is content where all are imported, by an export or the command", async () => {
    const home = layOut('export { dep } from "dep";', 'import "node:fs";\nimport "@scope/tool/deep.js";');
    expect(await judgeDependencies(home, manifest)).toEqual([]);
  });

  it("is content with what the package itself wants beside it, which not all users have", async () => {
    const home = layOut('export { dep } from "dep";\nexport { run } from "runner";', 'import "@scope/tool";');
    expect(await judgeDependencies(home, manifest)).toEqual(["runner is imported and not a dependency"]);
    expect(await judgeDependencies(home, { ...manifest, peerDependencies: { runner: "*" } })).toEqual([]);
  });

  it("is content with what an imported package wants beside it", async () => {
    const home = layOut('export { dep } from "dep";', 'import "@scope/tool";');
    const withPeer = { ...manifest, dependencies: { ...manifest.dependencies, peer: "1.0.0" } };
    expect(await judgeDependencies(home, withPeer)).toEqual(["peer is a dependency that nothing imports"]);
    install("dep", "export const dep = 1;");
    const wants = JSON.stringify({ name: "dep", peerDependencies: { peer: "*" } });
    writeFileSync(resolve(folder, "node_modules/dep/package.json"), wants);
    expect(await judgeDependencies(home, withPeer)).toEqual([]);
  });

  it("catches one that nothing imports and one that is not declared", async () => {
    const home = layOut('export { dep } from "dep";', 'import "stray/deep.js";');
    expect(await judgeDependencies(home, manifest)).toEqual([
      "@scope/tool is a dependency that nothing imports",
      "stray is imported and not a dependency",
    ]);
  });
});

describe("compileConsumer", () => {
  const program = 'import { dep } from "sample";\nexport const one: number = dep;';

  it("passes where the types fit in both resolutions", () => {
    install("sample", "export const dep = 1;", "export declare const dep: number;");
    expect(() => compileConsumer(program, folder, root)).not.toThrow();
  });

  it("catches a type that does not fit", () => {
    install("sample", "export const dep = 1;", "export declare const dep: string;");
    expect(() => compileConsumer(program, folder, root)).toThrow(/TS2322/);
  });

  it("catches declarations that need Node's types", () => {
    install("sample", "export const dep = 1;", "export declare const dep: number;\nexport declare const b: Buffer;");
    expect(() => compileConsumer(program, folder, root)).toThrow(/TS2580|TS2591/);
  });
}, 30_000);
