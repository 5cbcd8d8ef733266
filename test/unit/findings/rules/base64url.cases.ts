/** Files for the rule of this name. */

import { KEYS } from "../../credential/certificate-writer.js";
import { certBag, keyBag, plainPfx } from "../../credential/pfx-writer.js";
import { base64, base64url, requestBody } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, certificate, error, good, warning } from "../sample-files.js";

/** Its base64 has a slash and two signs of padding. */
const pfx = plainPfx(certBag(certificate, { friendlyName: "\uFFFF\uFFFFab" }), keyBag(KEYS.first.pkcs8));
const url = base64url(pfx);
const unpadded = base64(pfx).filter((octet) => octet !== 0x3d);

export const cases: RuleCases = {
  catches: [
    { name: "a file", file: bytes(url), says: warning("file") },
    { name: "a padded file", file: bytes(base64url(pfx, true)), says: warning("file") },
    { name: "a file without padding", file: bytes(unpadded), says: warning("file") },
    { name: "a file that was cut off", file: bytes(url.subarray(0, -50)), says: warning("file") },
    { name: "a file for keyCredentials", file: bytes(url), says: error("file"), target: "token-signing" },
    { name: "a body", file: bytes(requestBody(url)), says: error("pkcs12Value") },
    { name: "a body without padding", file: bytes(requestBody(unpadded)), says: error("pkcs12Value") },
    { name: "the inner of two", file: bytes(base64(url)), says: warning("file") },
  ],
  leaves: [
    good,
    { name: "standard base64", file: bytes(base64(pfx)) },
    { name: "a body", file: bytes(requestBody(base64(pfx))) },
    { name: "a body in base64url", file: bytes(base64url(requestBody(base64(pfx)))) },
    { name: "standard base64 that was cut off", file: bytes(base64(pfx).subarray(0, 201)) },
    { name: "a certificate", file: bytes(base64url(certificate)) },
    { name: "a reader, which opens neither", file: bytes(url), target: "java-17" },
  ],
};
