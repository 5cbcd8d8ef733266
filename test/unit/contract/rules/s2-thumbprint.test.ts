import { mintedThumbprint } from "../../../../src/contract/rules/s2-thumbprint.js";
import { MINT, minted, pooled, post } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { thumbprint } = pooled(0);
const mint = (more: object) => [post(MINT, {}, minted(more))];

ruleCases(mintedThumbprint, {
  catches: [
    ["lower case", mint({ thumbprint: thumbprint.toLowerCase() }), { pointer: "/thumbprint", expected: thumbprint }],
    ["none", mint({ thumbprint: undefined }), { actual: null }],
  ],
  passes: [
    ["the certificate's", mint({})],
    [
      "the same by appId",
      [
        post(
          "/servicePrincipals(appId='33333333-3333-4333-8333-333333333333')/addTokenSigningCertificate",
          {},
          minted(),
        ),
      ],
    ],
  ],
  ignores: [["what is no certificate (S1)", mint({ key: "AAAA" })]],
});
