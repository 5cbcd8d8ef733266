import { mintedIdentifier } from "../../../../src/contract/rules/s3-identifier.js";
import { MINT, minted, pooled, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { thumbprint } = pooled(0);
const mint = (more: object) => [post(MINT, {}, minted(more))];
const sha256 = triple("a", { sign: { customKeyIdentifier: btoa("0123456789abcdef0123456789abcdef") } });
/** As one of the published examples has them: hexadecimal and base64 of the same octets. */
const published = { thumbprint: "DA20FCA696C4F83E8A9AED59BF33368ED42CF3C1" };

ruleCases(mintedIdentifier, {
  catches: [
    [
      "the text of the thumbprint",
      mint({ customKeyIdentifier: btoa(thumbprint) }),
      { pointer: "/customKeyIdentifier", expected: thumbprint },
    ],
    ["hexadecimal that happens to be base64", mint({ customKeyIdentifier: thumbprint }), { expected: thumbprint }],
    ["base64url", mint({ customKeyIdentifier: pooled(0).customKeyIdentifier.replaceAll("/", "_") }), { actual: null }],
    ["another than that of its thumbprint", mint({ key: null, ...published }), { expected: published.thumbprint }],
  ],
  passes: [["the octets of the thumbprint", mint({})]],
  ignores: [["identifiers of others, which may be anything", [readPrincipal([sha256])]]],
});
