import { connectorThumbprint } from "../../../../src/contract/rules/c4-thumbprint.js";
import { CONNECTOR, connector, entry, error, patch, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { file, thumbprint } = pooled(0);
const pointer = "/authenticationConfiguration/certificateList/0/thumbprint";
const upload = (...entries: Parameters<typeof connector>) => post(UPLOAD, file, connector(...entries));
const lower = thumbprint.toLowerCase();
const pfx = { "@odata.type": "microsoft.graph.pkcs12Certificate", ...file };

ruleCases(connectorThumbprint, {
  catches: [
    ["lower case", [upload([entry(0, { thumbprint: lower })])], { pointer, expected: thumbprint, actual: lower }],
    ["that of another certificate", [upload([entry(1)])], { pointer, actual: pooled(1).thumbprint }],
    ["no entry at all", [upload([])], { pointer, actual: null }],
    [
      "another one behind a PATCH",
      [patch(CONNECTOR, { authenticationConfiguration: pfx }), readConnector([entry(2)])],
      { operation: "identityApiConnector.update", pointer, actual: pooled(2).thumbprint },
    ],
    [
      "another one in a later read, of the very dates of the file",
      [upload([entry(0)]), readConnector([entry(0, { thumbprint: pooled(1).thumbprint })])],
      { operation: "identityApiConnector.get", pointer, expected: thumbprint, actual: pooled(1).thumbprint },
    ],
  ],
  passes: [
    ["it among others, in any order", [upload([entry(2), entry(0), entry(1)])]],
    [
      "a later read in which somebody has put one of other dates in its place",
      [upload([entry(0)]), readConnector([entry(1, { notBefore: 1_500_000_000, notAfter: 1_900_000_000 })])],
    ],
    ["it behind a PATCH", [patch(CONNECTOR, { authenticationConfiguration: pfx }), readConnector([entry(0)])]],
  ],
  ignores: [
    ["an upload that was refused", [post(UPLOAD, file, error(), { status: 400 })]],
    ["an upload that must not be taken (C7)", [post(UPLOAD, { ...file, password: "?" }, connector([entry(1)]))]],
  ],
});
