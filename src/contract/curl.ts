/** A request as a line for a shell, without what is secret in it. */
import type { Exchange } from "./exchange.js";
import { createRedactor } from "./redaction/redactor.js";

/** The token comes from the variable GRAPH_TOKEN; secrets are replaced by their names in angle brackets, to be filled in. */
export function toCurl(exchange: Exchange): string {
  const { request } = createRedactor().exchange(exchange);
  const { method, url, headers, text } = request;
  const sent = Object.entries(headers).flatMap(([name, value]) => {
    if (name === "authorization") return ['-H "Authorization: Bearer $GRAPH_TOKEN"'];
    return value === "[redacted]" ? [] : [`-H ${quote(`${name}: ${value}`)}`];
  });
  const body = text === "" ? [] : [`--data ${quote(request.json === undefined ? "…" : toBlanks(text))}`];
  return ["curl", "-X", method, ...sent, ...body, quote(url)].join(" ");
}

const toBlanks = (text: string): string => text.replaceAll(/\[(\w+) \d+(?:, short)?\]/g, "<$1>");

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
