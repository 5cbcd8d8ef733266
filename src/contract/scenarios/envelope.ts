/** What every answer has in common: ids, errors, headers for pages of other origins. */
import type { Scenario } from "../scenario.js";
import { CONNECTORS, createConnector, createPrincipal, PRINCIPALS } from "../scenario.js";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Asks badly, and as a browser would. */
export const envelope: Scenario = {
  id: "envelope",
  phase: "examples",
  modes: ["mock", "live"],
  needs: ["apiConnectors"],
  play: async (stage) => {
    const { session } = stage;
    const sent = { "client-request-id": "7f2c6f0e-6d0a-4c39-9a53-0f1f5b3a9a11" };
    await session.send("an id of our own comes back", { method: "GET", path: CONNECTORS, headers: sent });
    await session.send("a list of servicePrincipals", { method: "GET", path: `${PRINCIPALS}?$top=2` });
    await session.send("a connector that nobody has", { method: "GET", path: `${CONNECTORS}/${NOBODY}` });
    await session.send("a servicePrincipal that nobody has", { method: "GET", path: `${PRINCIPALS}/${NOBODY}` });
    await session.send("no token", { method: "GET", path: CONNECTORS, isAnonymous: true });
    const origin = "https://page.example.com";
    await session.send("a page's preflight", {
      method: "OPTIONS",
      path: CONNECTORS,
      isAnonymous: true,
      headers: { origin, "access-control-request-method": "GET", "access-control-request-headers": "authorization" },
    });
    await session.send("a page's request", { method: "GET", path: CONNECTORS, headers: { origin } });
    const id = await createConnector(stage, "contract: conditions");
    // To an object of its own: what is broken could be taken for something else.
    await session.send("broken JSON", { method: "PATCH", path: `${CONNECTORS}/${id}`, body: '{"displayName":' });
    for (const condition of ["*", '"no-such-etag"']) {
      const body = { displayName: stage.named("contract: conditions") };
      await session.send("a condition", {
        method: "PATCH",
        path: `${CONNECTORS}/${id}`,
        body,
        headers: { "if-match": condition },
      });
    }
    await session.send("a method that there is not", { method: "PUT", path: `${CONNECTORS}/${id}`, body: {} });
    const principal = await createPrincipal(stage, "contract: empty");
    await stage.read("a servicePrincipal without credentials", { path: `${PRINCIPALS}/${principal.id}` });
  },
};
