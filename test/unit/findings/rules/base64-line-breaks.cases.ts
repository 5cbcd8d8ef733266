/** Files for the rule of this name. */

import { join } from "../../../setup/der.js";
import { plainPfx } from "../../credential/pfx-writer.js";
import { base64, pemBlock, requestBody, utf8 } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, good, info, key, leaf, warning } from "../sample-files.js";

const pfx = plainPfx(leaf, key);
const lines = base64(pfx, "\n");

export const cases: RuleCases = {
  catches: [
    { name: "a file", file: bytes(lines), says: info("file") },
    { name: "a file with CR LF", file: bytes(base64(pfx, "\r\n")), says: info("file"), target: "token-signing" },
    { name: "one line break", file: bytes(join(utf8("MI\n"), base64(pfx).subarray(2))), says: info("file") },
    { name: "the outer of two", file: bytes(base64(base64(pfx), "\n")), says: info("file") },
    { name: "a body", file: bytes(requestBody(lines)), says: warning("pkcs12Value") },
  ],
  leaves: [
    good,
    { name: "one line", file: bytes(base64(pfx)) },
    { name: "one line with its end", file: bytes(join(base64(pfx), utf8("\r\n"))) },
    { name: "PEM, which has lines", file: bytes(pemBlock(pfx, "PFX")) },
    { name: "a body", file: bytes(requestBody(base64(pfx))) },
    { name: "lines around a body", file: bytes(base64(requestBody(base64(pfx)), "\n")) },
    { name: "a reader, which opens neither", file: bytes(lines), target: "java-17" },
  ],
};
