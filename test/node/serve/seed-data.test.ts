/** Objects to begin with: what a file may say, and where it is told to be wrong. */
import { describe, expect, it } from "vitest";
import type { MockState } from "../../../src/mock/state.js";
import { replay, toKept } from "../../../src/node/serve/replay.js";
import { toSeededState } from "../../../src/node/serve/seed-data.js";
import { countingIds } from "../node/cli/fake-host.js";

const ID = "0000000a-0000-4000-8000-00000000000A";
const CERTIFICATE = { thumbprint: "A".repeat(40), notBefore: 1_700_000_000, notAfter: 1_800_000_000, isActive: true };

function seed(json: unknown): MockState {
  return toSeededState(json, { newId: countingIds(), now: new Date("2026-01-01T00:00:00Z") });
}

describe("toSeededState", () => {
  it("takes nothing at all", () => {
    expect(seed({})).toMatchObject({ version: 1, nextOrder: 1, applications: [], apiConnectors: [] });
  });

  it("takes what an answer of Graph holds, and makes up what is missing", () => {
    const state = seed({
      applications: [{ id: ID, appId: ID, displayName: "App" }, {}],
      servicePrincipals: [{ appId: ID, displayName: "App", tags: ["a"], keyCredentials: [{ usage: "Verify" }] }],
      apiConnectors: [
        {
          displayName: "basic",
          targetUrl: "https://a.example",
          authenticationConfiguration: {
            "@odata.type": "#microsoft.graph.basicAuthentication",
            username: "u",
            password: "p",
          },
        },
        {
          authenticationConfiguration: {
            "@odata.type": "microsoft.graph.clientCertificateAuthentication",
            certificateList: [CERTIFICATE],
          },
        },
      ],
    });
    expect(state.applications).toMatchObject([
      { id: ID.toLowerCase(), order: 1, appId: ID.toLowerCase(), createdDateTime: "2026-01-01T00:00:00Z" },
      { order: 2, displayName: null },
    ]);
    expect(state.servicePrincipals).toMatchObject([
      { order: 3, appId: ID.toLowerCase(), keyCredentials: [{ usage: "Verify" }], properties: { tags: ["a"] } },
    ]);
    expect(state.apiConnectors).toMatchObject([
      { targetUrl: "https://a.example", authentication: { kind: "basic", username: "u", password: "p" } },
      {
        authentication: {
          kind: "certificates",
          certificates: [{ thumbprint: "A".repeat(40), notBefore: 1.7e12, notAfter: 1.8e12 }],
        },
      },
    ]);
    expect(state.nextOrder).toBe(6);
    expect(new Set([...state.applications, ...state.apiConnectors].map(({ id }) => id)).size).toBe(4);
  });

  it.each([
    ["the file", []],
    ["applicationes", { applicationes: [] }],
    ["applications", { applications: {} }],
    ["applications[0]", { applications: [1] }],
    ["applications[0].id", { applications: [{ id: "secret" }] }],
    ["applications[1].id", { applications: [{ id: ID }, { id: ID.toLowerCase() }] }],
    ["servicePrincipals[1].appId", { servicePrincipals: [{ appId: ID }, { appId: ID }] }],
    ["servicePrincipals[0].keyCredentials", { servicePrincipals: [{ keyCredentials: "secret" }] }],
    ["servicePrincipals[0].keyCredentials[0]", { servicePrincipals: [{ keyCredentials: ["secret"] }] }],
    ["apiConnectors[0].targetUrl", { apiConnectors: [{ targetUrl: 1 }] }],
    ["apiConnectors[0].authenticationConfiguration", { apiConnectors: [{ authenticationConfiguration: "secret" }] }],
    [
      "apiConnectors[0].authenticationConfiguration.@odata.type",
      { apiConnectors: [{ authenticationConfiguration: { "@odata.type": "secret" } }] },
    ],
    [
      "apiConnectors[0].authenticationConfiguration.certificateList[0].notAfter",
      {
        apiConnectors: [
          {
            authenticationConfiguration: {
              "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
              certificateList: [{ ...CERTIFICATE, notAfter: "secret" }],
            },
          },
        ],
      },
    ],
  ])("says that %s is wrong, and no value", (at, json) => {
    try {
      seed(json);
    } catch (error) {
      expect(error).toMatchObject({ code: "ERR_MOCK_SEED_DATA", at });
      expect(String(error)).not.toContain("secret");
      return;
    }
    throw new Error("it was taken");
  });
});

describe("replay", () => {
  const first = seed({ applications: [{ displayName: "a" }, { displayName: "b" }] });
  const [a, b] = first.applications;
  if (a === undefined || b === undefined) throw new Error("there are two");
  const changed = { ...a, displayName: "changed" };
  const added = { ...b, id: ID, order: 7, appId: ID };
  const kept = [
    toKept([
      { collection: "applications", id: a.id, before: a, after: changed },
      { collection: "applications", id: b.id, before: b, after: undefined },
    ]),
    toKept([{ collection: "applications", id: ID, before: undefined, after: added }]),
  ];

  it("gives the state after the changes, as they come out of a file", () => {
    const read: unknown = JSON.parse(JSON.stringify(kept));
    expect(replay(first, read as unknown[])).toEqual({ ...first, nextOrder: 8, applications: [changed, added] });
  });

  it("reads a state of before deleted objects were kept, and what was deleted since", () => {
    const { deletedApplications: _, deletedServicePrincipals: __, ...older } = first;
    const gone = { ...a, order: 9, deletedDateTime: "2026-06-01T00:00:00Z" };
    const since = toKept([
      { collection: "applications", id: a.id, before: a, after: undefined },
      { collection: "deletedApplications", id: a.id, before: undefined, after: gone },
    ]);
    const state = { ...first, nextOrder: 10, applications: [b], deletedApplications: [gone] };
    expect(replay(older, [since])).toEqual(state);
  });

  it("does nothing twice, and nothing to what is no state", () => {
    const once = replay(first, kept);
    expect(replay(once, kept)).toEqual(once);
    expect(replay(first, [])).toBe(first);
    for (const other of ["text", null, {}, { applications: [] }]) expect(replay(other, kept)).toBe(other);
  });
});
