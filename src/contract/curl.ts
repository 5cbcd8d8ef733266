/** A request as a line for a shell, without what is secret in it. */
import type { Exchange } from "./exchange.js";

const SECRET = /^(?:password|secretText|pkcs12Value|key|proof)$/i;

/** The token comes from the variable GRAPH_TOKEN; secrets of the body are replaced by their names. */
export function toCurl({ request }: Exchange): string {
  const { method, url, headers, text, json } = request;
  const sent = Object.entries(headers).map(([name, value]) =>
    name === "authorization" ? '-H "Authorization: Bearer $GRAPH_TOKEN"' : `-H ${quote(`${name}: ${value}`)}`,
  );
  const body = text === "" ? [] : [`--data ${quote(json === undefined ? "…" : JSON.stringify(json, redact))}`];
  return ["curl", "-X", method, ...sent, ...body, quote(url)].join(" ");
}

function redact(name: string, value: unknown): unknown {
  return SECRET.test(name) && typeof value === "string" && value !== "" ? `<${name}>` : value;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
