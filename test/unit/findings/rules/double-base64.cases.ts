/** Files for the rule of this name. */
import { plainPfx } from "../../credential/pfx-writer.js";
import { base64, pemBlock, requestBody } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, certificate, error, good, key, leaf, warning } from "../sample-files.js";

const pfx = plainPfx(leaf, key);
const twice = bytes(base64(base64(pfx)));

export const cases: RuleCases = {
  catches: [
    { name: "a file in base64 twice", file: twice, says: warning("file") },
    { name: "the same for the other action", file: twice, says: warning("file"), target: "token-signing" },
    { name: "three times", file: bytes(base64(base64(base64(pfx), "\n"))), says: warning("file") },
    { name: "a body", file: bytes(requestBody(base64(base64(pfx)))), says: error("pkcs12Value") },
  ],
  leaves: [
    good,
    { name: "a file in base64", file: bytes(base64(pfx)) },
    { name: "a body", file: bytes(requestBody(base64(pfx))) },
    { name: "a body in base64", file: bytes(base64(requestBody(base64(pfx)))) },
    { name: "base64 of PEM", file: bytes(base64(pemBlock(pfx, "PFX"))) },
    { name: "a certificate", file: bytes(base64(base64(certificate))) },
    { name: "a reader, which opens neither", file: twice, target: "java-17" },
  ],
};
