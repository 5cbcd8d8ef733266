/** A service that never ends its answer or never begins it, and Ctrl-C meanwhile. */
import { describe, expect, it } from "vitest";
import { InterruptedError } from "../../../../src/contract/session/run-end.js";
import { AnswerTooLargeError, readWhole } from "../../../../src/node/cli/bounded-answer.js";
import { createSender } from "../../../../src/node/cli/contract-sender.js";
import type { Host } from "../../../../src/node/cli/host.js";

const BASE_URL = "http://127.0.0.1:7080/v1.0";

const hanging: Host["fetch"] = (_, { signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

describe("createSender", () => {
  it("gives up a read that is in flight when it is interrupted, and takes it for no lost answer", async () => {
    const interrupt = new AbortController();
    const sender = createSender({ fetch: hanging }, BASE_URL, interrupt.signal);
    const sent = sender.fetch(new Request(BASE_URL, { headers: { authorization: "Bearer x" } }));
    interrupt.abort();
    await expect(sent).rejects.toThrow(InterruptedError);
    // It was not the service that could not be reached.
    expect(() => sender.check()).not.toThrow();
  });

  it("sends what cleans up after an interruption", async () => {
    const fetch: Host["fetch"] = () => Promise.resolve(new Response(null, { status: 204 }));
    const sender = createSender({ fetch }, BASE_URL, AbortSignal.abort());
    expect((await sender.fetch(new Request(BASE_URL, { method: "DELETE" }))).status).toBe(204);
  });
});

describe("readWhole", () => {
  it("stops at an answer without end", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    await expect(readWhole(new Response(endless), 10_000)).rejects.toThrow(AnswerTooLargeError);
    expect(given).toBeLessThan(20);
  });

  it("keeps status, headers and octets of any other", async () => {
    const given = new Response("äb", { status: 302, headers: { location: "/x" } });
    const { status, headers, ...rest } = await readWhole(given).then(async (it) => ({
      status: it.status,
      headers: it.headers,
      text: await it.text(),
    }));
    expect([status, headers.get("location"), rest.text]).toEqual([302, "/x", "äb"]);
  });
});
