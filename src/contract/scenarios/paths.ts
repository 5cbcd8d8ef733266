/** The same requests, their paths written in other ways; lists in pages; `$batch`. */

import { toJson } from "../exchange.js";
import type { Scenario } from "../scenario.js";
import { CONNECTORS, createConnector, createPrincipal, FULL_SELECT, PRINCIPALS, upload } from "../scenario.js";

/** Spellings of one path. */
export const spellings: Scenario = {
  id: "spellings",
  phase: "metamorphic",
  modes: ["mock", "live"],
  needs: ["apiConnectors", "uploadClientCertificate"],
  play: async (stage) => {
    const { session, material } = stage;
    const id = await createConnector(stage, "contract: spellings");
    await upload(
      stage,
      "a certificate",
      id,
      await material.upload(await material.credential(session.clock.now(), -1, 50)),
    );
    const get = (variant: string, path: string, isUndocumented = false) =>
      stage.read(`read, ${variant}`, {
        path,
        relation: { kind: "spelling", group: "get", variant, isUndocumented },
      });
    await get("as documented", `${CONNECTORS}/${id}`);
    await get("in lower case", `${CONNECTORS.toLowerCase()}/${id}`);
    // The documentation has it in lower case here and there, and never in upper case.
    await get("in upper case", `${CONNECTORS.toUpperCase()}/${id}`, true);
    await get("a slash at the end", `${CONNECTORS}/${id}/`, true);
    await get("the key in parentheses", `${CONNECTORS}('${id}')`, true);
    // Refused in either case, so that one call does not change what the other finds.
    const act = (variant: string, name: string, isUndocumented = false) => {
      const relation = { kind: "spelling", group: "act", variant, isUndocumented } as const;
      return session.send(`act, ${variant}`, {
        method: "POST",
        path: `${CONNECTORS}/${id}/${name}`,
        body: {},
        relation,
      });
    };
    await act("as documented", "uploadClientCertificate");
    await act("with the namespace", "microsoft.graph.uploadClientCertificate");
    await act("in lower case", "uploadclientcertificate", true);
  },
};

/** One servicePrincipal by its id and by its appId. */
export const addresses: Scenario = {
  id: "addresses",
  phase: "metamorphic",
  modes: ["mock", "live"],
  play: async (stage) => {
    await createPrincipal(stage, "contract: another");
    const { id, appId } = await createPrincipal(stage, "contract: addresses");
    for (const [group, query] of [
      ["plain", ""],
      ["selected", `?${FULL_SELECT}`],
    ] as const) {
      const ask = (variant: string, path: string) =>
        stage.read(`read ${variant}`, {
          path: `${path}${query}`,
          relation: { kind: "address", group, variant },
        });
      await ask("by id", `${PRINCIPALS}/${id}`);
      await ask("by appId", `${PRINCIPALS}(appId='${appId}')`);
    }
  },
};

/** A list in pages of two. */
export const pages: Scenario = {
  id: "pages",
  phase: "boundaries",
  modes: ["mock"],
  play: async (stage) => {
    const { session } = stage;
    for (const name of ["a", "b", "c", "d", "e"]) await createConnector(stage, `contract: page ${name}`);
    const relation = { group: "connectors", variant: "" };
    // A page shows only some of what must be seen: no read of one can tell that it is of the present.
    if (stage.settling.reads > 1 && session.clock.advance !== undefined) await session.pause(stage.settling.deadlineMs);
    await session.send("the whole list", {
      method: "GET",
      path: `${CONNECTORS}?$top=999`,
      relation: { ...relation, kind: "unpaged" },
    });
    let path: string | undefined = `${CONNECTORS}?$top=2&$count=true`;
    for (let i = 0; path !== undefined && i < 1_000; i++) {
      const page = await session.send(`page ${i + 1}`, {
        method: "GET",
        path,
        relation: { ...relation, kind: "page" },
      });
      const link = toJson(page.response.json)["@odata.nextLink"];
      path = typeof link === "string" && link.startsWith(session.root) ? link : undefined;
    }
  },
};

/** Requests together and each by itself. */
export const batches: Scenario = {
  id: "batches",
  phase: "metamorphic",
  modes: ["mock", "live"],
  needs: ["apiConnectors"],
  play: async (stage) => {
    const { session } = stage;
    const id = await createConnector(stage, "contract: batch");
    const principal = await createPrincipal(stage, "contract: batch");
    const paths = [
      `${CONNECTORS}/${id}`,
      `${PRINCIPALS}/${principal.id}?${FULL_SELECT}`,
      `${CONNECTORS}/00000000-0000-0000-0000-000000000000`,
    ];
    const relation = { kind: "batch", group: "gets", variant: "" } as const;
    const requests = paths.map((url, index) => ({ id: String(index + 1), method: "GET", url }));
    for (const path of paths) await stage.read("by itself", { path, relation });
    await session.send("together", { method: "POST", path: "/$batch", body: { requests }, relation });
  },
};
