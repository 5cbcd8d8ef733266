/** A connector from its creation to its end, as the documentation's pages show it. */
import { toJson } from "../exchange.js";
import type { Scenario } from "../scenario.js";
import { CONNECTORS, createConnector, madeBy, readConnector, upload } from "../scenario.js";

/** Create, read, list, change, upload twice, replace, delete twice. */
export const connectorLifecycle: Scenario = {
  id: "connector-lifecycle",
  phase: "examples",
  modes: ["mock", "live"],
  needs: ["apiConnectors", "uploadClientCertificate"],
  play: async (stage) => {
    const { session, material } = stage;
    const basic = {
      "@odata.type": "#microsoft.graph.basicAuthentication",
      username: "contract",
      password: "basic-Pa55word",
    };
    const body = {
      displayName: stage.named("contract: lifecycle"),
      targetUrl: "https://api.example.com/",
      authenticationConfiguration: basic,
    };
    const created = await session.send("create with basicAuthentication", { method: "POST", path: CONNECTORS, body });
    const id = madeBy(stage, created);
    const path = `${CONNECTORS}/${id}`;
    await readConnector(stage, id);
    const { location } = created.response.headers;
    if (location?.startsWith(session.root)) await stage.read("follow Location", { path: location });
    await stage.read("list all", { path: CONNECTORS });
    const renamed = { displayName: stage.named("contract: renamed") };
    await session.send("change the name alone", { method: "PATCH", path, body: renamed });
    await readConnector(stage, id);

    const now = session.clock.now();
    const file = async (days: number) => material.upload(await material.credential(now, -1, days));
    const [first, second, third] = [await file(200), await file(300), await file(400)];
    const replaced = { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...first };
    await session.send("turn to a certificate", {
      method: "PATCH",
      path,
      body: { authenticationConfiguration: replaced },
    });
    const read = await readConnector(stage, id);
    await upload(stage, "upload a second one", id, second);
    await upload(stage, "the same once more", id, second);
    await stage.read("list with certificates", { path: CONNECTORS });
    const { authenticationConfiguration } = toJson(read.response.json);
    await session.send("write back a list without one entry", {
      method: "PATCH",
      path,
      body: { authenticationConfiguration },
    });
    await readConnector(stage, id);
    const again = { "@odata.type": "microsoft.graph.pkcs12Certificate", ...third };
    await session.send("replace the list", { method: "PATCH", path, body: { authenticationConfiguration: again } });
    await readConnector(stage, id);
    await session.send("turn back to a password", {
      method: "PATCH",
      path,
      body: { authenticationConfiguration: basic },
    });
    await readConnector(stage, id);
    await session.send("delete", { method: "DELETE", path });
    await session.send("delete again", { method: "DELETE", path });
    await readConnector(stage, id);
    await stage.read("list without it", { path: CONNECTORS });
    await createConnector(stage, "contract: empty");
  },
};
