/** Which certificate is in use, as time goes by. */
import type { Scenario } from "../scenario.js";
import { createConnector, readConnector, upload } from "../scenario.js";
import { sleep } from "../session/clock.js";

const DAY_MS = 86_400_000;

/** Three certificates whose times overlap, on a clock that is moved past each edge. */
export const activeCertificate: Scenario = {
  id: "active-certificate",
  phase: "boundaries",
  modes: ["mock"],
  needsVirtualClock: true,
  play: async (stage) => {
    const { session, material } = stage;
    const id = await createConnector(stage, "contract: active");
    const now = session.clock.now();
    const spans = [
      ["valid for ten days", -1, 10],
      ["valid for two days", -1, 2],
      ["valid from the fifth to the eighth day", 5, 8],
      ["ended yesterday", -9, -1],
    ] as const;
    for (const [step, from, to] of spans) {
      await upload(stage, step, id, await material.upload(await material.credential(now, from, to)));
    }
    for (const days of [3, 3, 3, 2]) {
      await sleep(session.clock, days * DAY_MS);
      await readConnector(stage, id);
    }
  },
};
