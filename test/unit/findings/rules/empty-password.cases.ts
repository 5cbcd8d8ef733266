/** Files for the rule of this name. */
import { open, openVector } from "../../credential/open-file.js";
import { lockedKeyBag, plainPfx } from "../../credential/pfx-writer.js";
import { authenticated, authenticatedAs } from "../protected-files.js";
import type { RuleCases } from "../rule-case.js";
import { error, key, leaf, pem, vector } from "../sample-files.js";

const target = "token-signing";
const empty = authenticated({ password: "" });

export const cases: RuleCases = {
  catches: [
    { name: "a MAC under the empty password", file: empty, target, says: error("macData") },
    { name: "a file of OpenSSL", file: vector("openssl-empty-password"), target, says: error("macData") },
    { name: "a MAC under no octets", file: authenticatedAs(new Uint8Array(0), ""), target, says: error("macData") },
    { name: "a file that needs no password", file: () => open(plainPfx(leaf, key)), target, says: error("pfx") },
  ],
  leaves: [
    { name: "the empty password for a connector, which must be sent", file: empty, target: "api-connector" },
    { name: "the empty password for a reader", file: empty, target: "openssl-3" },
    { name: "a password", file: authenticated(), target },
    { name: "no password for a file that needs one", file: () => openVector("openssl-aes-128", null), target },
    { name: "no password for a locked key", file: () => open(plainPfx(leaf, key, lockedKeyBag())), target },
    { ...pem, target },
  ],
};
