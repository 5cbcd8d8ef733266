/** Puts what is generated as JavaScript beside what tsc has compiled, which passes it over (`npm run compile`, after tsc). */
import { copyFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const generated = (readdirSync(resolve(root, "src"), { recursive: true }) as string[]).filter((path) =>
  /\.generated\.(js|d\.ts)$/.test(path),
);
for (const path of generated) copyFileSync(resolve(root, "src", path), resolve(root, "dist", path));
