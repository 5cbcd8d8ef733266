/** Bouncy Castle as a reader, through `java/BouncyCastle.java`. */
import { bouncyCastle } from "../recipes/other-makers.js";
import type { Reader } from "../vector.js";

export const bouncycastle: Reader = {
  name: "bouncycastle",
  version: () => "Bouncy Castle 1.80",
  read(workshop, path, password) {
    const lines = bouncyCastle(workshop, ["read", path, workshop.passwordFile(password ?? "")])
      .trim()
      .split("\n");
    const thumbprints = lines
      .filter((it) => it.startsWith("certificate "))
      .map((it) => it.slice("certificate ".length));
    return { thumbprints, inFileOrder: true, keys: lines.filter((line) => line === "key").length };
  },
};
