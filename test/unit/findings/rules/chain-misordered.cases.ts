/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { certBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { authority, root, SECOND_AT, sound, soundKey, soundLeaf } from "../sample-credentials.js";
import { bags, info, vector, warning } from "../sample-files.js";

const leaf = certBag(soundLeaf({ issuer: "intermediate" }));
const intermediate = certBag(authority("intermediate", { key: KEYS.third, issuer: "root" }));
const other = certBag(authority("other"));

export const cases: RuleCases = {
  catches: [
    { name: "the leaf last", file: bags(root, intermediate, leaf, soundKey), says: warning("authSafe[0].safeBag[2]") },
    { name: "an issuer first", file: bags(intermediate, leaf, root, soundKey), says: warning(SECOND_AT) },
    { name: "the root first", file: bags(root, leaf, intermediate, soundKey), says: warning(SECOND_AT) },
    { name: "a real file", file: vector("made-ca-first"), says: warning("authSafe[0].safeBag[1]") },
    {
      name: "the root before the intermediate CA",
      file: bags(leaf, root, intermediate, soundKey),
      says: info(SECOND_AT),
    },
    {
      name: "a copy of the root before the intermediate CA",
      file: bags(leaf, root, intermediate, root, soundKey),
      says: info(SECOND_AT),
    },
    {
      name: "the leaf last, for token signing",
      target: "token-signing",
      file: bags(root, intermediate, leaf, soundKey),
      says: warning("authSafe[0].safeBag[2]"),
    },
    {
      name: "the leaf last, for a reader",
      target: "java-17",
      file: bags(root, intermediate, leaf, soundKey),
      says: info("authSafe[0].safeBag[2]"),
    },
  ],
  leaves: [
    sound,
    { name: "leaf, issuer, root", file: bags(leaf, intermediate, root, soundKey) },
    { name: "the key first", file: bags(soundKey, leaf, intermediate, root) },
    { name: "others between and before", file: bags(other, leaf, other, intermediate, root, soundKey) },
    { name: "a copy of the leaf behind", file: bags(leaf, intermediate, root, leaf, soundKey) },
    { name: "a leaf without its chain", file: bags(root, leaf, soundKey) },
    { name: "without a key", file: bags(root, intermediate, leaf) },
  ],
};
