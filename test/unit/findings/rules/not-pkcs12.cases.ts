/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { data, plainPfx } from "../../credential/pfx-writer.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, certificate, cutOff, error, good, leaf, pem, text, vector, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    { ...pem, says: error("pfx") },
    { name: "nothing", file: bytes(new Uint8Array(0)), says: error("pfx") },
    { name: "text", file: text("hello"), says: error("pfx") },
    { name: "a certificate", file: bytes(certificate), says: error("pfx") },
    { name: "a private key", file: bytes(KEYS.first.pkcs8), says: error("pfx") },
    { name: "PKCS#7", file: bytes(data(leaf)), says: error("pfx") },
    { name: "three octets of a PFX", file: bytes(plainPfx(leaf).subarray(0, 3)), says: error("pfx") },
  ],
  leaves: [good, wrongPassword, cutOff, { name: "a PFX of version 2", file: vector("broken-version-2") }],
};
