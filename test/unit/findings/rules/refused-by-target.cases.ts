/** Files for the rule of this name. */
import { plainPfx } from "../../credential/pfx-writer.js";
import { base64 } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import { bags, bytes, cutOff, error, good, key, leaf, pem, vector, wrongPassword } from "../sample-files.js";

export const cases: RuleCases = {
  catches: [
    {
      name: "AES for Windows Server 2016",
      file: vector("openssl-default"),
      target: "windows-server-2016",
      says: [...error("macData"), ...error("authSafe[0]")],
    },
    { name: "RC2 for Node.js", file: vector("openssl-legacy"), target: "node-24", says: error("authSafe[0]") },
    {
      name: "an unencrypted key for Java, without a localKeyId",
      file: bags(leaf, key),
      target: "java-25",
      says: [...error("authSafe[0].safeBag[1]"), ...error("authSafe[0].safeBag[1]")],
    },
    {
      name: "two keys for go-pkcs12",
      file: vector("keytool-two-keys"),
      target: "go-pkcs12",
      says: error("authSafe[0].safeBag[1]"),
    },
  ],
  leaves: [
    { ...good, target: "openssl-3" },
    { name: "what Graph's actions make of it", file: vector("go-modern-2026") },
    { name: "the same for token signing", file: vector("go-modern-2026"), target: "token-signing" },
    { name: "AES for Java 17", file: vector("openssl-default"), target: "java-17" },
    { name: "base64, which has a rule of its own", file: bytes(base64(plainPfx(leaf, key))), target: "openssl-3" },
    { ...wrongPassword, target: "java-8" },
    { name: "a wrong password without a MAC", file: vector("openssl-nomac", "wrong"), target: "openssl-3" },
    { ...cutOff, target: "java-8" },
    { ...pem, target: "java-8" },
  ],
};
