/** Files for the rule of this name. */
import { plainPfx } from "../../credential/pfx-writer.js";
import { base64, quoted, requestBody } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bytes, error, good, key, leaf, text } from "../sample-files.js";

const value = base64(plainPfx(leaf, key));
const without = bytes(requestBody(value, {}));

export const cases: RuleCases = {
  catches: [
    { name: "a body without it", file: without, says: error("password") },
    { name: "a body in quotes", file: bytes(quoted(requestBody(value, {}), "'")), says: error("password") },
    { name: "null", file: bytes(requestBody(value, { password: null })), says: error("password") },
    { name: "a number", file: bytes(requestBody(value, { password: 1234 })), says: error("password") },
    { name: "a body that holds no PFX", file: text('{"pkcs12Value":"hello"}'), says: error("password") },
  ],
  leaves: [
    good,
    { name: "an empty password", file: bytes(requestBody(value, { password: "" })) },
    { name: "a password", file: bytes(requestBody(value, { password: "x" })) },
    { name: "a name in another case, which has a rule of its own", file: bytes(requestBody(value, { Password: "" })) },
    { name: "base64", file: bytes(value) },
    { name: "JSON of another sort", file: text('{"a":1}') },
    { name: "another target", file: without, target: "token-signing" },
    { name: "a reader", file: without, target: "java-17" },
  ],
};
