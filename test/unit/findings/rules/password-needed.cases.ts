/** Files for the rule of this name. */
import { open, openVector } from "../../credential/open-file.js";
import { lockedKeyBag, plainPfx } from "../../credential/pfx-writer.js";
import { authenticated } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { error, good, key, leaf, pem, vector, warning, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { name: "no password", file: () => openVector("openssl-aes-128", null), says: error("macData") },
    { name: "the empty password", file: () => openVector("openssl-aes-128", ""), says: error("macData") },
    {
      name: "no password for a reader",
      file: () => openVector("openssl-aes-128", null),
      target: "java-17",
      says: error("macData"),
    },
    { name: "no password for PBMAC1", file: () => openVector("go-modern-2026", null), says: error("macData") },
    {
      name: "no password for several parts without MAC, in one finding",
      file: () => openVector("bouncy-castle-aes", null),
      says: error("macData"),
    },
    {
      name: "a locked key, no MAC",
      file: () => open(plainPfx(leaf, lockedKeyBag())),
      says: error("authSafe[0].safeBag[1]"),
    },
    {
      name: "a locked key beside a sound pair, no MAC",
      file: () => open(plainPfx(leaf, lockedKeyBag(), key, lockedKeyBag())),
      says: warning("authSafe[0].safeBag[1]"),
    },
  ],
  leaves: [
    good,
    pem,
    wrongPassword,
    { name: "a file that needs none", file: () => open(plainPfx(leaf, key)) },
    { name: "a file whose password is empty", file: vector("openssl-empty-password") },
    { name: "the right password", file: authenticated() },
  ],
};
