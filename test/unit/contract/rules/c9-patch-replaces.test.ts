import { patchReplaces } from "../../../../src/contract/rules/c9-patch-replaces.js";
import { CONNECTOR, entry, missing, patch, pooled, readConnector } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const turn = (name: string, more: object = {}, status = 204) =>
  patch(CONNECTOR, { authenticationConfiguration: { "@odata.type": `#microsoft.graph.${name}`, ...more } }, { status });
const file = turn("pkcs12Certificate", pooled(1).file);

ruleCases(patchReplaces, {
  catches: [
    [
      "a file that is added",
      [readConnector([entry(0)]), file, readConnector([entry(0), entry(1)])],
      { pointer: "/authenticationConfiguration/certificateList", expected: 1, actual: 2 },
    ],
    [
      "a password that turns nothing",
      [turn("basicAuthentication"), readConnector([entry(0)])],
      {
        pointer: "/authenticationConfiguration/@odata.type",
        actual: "microsoft.graph.clientCertificateAuthentication",
      },
    ],
  ],
  passes: [
    ["a list of one", [readConnector([entry(0), entry(2)]), file, readConnector([entry(1)])]],
    [
      "a type without #",
      [
        patch(CONNECTOR, { authenticationConfiguration: { "@odata.type": "microsoft.graph.basicAuthentication" } }),
        readConnector(),
      ],
    ],
  ],
  ignores: [
    ["a PATCH that was refused", [turn("pkcs12Certificate", pooled(1).file, 400), readConnector([entry(0), entry(2)])]],
    ["one that is gone meanwhile", [file, missing]],
    ["a PATCH of something else", [patch(CONNECTOR, { displayName: "x" }), readConnector([])]],
  ],
});
