/** Files for the rule of this name. */
import { open, openVector } from "../../credential/open-file.js";
import { data, lockedKeyBag } from "../../credential/pfx-writer.js";
import { authenticate } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import {
  bags,
  camellia,
  cutOff,
  error,
  good,
  key,
  leaf,
  lockedKey,
  PASSWORD,
  vector,
  warning,
  wrongPassword,
} from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { ...wrongPassword, says: error("macData") },
    { name: "an altered MAC", file: vector("broken-mac-bit"), says: error("macData") },
    { name: "a file without MAC", file: vector("openssl-nomac", PASSWORD), says: error("authSafe[1].safeBag[0]") },
    { ...lockedKey, says: error("authSafe[0].safeBag[1]") },
    {
      name: "a key of another password beside a sound pair",
      file: bags(leaf, lockedKeyBag(), key),
      says: warning("authSafe[0].safeBag[1]"),
    },
    {
      name: "a key of another password under a MAC with the empty one",
      file: async () => open(await authenticate([data(leaf, lockedKeyBag())], ""), ""),
      says: error("authSafe[0].safeBag[1]"),
    },
  ],
  leaves: [
    good,
    camellia,
    cutOff,
    { name: "the right password", file: vector("openssl-aes-128") },
    { name: "no password", file: () => openVector("openssl-aes-128", null) },
    { name: "the empty password without MAC", file: () => openVector("openssl-nomac", "") },
  ],
};
