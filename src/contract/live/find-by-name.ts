/** Finds what a run has made by the beginning of its name. */
import type { Json } from "../exchange.js";
import { toJson, toList } from "../exchange.js";
import type { Session } from "../session/session.js";
import type { ObjectKind } from "./journal.js";
import type { OwnObject } from "./ledger.js";
import { COLLECTION_OF } from "./remove-object.js";

/** Something of that name. */
export interface NamedObject extends OwnObject {
  /** Milliseconds since 1970, where the service says it. */
  readonly createdAt: number | undefined;
}

/** What was found; `problem` where a list could not be read to its end. */
export interface Found {
  readonly objects: readonly NamedObject[];
  readonly problem?: string | undefined;
}

/** Where what was deleted of each kind can be found. */
const DELETED: Readonly<Partial<Record<ObjectKind, string>>> = {
  application: "/directory/deletedItems/microsoft.graph.application",
  servicePrincipal: "/directory/deletedItems/microsoft.graph.servicePrincipal",
};

const MOST_PAGES = 1_000;

/** In the order in which they can be deleted. */
export const KINDS_IN_ORDER: readonly ObjectKind[] = ["connector", "servicePrincipal", "application"];

/** Lists one kind. Names are compared here too: a service that does not filter must not make others' objects ours. */
export async function findByName(session: Session, kind: ObjectKind, namePrefix: string): Promise<Found> {
  // Connectors are few and cannot be filtered by their names.
  const query = kind === "connector" ? "" : beginningWith(namePrefix);
  return await findIn(session, kind, `${COLLECTION_OF[kind]}${query}`, namePrefix);
}

/**
 * Lists what was deleted of one kind and not for good: the servicePrincipal of which no answer told goes with its
 * application. What cannot be listed is left to its 30 days.
 */
export async function findDeleted(session: Session, kind: ObjectKind, namePrefix: string): Promise<Found> {
  const path = DELETED[kind];
  if (path === undefined) return { objects: [] };
  const { objects } = await findIn(session, kind, `${path}${beginningWith(namePrefix)}`, namePrefix);
  return { objects };
}

function beginningWith(namePrefix: string): string {
  const literal = namePrefix.replaceAll("'", "''");
  return `?$filter=${encodeURIComponent(`startswith(displayName,'${literal}')`)}`;
}

async function findIn(session: Session, kind: ObjectKind, from: string, namePrefix: string): Promise<Found> {
  const objects: NamedObject[] = [];
  let path: string | undefined = from;
  for (let pages = 0; path !== undefined && pages < MOST_PAGES; pages++) {
    const { response } = await session.send(`look for what is left, ${kind}s`, { method: "GET", path });
    // A tenant without API connectors has none that are left.
    if (kind === "connector" && (response.status === 403 || response.status === 404)) return { objects };
    if (response.status !== 200) return { objects, problem: `listing ${kind}s was answered with ${response.status}` };
    const page = toJson(response.json);
    objects.push(...toList(page["value"]).flatMap((json) => toNamed(kind, json, namePrefix)));
    const link = page["@odata.nextLink"];
    path = typeof link === "string" && link.startsWith(`${session.root}/`) ? link : undefined;
  }
  return { objects };
}

function toNamed(kind: ObjectKind, json: Json, namePrefix: string): readonly NamedObject[] {
  const { id, appId, displayName, createdDateTime } = json;
  if (typeof id !== "string" || typeof displayName !== "string" || !displayName.startsWith(namePrefix)) return [];
  const createdAt = typeof createdDateTime === "string" ? Date.parse(createdDateTime) : Number.NaN;
  return [
    {
      kind,
      id,
      displayName,
      ...(typeof appId === "string" ? { appId } : {}),
      createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    },
  ];
}
