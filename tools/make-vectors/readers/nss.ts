/** NSS as a reader: imports the file into a new database and asks the database. */
import { mkdirSync, rmSync } from "node:fs";
import type { Reader } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { readPem } from "./pem.js";

/** An empty database without a password. */
export function newDatabase(workshop: Workshop, name: string): string {
  const folder = workshop.path(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  workshop.run("certutil", ["-N", "-d", `sql:${folder}`, "--empty-password"]);
  return `sql:${folder}`;
}

export const nss: Reader = {
  name: "nss",
  version: (workshop) => `NSS ${/^Version: (?:\d+:)?([\d.]+)/m.exec(workshop.run("dpkg", ["-s", "libnss3"]))?.[1]}`,
  read(workshop, path, password) {
    const database = newDatabase(workshop, "nss-reader");
    workshop.run("pk12util", ["-i", path, "-d", database, "-w", workshop.passwordFile(password ?? "")]);
    const nicknames = workshop
      .run("certutil", ["-L", "-d", database])
      .split("\n")
      .map((line) => /^(.+?)\s+[a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]*\s*$/.exec(line)?.[1])
      .filter((nickname) => nickname !== undefined);
    const text = nicknames.map((it) => workshop.run("certutil", ["-L", "-d", database, "-n", it, "-a"])).join("\n");
    const keys = workshop.run("certutil", ["-K", "-d", database]).match(/^<\s*\d+>/gm)?.length ?? 0;
    return { thumbprints: readPem(text).thumbprints, inFileOrder: false, keys };
  },
};
