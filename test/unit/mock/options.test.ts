import { describe, expect, it } from "vitest";
import type { CloudId } from "../../../src/graph/clouds.js";
import { CREDENTIAL_ERRORS } from "../../../src/mock/credential-errors.js";
import { ERRORS } from "../../../src/mock/errors.js";
import type { FaultName } from "../../../src/mock/fault-set.js";
import { REQUEST_ERRORS } from "../../../src/mock/request-errors.js";
import type { MockGraphOptions } from "../../../src/mock/server.js";
import { createMockGraph } from "../../../src/mock/server.js";
import type { Undocumented } from "../../../src/mock/undocumented.js";
import { client, ROOT } from "./client.js";

const undocumented = (choices: object) => ({ undocumented: choices as Partial<Undocumented> });

describe("createMockGraph", () => {
  it.each<[string, MockGraphOptions]>([
    ["faults", { faults: ["nothing" as FaultName] }],
    ["cloud", { cloud: "moon" as CloudId }],
    ["undocumented.samePfxTwice", undocumented({ samePfxTwice: "twice" })],
    ["undocumented.nothing", undocumented({ nothing: 1 })],
    ["undocumented.maxCredentialLifetimeDays", undocumented({ maxCredentialLifetimeDays: 0.5 })],
    ["consistency.replicas", { consistency: { replicas: 0 } }],
    ["chaos.lostResponse", { chaos: { lostResponse: 2 } }],
  ])("names the wrong option: %s", (name, options) => {
    expect(() => createMockGraph(options)).toThrow(expect.objectContaining({ name: "RangeError" }));
    expect(() => createMockGraph(options)).toThrow(`"${name}"`);
  });

  it("needs no options: the system's clock, ids of its own", async () => {
    const mock = createMockGraph();
    const ask = () => mock.fetch(new Request(`${ROOT}/applications`, { headers: { authorization: "Bearer t" } }));
    const [one, other] = [await ask(), await ask()];
    expect(one.headers.get("request-id")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(one.headers.get("request-id")).not.toBe(other.headers.get("request-id"));
    expect(Math.abs(Date.parse(one.headers.get("date") ?? "") - Date.now())).toBeLessThan(10_000);
  });

  it("answers for any host, by its own name", async () => {
    const { send } = client();
    const { json } = await send("GET", "https://127.0.0.1:4567/v1.0/applications");
    expect(json["@odata.context"]).toBe("https://127.0.0.1:4567/v1.0/$metadata#applications");
  });

  it("makes ids of the given randomness", async () => {
    const random = (length: number) => new Uint8Array(length).fill(0xff);
    const mock = createMockGraph({ random });
    const { headers } = await mock.fetch(new Request(ROOT));
    expect(headers.get("request-id")).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
  });
});

describe("the table of errors", () => {
  it("has a status, a code, a text and a source in every row, and no row twice", () => {
    for (const [id, { status, code, message, source }] of Object.entries(ERRORS)) {
      expect(status, id).toBeGreaterThanOrEqual(400);
      expect(status, id).toBeLessThan(600);
      for (const text of [code, message, source]) expect(text, id).not.toBe("");
    }
    const ids = [...Object.keys(REQUEST_ERRORS), ...Object.keys(CREDENTIAL_ERRORS)];
    expect(Object.keys(ERRORS)).toHaveLength(ids.length);
  });
});
