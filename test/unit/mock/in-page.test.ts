/**
 * The mock behind a page: in Chromium a real service worker with the mock in it answers a page's own fetch; in Node, which
 * has none, the same handler is given the same events.
 */
import { expect, it, onTestFinished } from "vitest";
import { plainFetch } from "../../node/mock/clients/plain-fetch.js";
import { expectReadings, LUGGAGE } from "../../node/mock/clients/readings.js";
import { NOW, sampleMock } from "../../node/mock/clients/sample-mock.js";
import { runScenario } from "../../node/mock/clients/scenario.js";
import { answerGraph } from "./fetch-events.js";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const ROOT = "https://graph.microsoft.com/v1.0";

function serviceWorkers(): ServiceWorkerContainer | undefined {
  return (globalThis as { readonly navigator?: { readonly serviceWorker?: ServiceWorkerContainer } }).navigator
    ?.serviceWorker;
}

/** The fetch of a page under a worker's control. */
async function controlledFetch(container: ServiceWorkerContainer): Promise<Fetch> {
  const url = new URL("./graph-worker.ts", import.meta.url);
  const registration = await container.register(url.pathname, { type: "module" });
  onTestFinished(async () => void (await registration.unregister()));
  await activated(registration);
  const frame = document.createElement("iframe");
  onTestFinished(() => frame.remove());
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = new URL("./page", url).pathname;
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow;
  if (page === null) throw new Error("the page did not load");
  expect(page.navigator.serviceWorker.controller?.scriptURL).toContain("graph-worker");
  return (input, init) => page.fetch(input, init);
}

async function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting ?? active;
  if (worker === null) throw new Error("there is no worker");
  while (worker.state !== "activated") {
    if (worker.state === "redundant") throw new Error("the worker did not start");
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  }
}

function eventsInProcess(): Fetch {
  const mock = sampleMock();
  return (url, init) =>
    new Promise((resolve, reject) => {
      answerGraph({ request: new Request(url, init), respondWith: (response) => response.then(resolve, reject) }, mock);
    });
}

it("answers a page's own fetch to graph.microsoft.com", async () => {
  const container = serviceWorkers();
  const pageFetch = container === undefined ? eventsInProcess() : await controlledFetch(container);
  const readings = await runScenario(plainFetch(ROOT, pageFetch), LUGGAGE);
  await expectReadings(readings, NOW, "AnsweredError");
});
