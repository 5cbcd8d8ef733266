/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import {
  authority,
  LEAF_AT,
  root,
  SECOND_AT,
  sound,
  soundKey,
  soundLeaf,
  strangers,
  withLeaf,
} from "../sample-credentials.js";
import { bags, info, warning } from "../sample-files.js";

const leaf = certBag(soundLeaf({ issuer: "intermediate" }));
const intermediate = certBag(authority("intermediate", { key: KEYS.third, issuer: "root", serial: -1n }));
const oldRoot = certBag(authority("root", { serial: 0n }));

export const cases: RuleCases = {
  catches: [
    { name: "-1", file: withLeaf({ serial: -1n }), says: warning(LEAF_AT) },
    { name: "a large negative one", file: withLeaf({ serial: -(2n ** 127n) }), says: warning(LEAF_AT) },
    { name: "0", file: withLeaf({ serial: 0n }), says: info(LEAF_AT) },
    { name: "-1 in the chain", file: bags(leaf, intermediate, root, soundKey), says: warning(SECOND_AT) },
    { name: "-1 for signing", target: "token-signing", file: withLeaf({ serial: -1n }), says: info(LEAF_AT) },
  ],
  leaves: [
    sound,
    { name: "a high bit that is no sign", file: withLeaf({ serial: 2n ** 159n }) },
    { name: "a root", file: bags(certBag(soundLeaf()), oldRoot, soundKey) },
    { name: "-1 for a reader", target: "node-20", file: withLeaf({ serial: -1n }) },
    strangers({ serial: -1n }),
  ],
};
