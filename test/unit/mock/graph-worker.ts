/** A service worker with the mock in it. It also gives an empty page for itself to control. */
import { sampleMock } from "../../node/mock/clients/sample-mock.js";
import type { FetchEventLike } from "./fetch-events.js";
import { answerGraph } from "./fetch-events.js";

const mock = sampleMock();

globalThis.addEventListener("fetch", (event) => {
  const fetching = event as unknown as FetchEventLike & { readonly request: Request };
  answerGraph(fetching, mock);
  if (fetching.request.mode !== "navigate") return;
  const headers = { "content-type": "text/html" };
  fetching.respondWith(Promise.resolve(new Response("<!doctype html><title>page</title>", { headers })));
});
