/** Requests side by side, and reads again and again. */
import { toJson } from "../exchange.js";
import type { Scenario } from "../scenario.js";
import { CONNECTORS, createConnector, createPrincipal, PRINCIPALS, readConnector, readPrincipal } from "../scenario.js";
import { sleep } from "../session/clock.js";

/** Two additions in flight, to a connector and to a servicePrincipal. */
export const additionsInFlight: Scenario = {
  id: "additions-in-flight",
  phase: "races",
  modes: ["mock"],
  play: async (stage) => {
    const { session, material } = stage;
    const now = session.clock.now();
    const id = await createConnector(stage, "contract: in flight");
    const files = await Promise.all(
      [30, 40].map(async (days) => material.upload(await material.credential(now, -1, days))),
    );
    const relation = { kind: "parallel", variant: "" } as const;
    await Promise.all(
      files.map((body) =>
        session.send("upload side by side", {
          method: "POST",
          path: `${CONNECTORS}/${id}/uploadClientCertificate`,
          body,
          relation: { ...relation, group: "uploads" },
        }),
      ),
    );
    await readConnector(stage, id);
    const principal = await createPrincipal(stage, "contract: in flight");
    await Promise.all(
      ["CN=One", "CN=Other"].map((displayName) =>
        session.send("mint side by side", {
          method: "POST",
          path: `${PRINCIPALS}/${principal.id}/addTokenSigningCertificate`,
          body: { displayName },
          relation: { ...relation, group: "mintings" },
        }),
      ),
    );
    await readPrincipal(stage, principal.id);
  },
};

/** As many reads as a replica that is behind needs to be met. */
const READS = 16;

/** Reads until they have settled, and on. */
export const settlingReads: Scenario = {
  id: "settling-reads",
  phase: "races",
  modes: ["mock"],
  play: async (stage) => {
    const { session } = stage;
    const body = { displayName: stage.named("contract: settling"), targetUrl: "https://api.example.com/" };
    const created = await session.send("create a connector", { method: "POST", path: CONNECTORS, body });
    const id = String(toJson(created.response.json)["id"] ?? "none");
    const path = `${CONNECTORS}/${id}`;
    await session.send("change it at once", {
      method: "PATCH",
      path,
      body: { displayName: stage.named("contract: settled") },
    });
    if (stage.settling.reads > 1) await readConnector(stage, id);
    const relation = { kind: "poll", group: "connector", variant: "" } as const;
    for (let i = 0; i < READS; i++) {
      await session.send("read again", { method: "GET", path, relation, isSettled: false });
      if (session.clock.advance !== undefined) await sleep(session.clock, 1_000);
    }
  },
};
