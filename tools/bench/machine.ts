/** Where and with what a run took place: figures of two machines do not compare, ratios do roughly. */
import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform } from "node:os";
import { resolve } from "node:path";

/** Facts printed with every run. */
export interface Machine {
  readonly platform: string;
  readonly processor: string;
  /** Processors that this process may use. */
  readonly cores: number;
  readonly node: string;
  /** The OpenSSL inside Node, which is the native contender. */
  readonly nodeOpenssl: string;
  /** The command that made the files. */
  readonly opensslCommand: string;
  /** Versions of the libraries measured, by package name. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Reads the facts. */
export function readMachine(root: string, opensslCommand: string): Machine {
  const version = (folder: string): string => {
    const manifest = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")) as { readonly version: string };
    return manifest.version;
  };
  const peers = ["node-forge", "pkijs"].map((name) => [name, version(resolve(root, "node_modules", name))]);
  return {
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    node: process.versions.node,
    nodeOpenssl: process.versions.openssl,
    opensslCommand,
    packages: Object.fromEntries([["graph-certkit", version(root)], ...peers]),
  };
}
