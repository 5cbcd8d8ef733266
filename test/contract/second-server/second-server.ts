/**
 * A small Graph on plain node:http, written apart from the mock and of other parts (node-forge, the documentation's
 * examples): what the suite says of it, it does not say because both have one author's habits.
 *
 * It has what the pages of both actions show. It has no `$batch`, no pages of lists, no other spellings of paths, no
 * throttling, and no beta.
 */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Asked, Json } from "./answer.js";
import { Refusal } from "./answer.js";
import { createConnectors } from "./connectors.js";
import { createPrincipals } from "./principals.js";

/** A server that listens on this machine. */
export interface SecondServer {
  /** With the version. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

/** Puts something else in the place of a right answer. */
export type Alter = (answer: Answer, asked: Asked) => Answer;

const EXPOSED = "request-id, client-request-id, Retry-After, Location";

/** @param now - milliseconds since 1970 */
export async function startSecondServer(now: () => number, alter: Alter = (it) => it): Promise<SecondServer> {
  const rooms = [createConnectors(), createPrincipals()];
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const id = randomUUID();
    const client = request.headers["client-request-id"];
    const headers = {
      "request-id": id,
      ...(client === undefined ? {} : { "client-request-id": String(client) }),
      "access-control-allow-origin": "*",
      "access-control-expose-headers": EXPOSED,
    };
    if (request.method === "OPTIONS") {
      const methods = {
        "access-control-allow-methods": "GET, POST, PATCH, DELETE",
        "access-control-allow-headers": "authorization, content-type",
      };
      const allowed = alter({ status: 200, headers: { ...headers, ...methods } }, read(request, "", now()));
      response.writeHead(allowed.status, allowed.headers).end();
      return;
    }
    const text = await bodyOf(request);
    const asked = read(request, text, now());
    let answer: Answer;
    try {
      answer = answerTo(request, text, asked, rooms);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message } = error;
      const date = new Date(now()).toISOString().slice(0, 19);
      const innerError = { date, "request-id": id, "client-request-id": client ?? id };
      const challenge = status === 401 ? { "www-authenticate": 'Bearer realm="", error="invalid_token"' } : {};
      answer = { status, headers: challenge, body: { error: { code, message, innerError } } };
    }
    const type = answer.body === undefined ? {} : { "content-type": "application/json" };
    const sent = alter({ ...answer, headers: { ...type, ...headers, ...answer.headers } }, asked);
    response.writeHead(sent.status, sent.headers).end(sent.body === undefined ? "" : JSON.stringify(sent.body));
  };
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1.0`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

function answerTo(
  request: IncomingMessage,
  text: string,
  asked: Asked,
  rooms: readonly ((asked: Asked) => Answer | undefined)[],
): Answer {
  if (!/^Bearer ./.test(request.headers.authorization ?? "")) {
    throw new Refusal(401, "InvalidAuthenticationToken", "A token is needed.");
  }
  if (text !== "" && Object.keys(asked.body).length === 0 && !/^\s*\{\s*\}\s*$/.test(text)) {
    throw new Refusal(400, "BadRequest", "The body is no JSON.");
  }
  for (const room of rooms) {
    const answer = room(asked);
    if (answer !== undefined) return answer;
  }
  throw new Refusal(405, "Request_BadRequest", "This is not to be had here.");
}

function read(request: IncomingMessage, text: string, now: number): Asked {
  const root = `http://${request.headers.host}/v1.0`;
  const url = new URL(request.url ?? "/", root);
  const path = decodeURIComponent(url.pathname.replace(/^\/v1\.0/, ""));
  return { method: request.method ?? "GET", path, query: url.searchParams, body: parse(text), root, now };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
