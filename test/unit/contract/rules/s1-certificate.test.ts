import { mintedCertificate } from "../../../../src/contract/rules/s1-certificate.js";
import { error, MINT, minted, pooled, post } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { certificate } = pooled(0);
const mint = (more: object) => [post(MINT, {}, minted(more))];
const octets = Uint8Array.from(atob(certificate), (it) => it.charCodeAt(0));
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const spoilt = base64(octets.with(-1, (octets.at(-1) ?? 0) ^ 1));

ruleCases(mintedCertificate, {
  catches: [
    ["another type", mint({ type: "X509CertAndPassword" }), { pointer: "/type", actual: "X509CertAndPassword" }],
    ["another usage", mint({ usage: "Sign" }), { pointer: "/usage", expected: "Verify", actual: "Sign" }],
    [
      "base64url",
      mint({ key: certificate.replaceAll("+", "-").replaceAll("/", "_") }),
      { actual: "no standard base64 with padding" },
    ],
    ["PEM", mint({ key: `-----BEGIN CERTIFICATE-----\n${certificate}` }), { pointer: "/key" }],
    [
      "an octet behind it",
      mint({ key: base64(Uint8Array.of(...octets, 0)) }),
      { actual: "1 octets behind the certificate" },
    ],
    [
      "a signature of nobody",
      mint({ key: spoilt }),
      { pointer: "/key", expected: "a signature of its own key", actual: false },
    ],
  ],
  supposes: [
    [
      "an elliptic curve",
      mint({ key: pooled(1).certificate }),
      { expected: "RSA with SHA-256", actual: "another algorithm" },
      { expected: "at least 2048 bits" },
    ],
  ],
  passes: [
    ["a sound certificate", mint({})],
    ["members that nobody declared", mint({ news: 1 })],
  ],
  ignores: [["a refusal", [post(MINT, {}, error(), { status: 400 })]]],
});
