/** The machine at hand as a {@link Probe}: unpacks the Chromium that came from npm, looks at the PATH, starts programs. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, isAbsolute, resolve } from "node:path";
import type { Probe } from "./chromium.js";
import { unpackOnce } from "./unpack.js";

/** @sparticuz/chromium holds a headless Chromium for x64 Linux with the shared libraries that a bare system lacks. */
async function unpackBundled(cache: string): Promise<ReturnType<Probe["bundled"]>> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const home = resolve(createRequire(import.meta.url).resolve("@sparticuz/chromium"), "../../..");
  const { version } = JSON.parse(readFileSync(resolve(home, "package.json"), "utf8")) as { version: string };
  const target = resolve(cache, `chromium-${version}`);
  const files = ["chromium.br", "al2023.tar.br"].map((name) => resolve(home, "bin", name));
  await unpackOnce(files, target);
  return { executablePath: resolve(target, "chromium"), libraryPath: resolve(target, "lib") };
}

function locate(nameOrPath: string): string | undefined {
  if (isAbsolute(nameOrPath)) return existsSync(nameOrPath) ? nameOrPath : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => resolve(folder, nameOrPath)).find((path) => existsSync(path));
}

function runs(executablePath: string, libraryPath?: string): boolean {
  // On Windows chrome.exe opens a window instead of printing its version: that the file is there must do.
  if (process.platform === "win32") return true;
  const env = libraryPath === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: libraryPath };
  return spawnSync(executablePath, ["--version"], { env, stdio: "ignore", timeout: 30_000 }).status === 0;
}

/** @param cache - folder for the unpacked browser (200 MB); inside the checkout, so that no other user can write to it */
export async function hostProbe(cache: string): Promise<Probe> {
  const bundled = await unpackBundled(cache);
  return { platform: process.platform, env: process.env, bundled: () => bundled, locate, runs };
}
