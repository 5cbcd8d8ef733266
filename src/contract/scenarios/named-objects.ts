/** Objects that are there already, looked at and left alone. */
import { toJson } from "../exchange.js";
import type { Scenario } from "../scenario.js";
import { CONNECTORS, FULL_SELECT, PRINCIPALS, readConnector, readPrincipal } from "../scenario.js";

/** GET of what the run was given, and nothing else: whole, with its keys, and a servicePrincipal by its appId too. */
export const namedObjects: Scenario = {
  id: "named-objects",
  phase: "examples",
  modes: ["mock", "read-only", "live"],
  play: async (stage) => {
    const { session, objects } = stage;
    const sent = { "client-request-id": "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a12" };
    for (const id of objects.connectors ?? []) {
      await session.send("a connector", { method: "GET", path: `${CONNECTORS}/${id}`, headers: sent });
      await readConnector(stage, id);
    }
    for (const id of objects.servicePrincipals ?? []) {
      await session.send("a servicePrincipal", { method: "GET", path: `${PRINCIPALS}/${id}`, headers: sent });
      const read = await readPrincipal(stage, id);
      const { appId } = toJson(read.response.json);
      if (typeof appId !== "string") continue;
      await session.send("the same by its appId", {
        method: "GET",
        path: `${PRINCIPALS}(appId='${appId}')?${FULL_SELECT}`,
      });
    }
  },
};
