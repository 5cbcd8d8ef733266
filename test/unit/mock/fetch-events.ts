/** What a service worker needs to answer a page's requests to Graph: four lines. */
import type { MockGraph } from "../../../src/mock/server.js";

/** As much of a FetchEvent as is needed (Service Workers section 4.6). */
export interface FetchEventLike {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

/** Answers an event of a page's `fetch` to Graph; others take their way. */
export function answerGraph(event: FetchEventLike, mock: MockGraph): void {
  if (new URL(event.request.url).hostname === "graph.microsoft.com") event.respondWith(mock.fetch(event.request));
}
