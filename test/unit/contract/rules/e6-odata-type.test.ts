import { odataType } from "../../../../src/contract/rules/e6-odata-type.js";
import { CONNECTOR, connector, get } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const at = "/authenticationConfiguration/@odata.type";
const typed = (type?: string) => connector([], { authenticationConfiguration: { "@odata.type": type } });

ruleCases(odataType, {
  catches: [
    ["a type without #", [get(CONNECTOR, typed("microsoft.graph.basicAuthentication"))], { pointer: at }],
    ["no type", [get("/identity/apiConnectors", { value: [typed()] })], { pointer: `/value/0${at}`, actual: null }],
    [
      "a connector of another type",
      [get(CONNECTOR, connector([], { "@odata.type": "#microsoft.graph.user" }))],
      { pointer: "/@odata.type", actual: "#microsoft.graph.user" },
    ],
  ],
  passes: [
    ["the type with #", [get(CONNECTOR, connector([]))]],
    ["full metadata", [get(CONNECTOR, connector([], { "@odata.type": "#microsoft.graph.identityApiConnector" }))]],
    ["no configuration", [get(CONNECTOR, connector([], { authenticationConfiguration: null }))]],
  ],
  ignores: [
    ["who asked for none", [get(CONNECTOR, typed(), { sent: { accept: "application/json; odata.metadata=none" } })]],
  ],
});
