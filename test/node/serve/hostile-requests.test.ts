/** The mock behind a port, and requests that a slip of the hand or somebody's malice has changed. */
import { connect } from "node:net";
import { expect, it } from "vitest";
import { seededNumbers } from "../../../src/mock/seeded.js";
import { createMockGraph } from "../../../src/mock/server.js";
import { serve } from "../../../src/node/serve/serve.js";
import { send } from "./requests.js";

const ROUNDS = 600;
const AT_A_TIME = 20;

const BODY = JSON.stringify({ displayName: "a", targetUrl: "https://a.example", authenticationConfiguration: null });
const REQUESTS = [
  "GET /v1.0/applications?$top=1&$filter=displayName%20eq%20'a' HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer x\r\n\r\n",
  "GET /v1.0/servicePrincipals(appId='00000000-0000-4000-8000-000000000000') HTTP/1.1\r\nhost: a\r\nauthorization: Bearer x\r\n\r\n",
  `POST /v1.0/identity/apiConnectors HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer x\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `POST /v1.0/$batch HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n11\r\n{"requests": [1]}\r\n0\r\n\r\n`,
];

/** A request in which some octets are other ones, doubled, or gone. */
function mutate(random: () => number): Buffer {
  const octets = [...Buffer.from(REQUESTS[Math.floor(random() * REQUESTS.length)] ?? "")];
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(random() * octets.length);
    const length = Math.floor(random() * 8);
    const kind = random();
    if (kind < 0.5) octets[at] = Math.floor(random() * 256);
    else if (kind < 0.75) octets.splice(at, length);
    else octets.splice(at, 0, ...octets.slice(at, at + length));
  }
  return Buffer.from(octets);
}

/** Sends and says that nothing more will come; settles when the connection is closed. */
function sendAndEnd(port: number, octets: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.end(octets));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}

it("answers them, or closes their connections, and goes on", async () => {
  const mock = createMockGraph();
  const errors: unknown[] = [];
  const serving = await serve(mock.fetch, { onError: (error) => errors.push(error) });
  const random = seededNumbers(1, "hostile requests");
  try {
    const statuses = new Set<string>();
    for (let round = 0; round < ROUNDS; round += AT_A_TIME) {
      const mutants = Array.from({ length: AT_A_TIME }, () => mutate(random));
      for (const answer of await Promise.all(mutants.map((mutant) => sendAndEnd(serving.port, mutant)))) {
        if (answer === "") continue;
        expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
        statuses.add(answer.slice(9, 12));
      }
    }
    expect(errors).toEqual([]);
    expect(statuses).toContain("200");
    expect(statuses).toContain("400");
    expect(statuses).not.toContain("500");
    const headers = { authorization: "Bearer x" };
    expect((await send(`${serving.url}/v1.0/applications`, { headers })).status).toBe(200);
  } finally {
    await serving.close();
  }
});
