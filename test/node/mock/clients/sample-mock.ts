/** The mock that the clients drive: a clock that stands still, an RSA key that is made already. */
import type { MockGraph, MockGraphOptions } from "../../../../src/mock/server.js";
import { createMockGraph } from "../../../../src/mock/server.js";
import { fixedKeyProvider } from "../../../unit/graph/fixed-key-provider.js";

/** What the mock's clock shows. */
export const NOW = new Date("2026-06-01T12:00:00.250Z");

/** @param options - beside these, such as faults */
export function sampleMock(options: MockGraphOptions = {}): MockGraph {
  return createMockGraph({
    clock: { now: () => NOW },
    keys: fixedKeyProvider(),
    undocumented: { unknownMembers: "refuse" },
    ...options,
  });
}
