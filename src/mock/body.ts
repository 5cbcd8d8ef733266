/** The body of a request: within its limit, of the right media type, JSON, an object. */
import type { Members } from "./members.js";
import { isMembers } from "./members.js";
import { Refusal, refuse } from "./refusal.js";

/** Arrays and objects in one another: as deep as the OData library reads by default. */
const MOST_DEPTH = 100;

/**
 * Reads the body; `{}` where there is none, as actions without parameters are sent.
 *
 * A body without a media type is answered as one that cannot be read (observed); with another media type 415.
 * @param most - bytes
 */
export async function readBody(request: Request, most: number): Promise<Members> {
  if (request.method === "GET" || request.method === "DELETE") return {};
  const stated = Number(request.headers.get("content-length") ?? 0);
  if (stated > most) throw refuse("tooLarge", [String(most)]);
  const text = await readText(request, most);
  if (text === "") return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (!type) throw refuse("badJson");
  if (type !== "application/json") throw refuse("mediaType", [type]);
  return parseBody(text);
}

function parseBody(text: string): Members {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("badJson");
  }
  if (!isMembers(value)) throw refuse("notAnObject");
  if (isDeeper(value, MOST_DEPTH)) throw refuse("badJson");
  return value;
}

/** What is kept must be written again, and no writer goes down for ever. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const member of Object.values(value)) if (isDeeper(member, levels - 1)) return true;
  return false;
}

async function readText(request: Request, most: number): Promise<string> {
  try {
    // To look at `body` makes a stream of it, which takes longer than all the rest of an answer behind a port.
    if (request.headers.has("transfer-encoding")) return await readChunks(request, most);
    return requireSize(await request.text(), most);
  } catch (error) {
    // Whoever goes away in the middle sees no answer, and nobody made a mistake.
    throw error instanceof Refusal ? error : refuse("internal");
  }
}

/** What said how long it is, or stood in memory, has been read at once. */
function requireSize(text: string, most: number): string {
  if (text.length > most || (text.length * 3 > most && new TextEncoder().encode(text).length > most)) {
    throw refuse("tooLarge", [String(most)]);
  }
  return text;
}

/** A body that does not say how long it is is read no further than it may go. */
async function readChunks(request: Request, most: number): Promise<string> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    if (length > most) {
      await reader.cancel();
      throw refuse("tooLarge", [String(most)]);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
