/** Files for the rule of this name. */
import { data, envelopedData, pfxOf } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, camellia, error, good, info, key, leaf, vector, warning, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    {
      ...camellia,
      name: "an unknown cipher for a reader that may know it",
      target: "openssl-3",
      says: [...info("authSafe[0]"), ...info("authSafe[1].safeBag[0]")],
    },
    { ...camellia, says: [...error("authSafe[0]"), ...error("authSafe[1].safeBag[0]")] },
    { name: "an unknown MAC", file: vector("openssl-mac-whirlpool"), says: error("macData") },
    { name: "public-key integrity", file: vector("broken-signed-data"), says: error("authSafe") },
    { name: "public-key privacy", file: bytes(pfxOf(envelopedData())), says: error("authSafe[0]") },
    {
      name: "public-key privacy beside a sound pair",
      file: bytes(pfxOf(data(leaf, key), envelopedData())),
      says: warning("authSafe[1]"),
    },
  ],
  leaves: [good, wrongPassword, { name: "an old cipher", file: vector("openssl-rc4-40") }],
};
