/** Files for the rule of this name. */
import { followedBy, plainPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, cutOff, good, key, leaf, vector, warning } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "a line break", file: bytes(followedBy(plainPfx(leaf, key), "\n")), says: warning("pfx") },
    { name: "a real file", file: vector("broken-trailing-byte"), says: warning("pfx") },
  ],
  leaves: [good, cutOff, { name: "a file of indefinite lengths", file: vector("made-ber") }],
};
