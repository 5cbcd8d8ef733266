/** Stands before `fetch` in a read-only run: GET of the objects that it was given, and nothing else. */
import { parseJson, toJson } from "../exchange.js";
import { operationOf } from "../operation-of.js";
import type { NamedObjects } from "../scenario.js";
import { ForeignWriteError } from "./guard-error.js";

type Fetch = (request: Request) => Promise<Response>;

const OVERRIDE = /^x-(?:http-)?method(?:-override)?$/i;
const READS = /^(?:identityApiConnector\.get|servicePrincipal\.get(?:ByAppId)?)$/;

/**
 * A `fetch` for looking only. A servicePrincipal may be asked for by its appId too, once an answer has shown it.
 * @returns rejects with ForeignWriteError where nothing was sent
 */
export function guardReads(fetch: Fetch, root: string, objects: NamedObjects): Fetch {
  const base = root.replace(/\/$/, "");
  const named = new Set([...(objects.connectors ?? []), ...(objects.servicePrincipals ?? [])].map(lower));
  return async (request) => {
    const { method, url, headers } = request;
    const refuse = (reason: string): ForeignWriteError => new ForeignWriteError(method, url, reason);
    if (method !== "GET" && method !== "HEAD") throw refuse("the run may only read");
    if ([...headers.keys()].some((name) => OVERRIDE.test(name))) throw refuse("a header stands for another method");
    const { operationId = "", key = "", root: found } = operationOf("GET", url);
    if (found !== base) throw refuse("its address is not of the service");
    if (!READS.test(operationId) || !named.has(key)) throw refuse("the run was not given this to look at");
    const response = await fetch(request);
    if (operationId === "servicePrincipal.get" && response.ok) {
      const { appId } = toJson(parseJson(await response.clone().text()));
      if (typeof appId === "string") named.add(lower(appId));
    }
    return response;
  };
}

const lower = (text: string): string => text.toLowerCase();
