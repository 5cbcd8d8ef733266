/** Stands before `fetch`: what must not be sent is not, and what is made or deleted is written down. */
import { parseJson, toJson } from "../exchange.js";
import { judgeWrite } from "./judge-write.js";
import type { Intent, Ledger, OwnObject } from "./ledger.js";

type Fetch = (request: Request) => Promise<Response>;

/**
 * A `fetch` that sends one request after the other, and writes to nothing but what is in the ledger.
 * @param root - of the service
 * @returns rejects with ForeignWriteError, BudgetError or JournalError where nothing was sent
 */
export function guardWrites(fetch: Fetch, root: string, ledger: Ledger): Fetch {
  const base = root.replace(/\/$/, "");
  let before: Promise<unknown> = Promise.resolve();
  return (request) => {
    const turn = before.then(() => sendGuarded(fetch, base, ledger, request));
    before = turn.catch(() => undefined);
    return turn;
  };
}

async function sendGuarded(fetch: Fetch, root: string, ledger: Ledger, request: Request): Promise<Response> {
  const text = await request.clone().text();
  const { method, url, headers } = request;
  const allowed = judgeWrite({ method, url, headers, text }, root, ledger);
  if (allowed.what === "create") return await create(fetch, ledger, request, allowed.intent);
  const response = await fetch(request);
  // What belongs to the directory is there until it is deleted for good: clean-up does that.
  const isGone = allowed.what === "delete" && allowed.kind === "connector" && response.ok;
  if (isGone) await ledger.deleted(allowed.kind, allowed.id);
  return response;
}

async function create(fetch: Fetch, ledger: Ledger, request: Request, intent: Intent): Promise<Response> {
  await ledger.intend(intent);
  let response: Response;
  let text: string;
  try {
    response = await fetch(request);
    text = await response.clone().text();
  } catch (error) {
    await ledger.settle(intent, "unknown");
    throw error;
  }
  await ledger.settle(intent, outcomeOf(intent, response.status, text));
  return response;
}

function outcomeOf(intent: Intent, status: number, text: string): OwnObject | "refused" | "unknown" {
  if (status >= 400 && status < 500) return "refused";
  const { id, appId = intent.appId } = toJson(parseJson(text));
  if (status >= 300 || typeof id !== "string" || id === "") return "unknown";
  return { ...intent, id, ...(typeof appId === "string" ? { appId } : {}) };
}
