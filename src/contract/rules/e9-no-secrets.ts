/** E9: what is secret in a request comes back nowhere. */
import type { Exchange, Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import { holds } from "../judge.js";
import type { Expected } from "../model/expected.js";
import { secretsIn } from "../model/sent-secrets.js";
import { entitiesIn } from "../model/shown.js";
import type { Rule, RuleResult } from "../rule.js";

export const noSecrets: Rule = {
  id: "E9",
  title: "Passwords, PFX files and private keys of requests are never shown, in whatever encoding",
  evidence: ["doc-example", "doc-text"],
  source:
    'https://learn.microsoft.com/graph/api/resources/basicauthentication; example of https://learn.microsoft.com/graph/api/identityapiconnector-create ("******")',
  operations: [],
  check: (exchanges, expected) => [
    ...judgeEchoes(exchanges, expected),
    ...exchanges.flatMap((exchange) => judgePasswords(exchange)),
  ],
};

/** What was sent about an object must not come back in any answer about it. */
function judgeEchoes(exchanges: readonly Exchange[], { objectOf }: Expected): RuleResult[] {
  const known = new Map<string, Map<string, Secret>>();
  return exchanges.flatMap((exchange): RuleResult[] => {
    const sent = new Map(
      [...secretsIn(exchange.request)].map(([text, name]) => [text, { name, forms: formsOf(text) }] as const),
    );
    const id = objectOf(exchange);
    const object = id === undefined ? sent : (known.get(id) ?? new Map<string, Secret>());
    for (const [text, secret] of sent) object.set(text, secret);
    if (id !== undefined) known.set(id, object);
    if (object.size === 0 || exchange.response.status === 0) return [];
    const places = placesIn(exchange.response);
    const leaked = [...object.values()].find(({ forms }) =>
      forms.some((form) => places.some((place) => place.includes(form))),
    );
    const found = leaked === undefined ? "none" : `the ${leaked.name}`;
    return [holds(leaked === undefined, [exchange], "", "no secret of a request", found)];
  });
}

interface Secret {
  /** Of the member that held it. */
  readonly name: string;
  readonly forms: readonly string[];
}

/** A part of it from within is enough to know a file by: the beginnings of files are all alike. */
const MOST_CHARACTERS = 240;

function formsOf(whole: string): readonly string[] {
  // Base64 has a letter for every three quarters of an octet: a part from where three octets begin is a part of it too.
  const from = whole.length > MOST_CHARACTERS ? 3 * Math.floor((whole.length - MOST_CHARACTERS) / 6) : 0;
  const secret = whole.slice(from, from + MOST_CHARACTERS);
  const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(secret))).replace(/=+$/, "");
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64])];
}

/** Texts of an answer that are its own: names of members and types are the same for everybody. */
function placesIn({ json, text, headers }: Exchange["response"]): readonly string[] {
  const places = Object.values(headers);
  if (json === undefined) return [...places, text];
  const visit = (value: unknown): void => {
    if (typeof value === "string") places.push(value);
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) if (!name.startsWith("@odata.")) visit(member);
  };
  visit(json);
  return places;
}

/** Whoever sent it, and whenever: the password of a connector is stars, or not there. */
function judgePasswords(exchange: Exchange): RuleResult[] {
  return entitiesIn(exchange, "identityApiConnector").flatMap(({ pointer, json }): RuleResult[] => {
    const { password }: Json = toJson(json["authenticationConfiguration"]);
    if (password === undefined || password === null) return [];
    const isHidden = typeof password === "string" && /^\**$/.test(password);
    const at = `${pointer}/authenticationConfiguration/password`;
    return [holds(isHidden, [exchange], at, "stars or null", isHidden ? "stars" : "something else")];
  });
}
