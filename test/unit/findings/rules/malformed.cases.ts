/** Files for the rule of this name. */
import { brokenBag, keyBag } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import {
  bags,
  camellia,
  cutOff,
  error,
  garbage,
  good,
  key,
  leaf,
  pem,
  text,
  vector,
  warning,
  wrongPassword,
} from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "version 2", file: vector("broken-version-2"), says: error("pfx.version") },
    { name: "a broken list of contents", file: vector("broken-auth-safe-is-not-ber"), says: error("authSafe") },
    { name: "no MAC iterations", file: vector("broken-mac-iterations-0"), says: error("macData") },
    {
      name: "a broken bag beside a sound pair",
      file: bags(leaf, brokenBag(), key),
      says: warning("authSafe[0].safeBag[1]"),
    },
    { name: "a broken bag alone", file: bags(brokenBag()), says: error("authSafe[0].safeBag[0]") },
    { name: "a broken certificate with a key", file: bags(garbage, key), says: error("authSafe[0].safeBag[0]") },
    {
      name: "a broken certificate beside a sound pair",
      file: bags(garbage, leaf, key),
      says: warning("authSafe[0].safeBag[0]"),
    },
    { name: "a broken key", file: bags(leaf, keyBag(brokenBag())), says: error("authSafe[0].safeBag[1]") },
  ],
  leaves: [good, pem, cutOff, wrongPassword, camellia, { name: "text", file: text("0hello") }],
};
