/** Files for the rule of this name. */
import { KEYS } from "../../credential/certificate-writer.js";
import { data, plainPfx } from "../../credential/pfx-writer.js";
import { base64, fromHex, pemBlock, requestBody, utf8 } from "../../sniff/wrap.js";
import type { RuleCases } from "../rule-case.js";
import {
  bytes,
  certificate,
  cutOff,
  error,
  good,
  key,
  leaf,
  pem,
  text,
  vector,
  wrongPassword,
} from "../sample-files.js";

/** The beginning of the sample in the documentation of uploadClientCertificate. */
const SAMPLE = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ...kDJ04sJShkkgjL9Bm49plA";
const jks = fromHex("feedfeed0000000200000001");

export const cases: RuleCases = {
  catches: [
    { ...pem, says: error("pfx") },
    { name: "nothing", file: bytes(new Uint8Array(0)), says: error("pfx") },
    { name: "text", file: text("hello"), says: error("pfx") },
    { name: "a certificate", file: bytes(certificate), says: error("pfx") },
    { name: "a private key", file: bytes(KEYS.first.pkcs8), says: error("pfx") },
    { name: "PKCS#7", file: bytes(data(leaf)), says: error("pfx") },
    { name: "three octets of a PFX", file: bytes(plainPfx(leaf).subarray(0, 3)), says: error("pfx") },
    { name: "a request in PEM", file: bytes(pemBlock(fromHex("3000"), "CERTIFICATE REQUEST")), says: error("pfx") },
    { name: "a key store in base64", file: bytes(base64(jks)), says: error("pfx"), target: "java-17" },
    { name: "the official sample", file: bytes(requestBody(utf8(SAMPLE))), says: error("pkcs12Value") },
    { name: "a certificate in a body", file: bytes(requestBody(base64(certificate))), says: error("pkcs12Value") },
    { name: "text in a body", file: text('{"pkcs12Value":"hello","password":""}'), says: error("pkcs12Value") },
    { name: "a body without a value", file: text('{"password":""}'), says: error("pkcs12Value") },
    { name: "a body with null", file: text('{"pkcs12Value":null,"password":""}'), says: error("pkcs12Value") },
    { name: "a body with a number", file: text('{"pkcs12Value":1,"password":""}'), says: error("pkcs12Value") },
    { name: "a PFX that is none", file: bytes(fromHex("300b 020103 30020600 2400 0500")), says: error("pfx") },
  ],
  leaves: [
    good,
    wrongPassword,
    cutOff,
    { name: "a PFX of version 2", file: vector("broken-version-2") },
    { name: "a PFX in base64", file: bytes(base64(plainPfx(leaf, key))) },
    { name: "a PFX in a body", file: bytes(requestBody(base64(plainPfx(leaf, key)))) },
  ],
};
