/**
 * Writes src/crypto/sha1-rounds.generated.ts: the eighty rounds of SHA-1 (FIPS 180-4 section 6.1.2) one below the other.
 * `--check` writes nothing and exits with 1 where the file is not what would be written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const file = resolve(import.meta.dirname, "../src/crypto/sha1-rounds.generated.ts");

/** Constants of section 4.2.1 as the signed numbers that 32-bit arithmetic works with, one for twenty rounds. */
const K = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6].map((constant) => constant | 0);

/** The functions f of section 4.1.1, one for twenty rounds: Ch, Parity, Maj, Parity. */
const parity = (x: string, y: string, z: string): string => `(${x} ^ ${y} ^ ${z})`;
const F = [
  (x: string, y: string, z: string): string => `(${z} ^ (${x} & (${y} ^ ${z})))`,
  parity,
  (x: string, y: string, z: string): string => `((${x} & ${y}) | (${z} & (${x} | ${y})))`,
  parity,
];

const word = (index: number): string => `w${index % 16}`;

function round(t: number, [a, b, c, d, e]: readonly string[]): string {
  const phase = Math.floor(t / 20);
  const f = F[phase]?.(b ?? "", c ?? "", d ?? "");
  const schedule =
    t < 16
      ? ""
      : `  x = ${word(t)} ^ ${word(t + 2)} ^ ${word(t + 8)} ^ ${word(t + 13)};\n  ${word(t)} = (x << 1) | (x >>> 31);\n`;
  return (
    `${schedule}  ${e} = (((${a} << 5) | (${a} >>> 27)) + ${f} + ${e} + ${K[phase]} + ${word(t)}) | 0;\n` +
    `  ${b} = (${b} << 30) | (${b} >>> 2);\n`
  );
}

/** The working variables change places from round to round by their names, not by copies. */
function rounds(): string {
  let names: readonly string[] = ["a", "b", "c", "d", "e"];
  let text = "";
  for (let t = 0; t < 80; t++) {
    text += round(t, names);
    names = [...names.slice(-1), ...names.slice(0, -1)];
  }
  return text;
}

const loads = Array.from({ length: 16 }, (_, i) => `  let w${i} = block[${i}] as number;\n`).join("");
const variables = ["a", "b", "c", "d", "e"].map((name, i) => `  let ${name} = state[${i}] as number;\n`).join("");
const sums = ["a", "b", "c", "d", "e"]
  .map((name, i) => `  state[${i}] = (state[${i}] as number) + ${name};\n`)
  .join("");

const source = `/** Written by tools/generate-sha1.ts; never edited. */

/** Folds the 16 words in front of \`block\` into \`state\` (5 words). */
export function compressSha1(state: Int32Array, block: Int32Array): void {
${loads}${variables}  let x = 0;
${rounds()}${sums}}
`;

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== source) {
    console.error("src/crypto/sha1-rounds.generated.ts is stale: run npm run generate");
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, source);
}
