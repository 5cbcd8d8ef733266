/** Real clients drive the mock: in process, over http, and unchanged while their requests are intercepted. */
import { Client } from "@microsoft/microsoft-graph-client";
import { http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, it, onTestFinished } from "vitest";
import type { MockGraph } from "../../../../src/mock/server.js";
import { serve } from "../../../../src/node/serve/serve.js";
import { chainTo, wrapGraphClient } from "./microsoft-graph-client.js";
import { msgraphSdk } from "./msgraph-sdk.js";
import { openApiFetch } from "./openapi-fetch.js";
import { expectReadings, LUGGAGE } from "./readings.js";
import { NOW, sampleMock } from "./sample-mock.js";
import { runScenario } from "./scenario.js";
import type { ScenarioClient } from "./scenario-client.js";
import { TOKEN } from "./scenario-client.js";

const ROOT = "https://graph.microsoft.com/v1.0";

async function drive(client: ScenarioClient, errorType: string): Promise<void> {
  await expectReadings(await runScenario(client, LUGGAGE), NOW, errorType);
}

async function listen(mock: MockGraph): Promise<string> {
  const serving = await serve(mock.fetch);
  onTestFinished(() => serving.close(100));
  return serving.url;
}

describe("@microsoft/microsoft-graph-client", () => {
  it("drives it in process", async () => {
    const middleware = chainTo(sampleMock().fetch);
    await drive(wrapGraphClient(Client.initWithMiddleware({ middleware })), "GraphError");
  });

  it("drives it over http with a chain of its user's", async () => {
    const baseUrl = `${await listen(sampleMock())}/`;
    const middleware = chainTo(fetch);
    const client = Client.initWithMiddleware({ middleware, baseUrl, defaultVersion: "v1.0" });
    await drive(wrapGraphClient(client), "GraphError");
  });

  it("sends no token over http with its own chain, which the mock answers as Graph does", async () => {
    const baseUrl = `${await listen(sampleMock())}/`;
    const authProvider = (done: (error: unknown, token: string) => void): void => done(null, TOKEN);
    const client = Client.init({ baseUrl, defaultVersion: "v1.0", authProvider, customHosts: new Set(["127.0.0.1"]) });
    const refused = client.api("/servicePrincipals").get();
    await expect(refused).rejects.toMatchObject({ statusCode: 401, code: "InvalidAuthenticationToken" });
  });
});

describe("@microsoft/msgraph-sdk", () => {
  it("drives it in process", async () => {
    await drive(msgraphSdk(ROOT, sampleMock().fetch), "ODataError");
  });

  it("drives it over http", async () => {
    await drive(msgraphSdk(`${await listen(sampleMock())}/v1.0`), "ODataError");
  });
});

describe("openapi-fetch", () => {
  it("drives it in process", async () => {
    await drive(openApiFetch(ROOT, sampleMock().fetch), "AnsweredError");
  });

  it("drives it over http", async () => {
    await drive(openApiFetch(`${await listen(sampleMock())}/v1.0`), "AnsweredError");
  });
});

describe("msw", () => {
  it("gives it the requests of an unchanged client to graph.microsoft.com", async () => {
    const mock = sampleMock();
    const tokens = new Set<string | null>();
    const server = setupServer(
      http.all("https://graph.microsoft.com/*", ({ request }) => {
        tokens.add(request.headers.get("authorization"));
        return mock.fetch(request);
      }),
    );
    server.listen({ onUnhandledRequest: "error" });
    onTestFinished(() => server.close());
    const client = Client.init({ authProvider: (done) => done(null, TOKEN) });
    await drive(wrapGraphClient(client), "GraphError");
    expect([...tokens]).toEqual([`Bearer ${TOKEN}`]);
  });
});

it.each(["thumb-lower", "ms-dates", "patch-appends", "keyid-of-verify", "second-wins", "wrong-pair-removed"] as const)(
  "the readings tell a mock with %s from a sound one",
  async (fault) => {
    const { fetch: faulty } = sampleMock({ faults: [fault] });
    await expect(drive(openApiFetch(ROOT, faulty), "AnsweredError")).rejects.toThrow();
  },
);
