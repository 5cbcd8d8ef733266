/** Requests as bytes and as clients send them. */
import { request as requestOverHttp } from "node:http";
import { request as requestOverHttps } from "node:https";
import { connect } from "node:net";

/** What came back. */
export interface Received {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One request over http or https; `ca` is trusted instead of the system's authorities. */
export function send(
  url: string,
  { method = "GET", headers = {}, body = "", ca }: RequestParts = {},
): Promise<Received> {
  const request = url.startsWith("https:") ? requestOverHttps : requestOverHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false, ...(ca === undefined ? {} : { ca }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** What a request consists of. */
export interface RequestParts {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly ca?: string;
}

/** Sends octets as they are and gives what came back until the server closed the connection. */
export function sendRaw(port: number, octets: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
    socket.write(octets);
  });
}
