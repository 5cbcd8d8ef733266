/** Whether a request may be sent to a tenant: reads of the service, and writes to what the run has made itself. */
import type { Json } from "../exchange.js";
import { parseJson, toJson, toList } from "../exchange.js";
import { ForeignWriteError } from "./guard-error.js";
import type { ObjectKind } from "./journal.js";
import type { Intent, Ledger } from "./ledger.js";

/** A request as it would go out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** Names in any case. */
  readonly headers: Iterable<readonly [string, string]>;
  readonly text: string;
}

/** What it is. */
export type Allowed =
  | { readonly what: "read" | "change" }
  | { readonly what: "create"; readonly intent: Intent }
  | { readonly what: "delete"; readonly kind: ObjectKind; readonly id: string };

const SAFE: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/** Methods that stand in a header instead. */
const OVERRIDE = /^x-(?:http-)?method(?:-override)?$/i;

/** In lower case; keys are GUIDs or words, so that nothing can hide in one. */
const TARGET =
  /^\/(identity\/apiconnectors|applications|serviceprincipals|directory\/deleteditems)(?:\/([0-9a-z-]+)|\((?:(id|appid)=)?'([0-9a-z-]+)'\))?(?:\/(?:(?:microsoft\.)?graph\.)?([a-z]+))?\/?$/;

const KINDS: Readonly<Record<string, ObjectKind>> = {
  "identity/apiconnectors": "connector",
  applications: "application",
  serviceprincipals: "servicePrincipal",
};

/** What can be done to an object and changes that object alone. */
const ACTIONS: Readonly<Record<ObjectKind, readonly string[]>> = {
  connector: ["uploadclientcertificate"],
  application: [],
  servicePrincipal: ["addtokensigningcertificate", "addpassword", "removepassword", "addkey", "removekey"],
};

/**
 * @param root - of the service, without a slash at the end
 * @throws {ForeignWriteError} where it must not be sent
 */
export function judgeWrite(outgoing: Outgoing, root: string, ledger: Ledger): Allowed {
  const { method, url, headers, text } = outgoing;
  const refuse = (reason: string): ForeignWriteError => new ForeignWriteError(method, url, reason);
  const path = pathUnder(root, url);
  if (path === undefined) throw refuse("its address is not of the service");
  if ([...headers].some(([name]) => OVERRIDE.test(name))) throw refuse("a header stands for another method");
  if (SAFE.includes(method)) return { what: "read" };
  if (/^\/\$batch\/?$/.test(path)) {
    if (method !== "POST") throw refuse("a batch is posted");
    judgeBatch(text, outgoing, root, ledger);
    return { what: "change" };
  }
  const [, collection = "", segment, property = "id", quoted, action] = TARGET.exec(path) ?? [];
  const key = segment ?? quoted;
  if (collection === "") throw refuse("nothing there was made by this run");
  const body = toJson(parseJson(text));
  const kind = KINDS[collection];
  if (kind === undefined) return judgePurge(key, action, outgoing, ledger);
  if (key === undefined) {
    if (method !== "POST" || action !== undefined) throw refuse("it is about a whole collection");
    return { what: "create", intent: intentOf(kind, body, ledger, refuse) };
  }
  if (property === "appid" && kind === "connector") throw refuse("a connector has no appId");
  if (!ledger.owns(kind, key)) throw refuse(`the ${kind} was not made by this run`);
  if (action !== undefined && (method !== "POST" || !ACTIONS[kind].includes(action))) {
    throw refuse(`${action} may be about more than the ${kind}`);
  }
  const { displayName } = body;
  if (action === undefined && displayName !== undefined) requireName(displayName, ledger, refuse);
  return method === "DELETE" ? { what: "delete", kind, id: key } : { what: "change" };
}

/** The path in lower case, decoded once; `undefined` for another service's. */
function pathUnder(root: string, url: string): string | undefined {
  try {
    const { origin, pathname, username, password } = new URL(url);
    const base = new URL(root);
    const prefix = base.pathname.replace(/\/$/, "");
    if (origin !== base.origin || !pathname.startsWith(`${prefix}/`) || username !== "" || password !== "") {
      return undefined;
    }
    return decodeURIComponent(pathname.slice(prefix.length)).toLowerCase();
  } catch {
    return undefined;
  }
}

function requireName(name: unknown, { namePrefix }: Ledger, refuse: (reason: string) => Error): string {
  if (typeof name === "string" && name.startsWith(namePrefix)) return name;
  throw refuse(`displayName does not begin with ${namePrefix}`);
}

function intentOf(kind: ObjectKind, body: Json, ledger: Ledger, refuse: (reason: string) => Error): Intent {
  if (kind !== "servicePrincipal") return { kind, displayName: requireName(body["displayName"], ledger, refuse) };
  const { appId, displayName } = body;
  const name = typeof appId === "string" ? ledger.nameOfApp(appId) : undefined;
  if (name === undefined) throw refuse("appId is not of an application that this run has made");
  if (displayName !== undefined) requireName(displayName, ledger, refuse);
  return { kind, displayName: name, appId: String(appId) };
}

/** What was deleted is deleted for good, where the run had made it. */
function judgePurge(
  key: string | undefined,
  action: string | undefined,
  { method, url }: Outgoing,
  ledger: Ledger,
): Allowed {
  const isOwn = key !== undefined && (ledger.owns("application", key) || ledger.owns("servicePrincipal", key));
  if (isOwn && method === "DELETE" && action === undefined) return { what: "change" };
  throw new ForeignWriteError(method, url, "what was deleted there was not made by this run");
}

/** Each request of a batch as if it came by itself; nothing is made in one, since nobody could write it down first. */
function judgeBatch(text: string, outer: Outgoing, root: string, ledger: Ledger): void {
  const refuse = (reason: string): ForeignWriteError => new ForeignWriteError(outer.method, outer.url, reason);
  const { requests } = toJson(parseJson(text));
  if (!Array.isArray(requests)) throw refuse("the batch cannot be read");
  for (const { method, url, headers, body } of toList(requests)) {
    if (typeof method !== "string" || typeof url !== "string") throw refuse("a request of the batch cannot be read");
    const whole = /^[a-z]+:/i.test(url) ? url : `${root}/${url.replace(/^\/+/, "")}`;
    if (/\/(?:\$|%24)batch/i.test(whole)) throw refuse("a batch in a batch");
    const inner = {
      method: method.toUpperCase(),
      url: whole,
      headers: Object.entries(toJson(headers)).map(([name, value]): [string, string] => [name, String(value)]),
      text: typeof body === "string" ? body : JSON.stringify(body ?? null),
    };
    const { what } = judgeWrite(inner, root, ledger);
    if (what === "create") throw refuse("something would be made in a batch");
  }
}
