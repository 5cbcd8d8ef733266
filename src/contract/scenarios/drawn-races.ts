/** Requests to one object, answered in an order that fast-check's scheduler draws. */
import fc from "fast-check";
import type { GeneratedScenario } from "../scenario.js";
import { CONNECTORS, createConnector, createPrincipal, PRINCIPALS, readConnector, readPrincipal } from "../scenario.js";

/** Two to four additions, let go one after the other before any is answered, to a connector and to a servicePrincipal. */
export const drawnRaces: GeneratedScenario = {
  id: "drawn-races",
  phase: "races",
  modes: ["mock"],
  plays: () =>
    fc
      .record({ scheduler: fc.scheduler(), count: fc.integer({ min: 2, max: 4 }), isMinting: fc.boolean() })
      .map(({ scheduler, count, isMinting }) => ({
        text: `${count} ${isMinting ? "mintings" : "uploads"} in flight`,
        play: async (stage) => {
          const { session, material } = stage;
          const numbers = Array.from({ length: count }, (_, index) => index + 1);
          const id = isMinting
            ? (await createPrincipal(stage, "contract: race")).id
            : await createConnector(stage, "contract: race");
          const now = session.clock.now();
          const bodies: unknown[] = [];
          for (const number of numbers) {
            const file = async () => material.upload(await material.credential(now, -1, 10 * number));
            bodies.push(isMinting ? { displayName: `CN=Race ${number}` } : await file());
          }
          const path = isMinting
            ? `${PRINCIPALS}/${id}/addTokenSigningCertificate`
            : `${CONNECTORS}/${id}/uploadClientCertificate`;
          const relation = { kind: "parallel", group: id, variant: "" } as const;
          const sends = bodies.map((body, index) =>
            scheduler
              .schedule(Promise.resolve(), `request ${index + 1}`)
              .then(() => session.send(`in flight ${index + 1}`, { method: "POST", path, body, relation })),
          );
          await scheduler.waitFor(Promise.all(sends));
          await (isMinting ? readPrincipal(stage, id) : readConnector(stage, id));
        },
      })),
};
