import { context } from "../../../../src/contract/rules/e5-context.js";
import { CONNECTOR, connector, get, MINT, minted, PRINCIPAL, post, principal, ROOT } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const of = (fragment: string) => ({ "@odata.context": `${ROOT}/$metadata#${fragment}` });

ruleCases(context, {
  catches: [
    [
      "a relative one",
      [get(CONNECTOR, connector([], { "@odata.context": "$metadata#identity/apiConnectors/$entity" }))],
      { pointer: "/@odata.context", expected: `${ROOT}/$metadata#identity/apiConnectors/$entity` },
    ],
    [
      "one without /$entity",
      [get(CONNECTOR, connector([], of("identity/apiConnectors")))],
      { pointer: "/@odata.context" },
    ],
    ["none", [post(MINT, {}, minted({ "@odata.context": undefined }))], { actual: null }],
  ],
  passes: [
    ["one of a connector", [get(CONNECTOR, connector())]],
    [
      "a select list with what is expanded",
      [get(PRINCIPAL, principal([], of("servicePrincipals(id,owners())/$entity")))],
    ],
    ["another case", [get(CONNECTOR, connector([], of("identity/apiconnectors/$entity")))]],
  ],
  ignores: [
    ["who asked for none", [get(CONNECTOR, {}, { sent: { accept: "application/json;odata.metadata=none" } })]],
    ["an error", [get(CONNECTOR, {}, { status: 404 })]],
  ],
});
