/**
 * OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0.html): actions in their order, each a remove or an update
 * at what an RFC 9535 JSONPath selects. Says of every action what it met, so that a useless one is noticed.
 */
import { exec } from "jsonpath-rfc9535";
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { isObject } from "../slice-openapi/json.js";

export interface OverlayAction {
  readonly target: string;
  readonly update?: JsonObject;
  readonly remove?: boolean;
}

export interface ActionEffect {
  /** How many nodes the target selects. */
  readonly matches: number;
  /** Whether the document is another one afterwards. */
  readonly hasChanged: boolean;
}

export interface OverlayResult {
  readonly document: JsonObject;
  /** One for each action, in the order of the actions. */
  readonly effects: readonly ActionEffect[];
}

type Path = readonly (string | number)[];
/** A tree of our own, which may be written to. */
type Draft = null | boolean | number | string | Draft[] | { [name: string]: Draft };

/**
 * Applies the actions; the document itself is left as it is.
 * @throws {Error} for a target that is no RFC 9535 JSONPath, and for an update of what is no object
 */
export function applyOverlay(document: JsonObject, actions: readonly OverlayAction[]): OverlayResult {
  let current = document;
  const effects = actions.map((action) => {
    const before = JSON.stringify(current);
    const paths = select(current, action.target);
    const draft = JSON.parse(before);
    if (action.remove === true) removeAll(draft, paths);
    else for (const path of paths) updateAt(draft, path, action);
    current = draft;
    return { matches: paths.length, hasChanged: JSON.stringify(draft) !== before };
  });
  return { document: current, effects };
}

function select(document: JsonObject, target: string): readonly Path[] {
  const paths: Path[] = [];
  exec(JSON.parse(JSON.stringify(document)), target, (_, path) => paths.push([...path]));
  return paths;
}

/** Later elements of an array first, so that the earlier ones keep their places; a node may be gone with its parent. */
function removeAll(draft: Draft, paths: readonly Path[]): void {
  for (const path of paths.toReversed()) {
    const parent = nodeAt(draft, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(parent) && typeof last === "number") parent.splice(last, 1);
    else if (isRecord(parent) && last !== undefined) delete parent[String(last)];
  }
}

function updateAt(draft: Draft, path: Path, { target, update }: OverlayAction): void {
  const node = nodeAt(draft, path);
  if (!isRecord(node) || update === undefined) throw new Error(`${target} selects what is no object to be updated`);
  merge(node, update);
}

/** Members of objects one by one; arrays are appended to; anything else takes the place of what was there. */
function merge(node: { [name: string]: Draft }, update: JsonObject): void {
  for (const [name, member] of Object.entries(update)) {
    const present = node[name];
    if (isRecord(present) && isObject(member)) merge(present, member);
    else if (Array.isArray(present) && Array.isArray(member)) present.push(...copy(member));
    else node[name] = copy(member);
  }
}

function copy<Value extends Json>(value: Value): Draft & Draft[] {
  return JSON.parse(JSON.stringify(value));
}

function nodeAt(draft: Draft, path: Path): Draft | undefined {
  let node: Draft | undefined = draft;
  for (const step of path) {
    if (Array.isArray(node) && typeof step === "number") node = node[step];
    else if (isRecord(node)) node = node[String(step)];
    else return undefined;
  }
  return node;
}

function isRecord(node: Draft | undefined): node is { [name: string]: Draft } {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
