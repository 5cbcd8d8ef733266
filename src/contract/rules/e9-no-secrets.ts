/** E9: what is secret in a request comes back nowhere. */
import type { Exchange, Json } from "../exchange.js";
import { holds } from "../judge.js";
import type { Rule } from "../rule.js";

/** Shorter ones occur by chance. */
const LEAST_CHARACTERS = 6;

export const noSecrets: Rule = {
  id: "E9",
  title: "Passwords, PFX files and private keys of requests are never shown, in whatever encoding",
  evidence: ["doc-example", "doc-text"],
  source: "https://learn.microsoft.com/graph/api/resources/basicauthentication; example of create identityApiConnector",
  operations: [],
  check: (exchanges) => {
    const known = new Map<string, Map<string, string>>();
    return exchanges.flatMap((exchange) => {
      const secrets = secretsIn(exchange.request.json);
      const object = known.get(exchange.key ?? "") ?? new Map<string, string>();
      for (const [secret, name] of secrets) object.set(secret, name);
      if (exchange.key !== undefined) known.set(exchange.key, object);
      const asked = exchange.key === undefined ? secrets : object;
      if (asked.size === 0 || exchange.response.status === 0) return [];
      const leaked = [...asked].find(([secret]) => isIn(exchange, secret));
      return [
        holds(
          leaked === undefined,
          [exchange],
          "",
          "no secret of a request",
          leaked === undefined ? "none" : `the ${leaked[1]}`,
        ),
      ];
    });
  },
};

/** Secret texts by the member that holds them. */
function secretsIn(value: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (inner: unknown): void => {
    if (typeof inner !== "object" || inner === null) return;
    for (const [name, member] of Object.entries(inner as Json)) {
      const isSecret =
        /^(?:password|secretText|pkcs12Value|proof)$/i.test(name) ||
        (name === "key" && (inner as Json)["usage"] === "Sign");
      if (isSecret && typeof member === "string" && member.length >= LEAST_CHARACTERS) found.set(member, name);
      visit(member);
    }
  };
  visit(value);
  return found;
}

function isIn({ response }: Exchange, secret: string): boolean {
  const places = [response.text, ...Object.values(response.headers)];
  const octets = new TextEncoder().encode(secret);
  const base64 = btoa(String.fromCharCode(...octets.subarray(0, 3_000))).replace(/=+$/, "");
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64];
  return forms.some((form) => places.some((place) => place.includes(form)));
}
