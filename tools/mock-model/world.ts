/** The mock under test with its client: every request is sent alike, every answer read alike. */
import type { FaultName, MockGraph } from "../../src/mock/index.js";
import { createMockGraph } from "../../src/mock/index.js";
import { seededIds } from "../../src/mock/seeded.js";
import type { Answer } from "./answer.js";
import { assertEqual, assertThat } from "./assertions.js";
import type { Members } from "./expected-state.js";
import { checkErrorShape } from "./problems.js";
import type { Samples } from "./samples.js";
import { START } from "./samples.js";

/** The service root. */
export const ROOT = "https://graph.microsoft.com/v1.0";

/** The mock and what surrounds it. */
export interface World {
  /** @param path - after the version, or a whole URL */
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly advance: (ms: number) => void;
  /** Everything that the mock holds, as text. */
  readonly state: () => string;
  readonly samples: Samples;
}

/** A new mock: its clock stands still, its ids are those of a seed, its RSA keys those of the pool. @param faults - its defects, to see whether they are found */
export function createWorld(samples: Samples, faults: readonly FaultName[] = []): World {
  let now = START;
  const mock: MockGraph = createMockGraph({
    clock: { now: () => new Date(START) },
    newId: seededIds(1),
    keys: samples.provider(),
    faults,
  });
  return {
    samples,
    state: () => JSON.stringify(mock.snapshot()),
    advance: (ms) => {
      now += ms;
      mock.advance(ms);
    },
    send: async (method, path, body, headers = {}) => {
      const url = path.startsWith("https://") ? path : `${ROOT}${path}`;
      const all = { authorization: "Bearer token", "content-type": "application/json", ...headers };
      const init = body === undefined ? { method, headers: all } : { method, headers: all, body: JSON.stringify(body) };
      const response = await mock.fetch(new Request(url, init));
      const text = await response.text();
      const answer = { status: response.status, headers: response.headers, json: parse(text), now };
      assertThat(answer.status !== 500, `${method} ${path}: 500 ${text}`);
      assertEqual(response.headers.get("date"), new Date(now).toUTCString(), "Date");
      assertThat((answer.status === 204) === (text === ""), `${method} ${path}: ${answer.status} with "${text}"`);
      if (answer.status >= 400) checkErrorShape(answer);
      return answer;
    },
  };
}

function parse(text: string): Members {
  return text === "" ? {} : (JSON.parse(text) as Members);
}
