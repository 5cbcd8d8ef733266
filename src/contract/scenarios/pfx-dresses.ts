/** One key and certificate in a dozen PFX files. */
import type { Scenario } from "../scenario.js";
import { createConnector, upload } from "../scenario.js";
import type { Dress } from "../session/material.js";

/** What each file is called in the report, and how it is made. */
const DRESSES: readonly (readonly [string, Dress])[] = [
  ["3DES and a SHA-1 MAC", {}],
  ["one iteration", { iterations: 1 }],
  ["2048 iterations", { iterations: 2048 }],
  ["AES-256 and a SHA-256 MAC", { protection: "modern" }],
  ["AES-256 and PBMAC1", { protection: "pbmac1" }],
  ["a friendlyName", { friendlyName: "contract" }],
  ["a friendlyName beyond ASCII", { friendlyName: "Κωδικός 鍵" }],
  ["no chain", { order: ["leaf", "key"] }],
  ["the key first", { order: ["key", "leaf"] }],
  ["the issuer first", { order: ["issuer", "leaf", "key"] }],
  ["the key first, the issuer second", { order: ["key", "issuer", "leaf"] }],
  ["the key in the middle", { order: ["issuer", "key", "leaf"] }],
];

/** Each to a connector of its own. */
export const pfxDresses: Scenario = {
  id: "pfx-dresses",
  phase: "metamorphic",
  modes: ["mock"],
  play: async (stage) => {
    const { session, material } = stage;
    const credential = await material.credential(session.clock.now(), -1, 365, true);
    for (const [variant, dress] of DRESSES) {
      const id = await createConnector(stage, "contract: dresses");
      const relation = { kind: "dress", group: "dresses", variant } as const;
      const body = await material.upload(credential, "a password of the run", dress);
      const path = `/identity/apiConnectors/${id}/uploadClientCertificate`;
      await session.send(`a PFX with ${variant}`, { method: "POST", path, body, relation });
    }
    const id = await createConnector(stage, "contract: passwords");
    for (const password of ["", "Κωδικός", "p\u00e4ss w\u00f6rd", "😀😀😀"]) {
      const other = await material.credential(session.clock.now(), -1, 365, true);
      await upload(stage, "a password beyond ASCII, or none", id, await material.upload(other, password));
    }
  },
};
