/** Ways in which the second server can be made wrong, each with the rule that must say so. */
import type { Answer, Asked, Json } from "./answer.js";
import { toObject } from "./answer.js";
import type { Alter } from "./second-server.js";

/** One of them. */
export interface Difference {
  readonly name: string;
  readonly rule: string;
  readonly alter: Alter;
}

/** Alters bodies of answers that are not errors. */
function inBody(alter: (body: Json, asked: Asked) => Json): Alter {
  return (answer, asked) =>
    answer.body === undefined || answer.status >= 400 ? answer : { ...answer, body: alter(answer.body, asked) };
}

/** Alters every object in a body that has the member. */
function atMember(name: string, alter: (owner: Json) => Json): Alter {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member)]));
    return Object.hasOwn(inner, name) ? alter(inner) : inner;
  };
  return inBody((body) => visit(body) as Json);
}

/** Alters the answer of addTokenSigningCertificate. */
function ofMinting(alter: (body: Json) => Json): Alter {
  return inBody((body, { path }) => (path.endsWith("/addTokenSigningCertificate") ? alter(body) : body));
}

const without = (answer: Answer, ...names: readonly string[]): Answer => ({
  ...answer,
  headers: Object.fromEntries(Object.entries(answer.headers ?? {}).filter(([name]) => !names.includes(name))),
});
const lower = (value: unknown): string => String(value).toLowerCase();
const listOf = (owner: Json, name: string): readonly Json[] => (owner[name] ?? []) as readonly Json[];

const LIST = "certificateList";
const PREFERRED = "preferredTokenSigningKeyThumbprint";

/** Of all groups that the server can be judged in. */
export const DIFFERENCES: readonly Difference[] = [
  {
    name: "errors are called text",
    rule: "E1",
    alter: (it) => (it.status < 400 ? it : { ...it, headers: { ...it.headers, "content-type": "text/plain" } }),
  },
  { name: "no request-id", rule: "E2", alter: (it) => without(it, "request-id") },
  {
    name: "errors are texts",
    rule: "E3",
    alter: (it) => (it.status < 400 ? it : { ...it, body: { error: toObject(it.body?.["error"])["message"] } }),
  },
  { name: "what is not there is 400", rule: "E4", alter: (it) => (it.status === 404 ? { ...it, status: 400 } : it) },
  {
    name: "contexts are relative",
    rule: "E5",
    alter: atMember("@odata.context", (it) => ({
      ...it,
      "@odata.context": String(it["@odata.context"]).replace(/^.*\/v1\.0\//, ""),
    })),
  },
  {
    name: "types without #",
    rule: "E6",
    alter: atMember("@odata.type", (it) => ({ ...it, "@odata.type": String(it["@odata.type"]).slice(1) })),
  },
  {
    name: "null for no keys",
    rule: "E8",
    alter: atMember("keyCredentials", (it) => ({ ...it, keyCredentials: null })),
  },
  {
    name: "passwords of connectors are echoed",
    rule: "E9",
    alter: (it, { body }) => {
      const { password } = toObject(body["authenticationConfiguration"]);
      return it.status !== 201 || password === undefined ? it : { ...it, body: { ...it.body, hint: password } };
    },
  },
  { name: "no Location", rule: "E11", alter: (it) => without(it, "location") },
  { name: "no pages of other origins", rule: "E12", alter: (it) => without(it, "access-control-allow-origin") },
  {
    name: "a name is never changed",
    rule: "C1",
    alter: inBody((body, { method, path }) =>
      method === "GET" && /apiConnectors\/./.test(path) ? { ...body, displayName: "My API connector" } : body,
    ),
  },
  {
    name: "a list is called a file",
    rule: "C2",
    alter: atMember(LIST, (it) => ({ ...it, "@odata.type": "#microsoft.graph.pkcs12Certificate" })),
  },
  {
    name: "only the last one is kept",
    rule: "C3",
    alter: atMember(LIST, (it) => ({ ...it, [LIST]: listOf(it, LIST).slice(-1) })),
  },
  {
    name: "thumbprints in lower case",
    rule: "C4",
    alter: atMember("thumbprint", (it) => ({ ...it, thumbprint: lower(it["thumbprint"]) })),
  },
  {
    name: "dates in milliseconds",
    rule: "C5",
    alter: atMember("notAfter", (it) => ({ ...it, notAfter: Number(it["notAfter"]) * 1000 })),
  },
  { name: "all are active", rule: "C6", alter: atMember("isActive", (it) => ({ ...it, isActive: true })) },
  {
    name: "base64url in key",
    rule: "S1",
    alter: ofMinting((it) => ({ ...it, key: String(it["key"]).replaceAll("+", "-").replaceAll("/", "_") })),
  },
  {
    name: "thumbprints of minted ones in lower case",
    rule: "S2",
    alter: ofMinting((it) => ({ ...it, thumbprint: lower(it["thumbprint"]) })),
  },
  {
    name: "the thumbprint's text as identifier",
    rule: "S3",
    alter: ofMinting((it) => ({ ...it, customKeyIdentifier: btoa(String(it["thumbprint"])) })),
  },
  {
    name: "names without CN=",
    rule: "S4",
    alter: ofMinting((it) => ({ ...it, displayName: String(it["displayName"]).slice(3) })),
  },
  {
    name: "an hour more",
    rule: "S5",
    alter: ofMinting((it) => ({
      ...it,
      endDateTime: new Date(Date.parse(String(it["endDateTime"])) + 3_600_000).toISOString(),
    })),
  },
  {
    name: "a keyId of nobody",
    rule: "S6",
    alter: ofMinting((it) => ({ ...it, keyId: "11111111-1111-4111-8111-111111111111" })),
  },
  {
    name: "no password of a pair",
    rule: "S7",
    alter: atMember("passwordCredentials", (it) => ({
      ...it,
      passwordCredentials: listOf(it, "passwordCredentials").filter((entry) => entry["customKeyIdentifier"] === null),
    })),
  },
  {
    name: "bytes are not shown to those who select them",
    rule: "S8",
    alter: atMember("keyCredentials", (it) => ({
      ...it,
      keyCredentials: listOf(it, "keyCredentials").map((entry) => ({ ...entry, key: null })),
    })),
  },
  {
    name: "secrets in reads",
    rule: "S9",
    alter: atMember("passwordCredentials", (it) => ({
      ...it,
      passwordCredentials: listOf(it, "passwordCredentials").map((entry) => ({ ...entry, secretText: "hush" })),
    })),
  },
  {
    name: "nothing is ever preferred",
    rule: "S10",
    alter: atMember(PREFERRED, (it) => ({ ...it, [PREFERRED]: null })),
  },
  {
    name: "refusals are called successes",
    rule: "S13",
    alter: (it, { path }) =>
      path.endsWith("/addTokenSigningCertificate") && it.status === 400 ? { ...it, status: 200 } : it,
  },
];
