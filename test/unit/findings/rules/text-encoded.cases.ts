/** Files for the rule of this name. */
import { plainPfx } from "../../credential/pfx-writer.js";
import {
  base64,
  dataUrl,
  hexText,
  jsonString,
  pemBlock,
  quoted,
  requestBody,
  utf16,
  withMark,
} from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, certificate, error, good, info, key, leaf, warning } from "../sample-files.js";

const pfx = plainPfx(leaf, key);
const body = requestBody(base64(pfx));

export const cases: RuleCases = {
  catches: [
    { name: "base64", file: bytes(base64(pfx)), says: info("file") },
    { name: "base64 for a reader", file: bytes(base64(pfx, "\n")), says: error("file"), target: "java-17" },
    { name: "hexadecimal for a reader", file: bytes(hexText(pfx)), says: error("file"), target: "node-24" },
    { name: "PEM", file: bytes(pemBlock(pfx, "PKCS12")), says: info("file"), target: "token-signing" },
    { name: "a data: URL", file: bytes(dataUrl(pfx)), says: info("file") },
    { name: "quotes", file: bytes(quoted(base64(pfx))), says: info("file") },
    { name: "UTF-16", file: bytes(utf16(base64(pfx), "le")), says: info("file") },
    { name: "a mark before binary", file: bytes(withMark(pfx)), says: error("file"), target: "openssl-3" },
    { name: "a body for a reader", file: bytes(body), says: error("file"), target: "go-pkcs12" },
    { name: "a body for another action", file: bytes(body), says: info("file"), target: "token-signing" },
    { name: "a body behind a mark", file: bytes(withMark(body)), says: warning("file") },
    { name: "a body as a JSON string", file: bytes(jsonString(body)), says: warning("file") },
    { name: "PEM in a body", file: bytes(requestBody(pemBlock(pfx, "PFX"))), says: error("pkcs12Value") },
    { name: "a data: URL in a body", file: bytes(requestBody(dataUrl(pfx))), says: error("pkcs12Value") },
    {
      name: "hexadecimal in a body behind a mark",
      file: bytes(withMark(requestBody(hexText(pfx)))),
      says: [...warning("file"), ...error("pkcs12Value")],
    },
  ],
  leaves: [
    good,
    { name: "a sound body", file: bytes(body) },
    { name: "a sound file for a reader", file: good.file, target: "java-17" },
    { name: "base64 twice in a body, which has a rule of its own", file: bytes(requestBody(base64(base64(pfx)))) },
    { name: "base64 of a certificate, which is no PFX", file: bytes(base64(certificate)) },
  ],
};
