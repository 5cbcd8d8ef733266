/** What README shows is what happens: its commands print their output, its program runs. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const readme = readFileSync("README.md", "utf8");
const MAIN = "dist/node/bin/main.js";

/** The text of every fenced block of a language, in order. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

/** How long it took is another each time. */
const timeless = (text: string): string => text.replace(/requests in [\d.]+ s/, "requests in … s");

describe("README", () => {
  const commands = blocks("console");

  it("shows commands", () => {
    expect(commands.length).toBeGreaterThanOrEqual(2);
  });

  it.each(commands)("prints what it says: %s", (block) => {
    const [line = "", ...output] = block.split("\n");
    const prefix = "$ npx graph-certkit ";
    expect(line.startsWith(prefix)).toBe(true);
    const { stdout } = spawnSync(process.execPath, [MAIN, ...line.slice(prefix.length).split(" ")], {
      encoding: "utf8",
    });
    expect(timeless(stdout)).toBe(timeless(output.join("\n")));
  });

  it("has a program that prints what the block below it says", () => {
    const [program = ""] = blocks("js");
    const [output] = blocks("text");
    expect(execFileSync(process.execPath, ["--input-type=module"], { input: program, encoding: "utf8" })).toBe(output);
  });

  it("shows what spec:vacuity prints", () => {
    const printed = execFileSync(process.execPath, ["--import", "tsx", "tools/spec-vacuity.ts"], { encoding: "utf8" });
    expect(/<!-- vacuity -->\n\n([\s\S]*?)\n\n<!-- \/vacuity -->/.exec(readme)?.[1]).toBe(printed.trimEnd());
  });

  it("names only entry points and scripts that exist", () => {
    const { exports, scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      exports: Record<string, unknown>;
      scripts: Record<string, string>;
    };
    const entries = [...readme.matchAll(/^\| `graph-certkit(\/[^`]*)?` \|/gm)].map((match) => `.${match[1] ?? ""}`);
    expect(entries.length).toBeGreaterThan(1);
    expect(entries.filter((entry) => !(entry in exports))).toEqual([]);
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
