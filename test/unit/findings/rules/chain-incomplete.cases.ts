/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { authority, LEAF_AT, root, sound, soundKey, soundLeaf, strangers, withOwnLeaf } from "../sample-credentials.js";
import { bags, garbage, warning } from "../sample-files.js";

const leaf = certBag(soundLeaf());
const below = certBag(soundLeaf({ issuer: "intermediate" }));
const intermediate = certBag(authority("intermediate", { key: KEYS.third, issuer: "root" }));

export const cases: RuleCases = {
  catches: [
    { name: "a leaf alone", file: bags(leaf, soundKey), says: warning(LEAF_AT) },
    { name: "a leaf below a missing intermediate CA", file: bags(below, root, soundKey), says: warning(LEAF_AT) },
    {
      name: "its own name as issuer and another's key",
      file: bags(
        certBag(soundLeaf({ issuer: "connector", subjectKeyIdentifier: 1, authorityKeyIdentifier: 2 })),
        soundKey,
      ),
      says: warning(LEAF_AT),
    },
  ],
  leaves: [
    sound,
    { name: "without its root", file: bags(below, intermediate, soundKey) },
    { name: "with all of its chain", file: bags(below, intermediate, root, soundKey) },
    { name: "self-signed", file: withOwnLeaf() },
    { name: "beside a certificate that cannot be read", file: bags(leaf, garbage, soundKey) },
    { name: "for token signing", target: "token-signing", file: bags(leaf, soundKey) },
    { name: "for a reader", target: "node-20", file: bags(leaf, soundKey) },
    strangers({ issuer: "nobody" }),
  ],
};
