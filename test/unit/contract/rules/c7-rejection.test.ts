import { rejection } from "../../../../src/contract/rules/c7-rejection.js";
import type { More } from "./exchanges.js";
import { connector, entry, error, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { pkcs12Value, password } = pooled(0).file;
const send = (body: object, more: More = { status: 400 }) =>
  post(UPLOAD, body, more.status === 200 ? connector([entry(0)]) : error(), more);
const taken = { status: 200 };
const pointer = "status";
const wrong = { pkcs12Value, password: "?" };

ruleCases(rejection, {
  catches: [
    [
      "a wrong password that is taken",
      [send(wrong, taken)],
      { pointer, expected: "4xx: the password does not open the file", actual: 200 },
    ],
    [
      "half a file that is taken",
      [send({ pkcs12Value: pkcs12Value.slice(0, 400), password }, taken)],
      { pointer, expected: "4xx: no PFX" },
    ],
    ["base64url that is taken", [send({ pkcs12Value: `-_${pkcs12Value.slice(2)}`, password }, taken)], { pointer }],
    ["a certificate that is taken", [send({ pkcs12Value: pooled(0).certificate, password }, taken)], { pointer }],
    ["a missing password that is taken", [send({ pkcs12Value }, taken)], { pointer }],
    [
      "what a refused upload leaves",
      [readConnector([entry(0)]), send(wrong), readConnector([entry(0), entry(1)])],
      { operation: "identityApiConnector.uploadClientCertificate", pointer: "" },
    ],
  ],
  passes: [
    ["a refusal", [readConnector([entry(0)]), send(wrong), readConnector([entry(0)])]],
    [
      "isActive, which the time turns, and members that nobody declared",
      [readConnector([entry(0)], { news: 1 }), send(wrong), readConnector([entry(0, { isActive: true })], { news: 2 })],
    ],
    ["an upload that is gone (404)", [send(wrong, { status: 404 })]],
  ],
  ignores: [
    ["a sound file that is refused: which are taken is not documented", [send({ pkcs12Value, password })]],
    ["white space in base64, taken or not", [send({ pkcs12Value: `${pkcs12Value}\n`, password }, taken)]],
    ["passing trouble", [send(wrong, { status: 503 }), send(wrong, { status: 429 }), send(wrong, { status: 0 })]],
  ],
});
