/** What the command line says of itself. */
import { readFileSync } from "node:fs";

/** The members of package.json that are shown. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** Reads package.json, which lies three folders above this file in `src` and `dist` alike. */
export function readPackageManifest(): PackageManifest {
  const { name, version, description } = JSON.parse(
    readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
  ) as PackageManifest;
  return { name, version, description };
}
