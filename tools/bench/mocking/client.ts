/** A mock in the measuring process, with what every request to it has. */
import { pathToFileURL } from "node:url";
import type * as library from "../../../src/mock/index.js";

/** Where requests go; no connection is opened. */
const ROOT = "https://graph.microsoft.com/v1.0";

/** Sends requests and reads the answers whole. */
export interface MockClient {
  /** Gives the answer's body; rejects where it is an error. */
  readonly read: (method: string, path: string, body?: string) => Promise<string>;
  /** The same with the body as JSON. */
  readonly send: (method: string, path: string, body?: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly snapshot: () => library.MockState;
}

/** A mock of the build. @param state - where it starts */
export async function createClient(entry: string, state?: unknown): Promise<MockClient> {
  const { createMockGraph } = (await import(pathToFileURL(entry).href)) as typeof library;
  const mock = createMockGraph(state === undefined ? {} : { state });
  const headers = { authorization: "Bearer token", "content-type": "application/json" };
  const read: MockClient["read"] = async (method, path, body) => {
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const response = await mock.fetch(new Request(`${ROOT}${path}`, init));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text;
  };
  return { read, send: async (...request) => JSON.parse(await read(...request)), snapshot: mock.snapshot };
}

/** The state with that many connectors, each with an id of its own. */
export async function stateOf(count: number, entry: string): Promise<library.MockState> {
  const { send, snapshot } = await createClient(entry);
  await send(
    "POST",
    "/identity/apiConnectors",
    JSON.stringify({ displayName: "bench", targetUrl: "https://a.example" }),
  );
  const one = snapshot();
  const [first] = one.apiConnectors;
  if (first === undefined) throw new Error("no connector was made");
  const apiConnectors = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: idOf(index),
    order: index + 1,
  }));
  return { ...one, nextOrder: count + 1, apiConnectors };
}

/** The id of the nth of {@link stateOf}. */
export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}
