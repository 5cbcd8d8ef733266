/** A user's program type-checked against the packed package, as a bundler and as Node resolve it. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "./tarball.js";

const resolutions = [
  { module: "NodeNext", moduleResolution: "NodeNext" },
  { module: "ESNext", moduleResolution: "Bundler" },
] as const;

/** The strictest settings a user may have; no Node types, since the entries promise to need none. */
const strict = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  types: [],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
};

/**
 * Compiles `program` beside the installed package in `folder`.
 * @throws {Error} with the compiler's messages
 */
export function compileConsumer(program: string, folder: string, root: string): void {
  writeFileSync(resolve(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(resolve(folder, "consumer.ts"), program);
  for (const resolution of resolutions) {
    const file = resolve(folder, `tsconfig.${resolution.moduleResolution.toLowerCase()}.json`);
    writeFileSync(file, JSON.stringify({ compilerOptions: { ...strict, ...resolution }, files: ["consumer.ts"] }));
    run(process.execPath, [resolve(root, "node_modules/typescript/bin/tsc"), "-p", file], folder);
  }
}
