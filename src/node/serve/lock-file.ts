/** A file that says which process has another one: made by that process, removed by it, and stale once it is gone. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { nameExclusively, temporaryIn, writeNew } from "../new-file.js";
import { codeOf, toPathError } from "../path-error.js";

/** Another process has the file. */
export class LockedError extends Error {
  override readonly name = "LockedError";
  readonly code = "ERR_SERVE_LOCKED";
  /** Of the other process. */
  readonly pid: number;

  constructor(path: string, pid: number) {
    super(`process ${pid} uses it (${path})`);
    this.pid = pid;
  }
}

/** Enough for locks that several processes find stale at the same time. */
const ATTEMPTS = 20;

/**
 * Makes the lock, or takes over one whose process is gone: killed, or of an earlier start of the machine.
 * @returns what removes it
 * @throws {LockedError} where the process that made it still runs, which may be this one
 * @throws {PathError}
 */
export async function lockFile(path: string): Promise<{ readonly release: () => Promise<void> }> {
  const mine = `${process.pid} ${startOf(process.pid)} ${randomBytes(8).toString("hex")}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await make(path, mine)) return { release: () => release(path, mine) };
    await removeStale(path);
  }
  throw new LockedError(path, Number((await readLock(path)).split(" ")[0] ?? 0));
}

/** Nobody ever sees a lock that is half written. */
async function make(path: string, content: string): Promise<boolean> {
  const temporary = temporaryIn(dirname(path));
  try {
    await writeNew(temporary, content, 0o600);
    await nameExclusively(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw toPathError("write", path, error);
    return false;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** @throws {LockedError} */
async function removeStale(path: string): Promise<void> {
  const found = await readLock(path);
  const [pid = "", start = ""] = found.trim().split(" ");
  if (isAlive(Number(pid), start)) throw new LockedError(path, Number(pid));
  // Moved aside first: what another process has put there since must not be removed.
  const aside = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readLock(aside)) === found) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function readLock(path: string): Promise<string> {
  return await readFile(path, "utf8").catch(() => "");
}

async function release(path: string, mine: string): Promise<void> {
  if ((await readLock(path)) === mine) await rm(path, { force: true });
}

/** Whether the process runs, and is the one that started then: numbers are given again, in containers at once. */
function isAlive(pid: number, start: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs and is somebody else's.
    if (codeOf(error) === "ESRCH") return false;
  }
  return startOf(pid) === start;
}

/** When a process started, in whatever the system counts; `-` where it does not tell. */
function startOf(pid: number): string {
  try {
    // Linux, proc(5): the 22nd field; the 2nd, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
    return fields[19] ?? "-";
  } catch {
    return "-";
  }
}
