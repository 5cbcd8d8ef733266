import { noPkcs12 } from "../../../../src/contract/rules/c2-no-pkcs12.js";
import { connector, entry, error, get, pooled, post, readConnector, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { file } = pooled(0);
const type = "#microsoft.graph.pkcs12Certificate";
const shown = { authenticationConfiguration: { "@odata.type": type } };

ruleCases(noPkcs12, {
  catches: [
    [
      "201 for an upload",
      [post(UPLOAD, file, connector([entry(0)]), { status: 201 })],
      { pointer: "status", expected: 200 },
    ],
    [
      "an upload that turns into no list",
      [post(UPLOAD, file, connector())],
      { pointer: "/authenticationConfiguration/@odata.type", actual: "microsoft.graph.basicAuthentication" },
    ],
    [
      "a file in a list",
      [get("/identity/apiConnectors", { value: [connector([], shown)] })],
      { pointer: "/value/0/authenticationConfiguration", actual: type },
    ],
    [
      "a file without its type",
      [readConnector([], { authenticationConfiguration: { pkcs12Value: null } })],
      { actual: null },
    ],
  ],
  passes: [
    ["a list of certificates", [post(UPLOAD, file, connector([entry(0)]))]],
    ["a password", [readConnector()]],
    ["no configuration", [readConnector([], { authenticationConfiguration: null })]],
  ],
  ignores: [["an upload that was refused", [post(UPLOAD, file, error(), { status: 400 })]]],
});
