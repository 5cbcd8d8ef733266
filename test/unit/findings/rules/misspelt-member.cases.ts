/** Files for the rule of this name. */
import { plainPfx } from "../../credential/pfx-writer.js";
import { base64, requestBody } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, good, key, leaf, text, warning } from "../sample-files.js";

const value = base64(plainPfx(leaf, key));

export const cases: RuleCases = {
  catches: [
    { name: "a password", file: bytes(requestBody(value, { Password: "" })), says: warning("password") },
    {
      name: "both members",
      file: text('{"PKCS12VALUE":"MIIC","PassWord":""}'),
      says: [...warning("pkcs12Value"), ...warning("password")],
    },
  ],
  leaves: [
    good,
    { name: "the right names", file: bytes(requestBody(value)) },
    { name: "the right name beside the other", file: bytes(requestBody(value, { password: "", Password: "x" })) },
    { name: "another target", file: bytes(requestBody(value, { Password: "" })), target: "token-signing" },
  ],
};
