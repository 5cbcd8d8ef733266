/** Runs the OpenSSL of this machine: the second opinion on certificates and keys. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announce } from "../../setup/announce.js";

/** A folder of its own for each suite, in which all paths are relative. */
export interface Openssl {
  /** Runs one command and returns what it prints. */
  run(...args: string[]): string;
  /** Reads a file that a command wrote. */
  read(file: string): Uint8Array;
  /** Writes a file for a command to read. */
  write(file: string, content: string | Uint8Array): void;
  remove(): void;
}

/** The version line, or `undefined` with a printed reason where there is no OpenSSL; under CI=true that is an error. */
export function opensslVersion(): string | undefined {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).trim();
  } catch (error) {
    if (process.env["CI"] === "true")
      throw new Error("CI=true and openssl does not run on this machine", { cause: error });
    announce("skipped: openssl does not run on this machine");
    return undefined;
  }
}

export function createOpenssl(): Openssl {
  const folder = mkdtempSync(join(tmpdir(), "x509-"));
  return {
    run: (...args) =>
      execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    write: (file, content) => writeFileSync(join(folder, file), content),
    read: (file) => new Uint8Array(readFileSync(join(folder, file))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
