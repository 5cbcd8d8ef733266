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

const ITERATIONS = 2048;
const IDENTITIES = 4;
/** Files of each identity under each protection: 36 that differ, the rest are copies. */
const COPIES = 3;

/** Makes a folder of `count` files under all protections, or gives the one that was made before. */
export async function makeFolder(count: number, bench: Workbench): Promise<FileFolder> {
  const originals: BenchFile[] = [];
  for (let copy = 0; copy < COPIES; copy++) {
    for (let identity = 0; identity < IDENTITIES; identity++) {
      for (const protection of ALL_PROTECTIONS) {
        originals.push(await bench.makeFile({ protection, iterations: ITERATIONS, identity, copy }));
      }
    }
  }
  const path = resolve(bench.scratch, `folder-${count}`);
  mkdirSync(path, { recursive: true });
  for (let index = 0; index < count; index++) {
    const original = originals[index % originals.length];
    if (original !== undefined) copyFileSync(original.path, resolve(path, `${`${index}`.padStart(6, "0")}.pfx`));
  }
  return { path, count, thumbprints: new Set(originals.map(({ thumbprint }) => thumbprint)) };
}
