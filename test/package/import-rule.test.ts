/**
 * Proves that tools/dependency-cruiser.cjs enforces the import rule: on a tree made here, every room imports every
 * other room and package, and exactly the forbidden pairs must be caught. The table below is the rule as written for
 * people, kept apart from the configuration's own.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Room -> what it may import: rooms, npm packages and, as `node:fs`, Node's own modules. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  bytes: ["errors"],
  asn1: ["errors", "limits", "bytes", "asn1js"],
  crypto: ["errors", "limits", "bytes", "@noble/hashes", "@noble/ciphers"],
  x509: ["errors", "limits", "bytes", "asn1", "crypto", "@noble/curves", "asn1js", "pkijs"],
  pkcs12: ["errors", "limits", "bytes", "asn1", "crypto"],
  sniff: ["errors", "limits", "bytes"],
  credential: ["errors", "limits", "bytes", "sniff", "x509", "pkcs12"],
  readers: ["errors", "limits", "bytes", "x509", "pkcs12", "credential"],
  findings: ["errors", "limits", "bytes", "sniff", "x509", "pkcs12", "credential", "readers"],
  graph: ["errors", "limits", "bytes", "credential", "x509", "pkcs12"],
  audit: ["errors", "limits", "bytes", "graph", "x509"],
  rollover: ["errors", "limits", "bytes", "audit", "graph", "credential", "x509"],
  preflight: ["errors", "limits", "bytes", "sniff", "findings", "readers", "graph", "credential", "x509"],
  mock: ["errors", "limits", "bytes", "graph", "credential", "x509", "pkcs12"],
  contract: ["errors", "limits", "bytes", "graph", "x509", "pkcs12", "fast-check", "fast-xml-parser"],
  vitest: ["errors", "limits", "bytes", "contract"],
  web: ["mock", "contract"],
  node: [
    ...["errors", "limits", "bytes", "sniff", "asn1", "crypto", "x509", "pkcs12", "credential", "readers", "findings"],
    ...[
      "graph",
      "audit",
      "rollover",
      "preflight",
      "mock",
      "contract",
      "commander",
      "picocolors",
      "@inquirer/password",
      "node:fs",
    ],
    ...["piscina", "cli-progress", "junit-report-builder", "@hono/node-server"],
  ],
};

const rooms = Object.keys(allowed);
const files = ["errors", "limits"];
const packages = ["asn1js", "@noble/hashes", "@noble/ciphers", "@noble/curves", "pkijs", "fast-check", "commander"];
packages.push("fast-xml-parser", "picocolors", "@inquirer/password", "piscina", "cli-progress", "junit-report-builder");
packages.push("@hono/node-server");
const targets = [...rooms, ...files, ...packages, "node:fs"];

/** Single files that every room from credential upwards may import, and the rooms that may not. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  "sniff/file-kind": ["asn1", "bytes", "crypto", "pkcs12", "web", "x509"],
  "asn1/oids": ["bytes", "crypto", "sniff", "web"],
  "crypto/provider": ["asn1", "bytes", "sniff", "web"],
  "crypto/random": ["asn1", "bytes", "sniff", "web"],
  "readers/evidence": ["asn1", "bytes", "crypto", "pkcs12", "sniff", "web", "x509"],
};

const specifier = (target: string): string => {
  if (rooms.includes(target)) return `../${target}/leaf.js`;
  return files.includes(target) ? `../${target}.js` : target;
};
const slug = (target: string): string => target.replaceAll(/[^a-z0-9]+/g, "-");

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

let tree = "";
let violations: readonly Violation[] = [];

function write(path: string, text: string): void {
  const file = resolve(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Names of the rules that caught an import in this file, orphans aside: nothing in the tree is led to by an entry. */
function caught(file: string): string[] {
  const found = violations.filter(({ from, rule }) => from === file && rule.name !== "no-orphan");
  return [...new Set(found.map(({ rule }) => rule.name))].sort();
}

beforeAll(() => {
  tree = mkdtempSync(resolve(tmpdir(), "import-rule-"));
  write("tsconfig.json", '{ "compilerOptions": { "module": "NodeNext", "moduleResolution": "NodeNext" } }');
  write("package.json", '{ "type": "module" }');
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: "module", exports: "./index.js" }));
    write(`node_modules/${name}/index.js`, "export const leaf = 1;");
  }
  for (const file of files) write(`src/${file}.ts`, "export const leaf = 1;");
  for (const room of rooms) {
    write(`src/${room}/leaf.ts`, "export const leaf = 1;");
    for (const target of targets) {
      if (target === room) continue;
      write(
        `src/${room}/to-${slug(target)}.ts`,
        `import type { leaf } from "${specifier(target)}";\nexport type T = typeof leaf;`,
      );
    }
  }
  for (const file of Object.keys(vocabulary)) {
    write(`src/${file}.ts`, "export const leaf = 1;");
    for (const room of rooms) {
      if (!file.startsWith(room)) {
        write(`src/${room}/to-${slug(file)}.ts`, `import { leaf } from "../${file}.js";\nexport const use = leaf;`);
      }
    }
  }
  write("src/index.ts", 'export { led } from "./bytes/led.js";\nexport { leaf } from "./mock/leaf.js";');
  write("src/bytes/led.ts", "export const led = 1;");
  write("src/bytes/dead.ts", "export const dead = 1;");
  write("src/pkcs12/index.ts", "export const leaf = 1;");
  write("src/credential/to-index.ts", 'import { leaf } from "../pkcs12/index.js";\nexport const use = leaf;');
  write("src/web/to-index-ts.ts", 'import { led } from "../index.js";\nexport const use = led;');
  write("src/bytes/ring-a.ts", 'import { b } from "./ring-b.js";\nexport const a = b;');
  write("src/bytes/ring-b.ts", 'import type { a } from "./ring-a.js";\nexport const b: typeof a = 1;');
  write("src/bytes/lost.ts", 'import { gone } from "./gone.js";\nexport const use = gone;');
  write("src/attic/box.ts", 'import { leaf } from "../errors.js";\nexport const use = leaf;');
  write("src/asn1/to-tool.ts", 'import { leaf } from "../../tools/leaf.js";\nexport const use = leaf;');
  write("spec/graph.d.ts", "export declare const leaf: 1;");
  for (const room of rooms) {
    write(`src/${room}/to-spec.ts`, 'import type { leaf } from "../../spec/graph.js";\nexport type T = typeof leaf;');
  }
  write("node_modules/vitest/package.json", '{ "name": "vitest", "type": "module", "exports": "./index.js" }');
  write("node_modules/vitest/index.js", "export const leaf = 1;");
  write("src/graph/openapi.generated.ts", "export const leaf = 1;");
  for (const room of ["vitest", "contract", "node"]) {
    write(`src/${room}/to-runner.ts`, 'import { leaf } from "vitest";\nexport const use = leaf;');
  }
  write(
    "src/vitest/to-operations.ts",
    'import { leaf } from "../graph/openapi.generated.js";\nexport const use = leaf;',
  );
  write("tools/leaf.ts", "export const leaf = 1;");
  write("tools/to-test.ts", 'import { leaf } from "../test/leaf.js";\nexport const use = leaf;');
  write("test/leaf.ts", "export const leaf = 1;");
  const cruiser = resolve(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const configuration = resolve(root, "tools/dependency-cruiser.cjs");
  const run = spawnSync(process.execPath, [cruiser, "src", "tools", "test", "-c", configuration, "-T", "json"], {
    cwd: tree,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  violations = JSON.parse(run.stdout).summary.violations;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("rooms", () => {
  it.each(rooms)("%s may import what the rule names and nothing else", (room) => {
    const others = targets.filter((target) => target !== room);
    const refused = others.filter((target) => caught(`src/${room}/to-${slug(target)}.ts`).includes(`room-${room}`));
    expect(refused).toEqual(others.filter((target) => !allowed[room]?.includes(target)));
  });
});

describe("other rules", () => {
  it.each(Object.entries(vocabulary))("%s is open to the rooms above", (file, closed) => {
    const others = rooms.filter((room) => !file.startsWith(room));
    const refused = others.filter((room) => caught(`src/${room}/to-${slug(file)}.ts`).includes(`room-${room}`));
    expect(refused.sort()).toEqual(closed);
  });

  it("Vitest is for the room of that name, which knows the operations too", () => {
    expect(["contract", "node", "vitest"].filter((room) => caught(`src/${room}/to-runner.ts`).length === 0)).toEqual([
      "vitest",
    ]);
    expect(caught("src/vitest/to-operations.ts")).toEqual([]);
  });

  it("the types in spec/ are for those who make requests and those who judge answers", () => {
    expect(rooms.filter((room) => !caught(`src/${room}/to-spec.ts`).includes(`room-${room}`))).toEqual([
      "graph",
      "contract",
    ]);
  });

  it("the entry does not offer the mock", () => {
    expect(violations.filter(({ rule }) => rule.name === "entry").map(({ to }) => to)).toEqual(["src/mock/leaf.ts"]);
  });

  it("a room's index is for users, and for the page", () => {
    expect(caught("src/credential/to-index.ts")).toEqual(["no-import-of-index"]);
    expect(caught("src/web/to-index-ts.ts")).toEqual([]);
  });

  it("a ring of imports is caught, also where one of them is of types only", () => {
    // A ring is told once, at whichever file it is entered.
    expect([...caught("src/bytes/ring-a.ts"), ...caught("src/bytes/ring-b.ts")]).toEqual(["no-cycle"]);
  });

  it("a module that no entry leads to is caught", () => {
    const orphans = violations
      .filter(({ rule }) => rule.name === "no-orphan")
      .map(({ from, to }) => [from, to].join(" "));
    expect(orphans.join("\n")).toContain("src/bytes/dead.ts");
    expect(orphans.join("\n")).not.toContain("src/bytes/led.ts");
    expect(orphans.join("\n")).not.toContain("src/pkcs12/index.ts");
  });

  it("a file that is not there, a room that nobody declared, tools and tests", () => {
    expect(caught("src/bytes/lost.ts")).toEqual(["no-unresolvable", "room-bytes"]);
    expect(caught("src/attic/box.ts")).toEqual(["unknown-room"]);
    expect(caught("src/asn1/to-tool.ts")).toEqual(["room-asn1"]);
    expect(caught("tools/to-test.ts")).toEqual(["tools-apart-from-tests"]);
  });
});
