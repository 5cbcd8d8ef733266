/** The maker's bench: a scratch folder that disappears, programs run in it, and things made once and used by many. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
}

export class Workshop {
  readonly folder: string;
  readonly #made = new Map<string, unknown>();

  constructor() {
    this.folder = mkdtempSync(resolve(tmpdir(), "make-vectors-"));
  }

  path(name: string): string {
    return resolve(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  read(name: string): Uint8Array {
    return readFileSync(this.path(name));
  }

  /** A file that holds the password alone, since a command line cannot carry every password unchanged. */
  passwordFile(password: string): string {
    return this.write("password.txt", password);
  }

  /** Runs a program in the folder and gives its standard output; a non-zero exit is an error with what it printed. */
  run(program: string, args: readonly string[], options: RunOptions = {}): string {
    const done = spawnSync(program, args, {
      cwd: options.cwd ?? this.folder,
      env: { ...process.env, LC_ALL: "C.UTF-8", ...options.env },
      input: options.input ?? "",
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (done.error !== undefined) throw done.error;
    if (done.status !== 0)
      throw new Error(`${program} ${args.join(" ")}: exit ${done.status}\n${done.stderr}${done.stdout}`);
    return done.stdout;
  }

  /** `make()` the first time that `name` is asked for, the same value afterwards. */
  once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
