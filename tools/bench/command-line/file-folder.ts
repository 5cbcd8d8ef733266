/** Folders with many files in them. */
import { copyFileSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { BenchFile } from "../make-files.js";
import { ALL_PROTECTIONS } from "../make-files.js";
import type { Workbench } from "../workbench.js";

/** A folder and what is found in it. */
export interface FileFolder {
  readonly path: string;
  readonly count: number;
  /** SHA-1 of the certificates in it, upper-case hex. */
  readonly thumbprints: ReadonlySet<string>;
}

/** What writers set by themselves: OpenSSL and Go, keytool, Bouncy Castle. */
export const COMMON_ITERATIONS: readonly number[] = [2048, 10_000, 51_200];

const IDENTITIES = 4;
/** Files of each identity under each protection with each count: some dozens that differ, the rest are copies. */
const COPIES = 3;

/** Makes a folder of `count` files under all protections with all of these counts. */
export async function makeFolder(count: number, counts: readonly number[], bench: Workbench): Promise<FileFolder> {
  const originals: BenchFile[] = [];
  for (let copy = 0; copy < COPIES; copy++) {
    for (let identity = 0; identity < IDENTITIES; identity++) {
      for (const protection of ALL_PROTECTIONS) {
        for (const iterations of counts) {
          originals.push(await bench.makeFile({ protection, iterations, identity, copy }));
        }
      }
    }
  }
  const path = resolve(bench.scratch, `folder-${count}-${counts.join("-")}`);
  mkdirSync(path, { recursive: true });
  for (let index = 0; index < count; index++) {
    const original = originals[index % originals.length];
    if (original !== undefined) copyFileSync(original.path, resolve(path, `${`${index}`.padStart(6, "0")}.pfx`));
  }
  return { path, count, thumbprints: new Set(originals.map(({ thumbprint }) => thumbprint)) };
}
