/** From a path and a method to an operation. */
import type { PathStep } from "./odata-path.js";
import { parseODataPath } from "./odata-path.js";
import type { OperationId } from "./operations.js";
import { KEY, OPERATIONS } from "./operations.js";
import { refuse } from "./refusal.js";

/** The key of an entity: by `id`, or by `appid`. */
export interface Key {
  readonly property: string;
  readonly value: string;
}

/** What a request asks for. */
export interface Route {
  readonly operation: OperationId;
  readonly key: Key | undefined;
}

/** What the templates want at one place, and what follows; made once for each mock. */
interface Node {
  readonly byName: Map<string, Node>;
  byKey: Node | undefined;
  readonly byMethod: Map<string, OperationId>;
}

/** The namespaces that a bound action may be written with (OData URL conventions 4.01 section 4.5; Graph's own alias). */
const NAMESPACE = /^(?:microsoft\.)?graph\./i;

/** A function that finds the operation; it throws a refusal where there is none. */
export type Router = (method: string, pathname: string) => Route;

/** Builds the tree of all paths. @param isCaseSensitive - a defect: names are taken only as they are documented */
export function createRouter(isCaseSensitive = false): Router {
  const fold = (name: string): string => (isCaseSensitive ? name : name.toLowerCase());
  const root = newNode();
  for (const [operation, { method, path }] of Object.entries(OPERATIONS)) {
    let node = root;
    for (const part of path) node = part === KEY ? keyChild(node) : nameChild(node, fold(part));
    node.byMethod.set(method, operation as OperationId);
  }
  return (method, pathname) => {
    const path = parseODataPath(pathname);
    if (path === undefined) throw refuse("badPath");
    if (path.version !== "v1.0") throw refuse("unknownVersion", [path.version]);
    let node = root;
    let key: Key | undefined;
    for (const step of path.steps) {
      const next = follow(node, step, fold);
      if (next === undefined) throw refuse("unknownSegment", [step.kind === "name" ? step.text : step.property]);
      if (next === node.byKey) key = toKey(step);
      node = next;
    }
    const operation = node.byMethod.get(method);
    if (operation !== undefined) return { operation, key };
    if (node.byMethod.size === 0) throw refuse("unknownSegment", [lastName(path.steps)]);
    throw refuse("wrongMethod", [], { headers: { Allow: allowed(node) } });
  };
}

function follow(node: Node, step: PathStep, fold: (name: string) => string): Node | undefined {
  if (step.kind === "key") return node.byKey;
  const name = fold(step.text);
  // Only actions have a namespace: what can be followed by nothing else.
  const named = node.byName.get(name) ?? actionOf(node, name);
  return named ?? node.byKey;
}

function actionOf(node: Node, name: string): Node | undefined {
  if (!NAMESPACE.test(name)) return undefined;
  const action = node.byName.get(name.replace(NAMESPACE, ""));
  return action?.byMethod.size === 1 && action.byMethod.has("POST") ? action : undefined;
}

function toKey(step: PathStep): Key {
  return step.kind === "key" ? { property: step.property, value: step.value } : { property: "id", value: step.text };
}

/** Methods in the order in which people look for them. */
function allowed({ byMethod }: Node): string {
  return ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => byMethod.has(method)).join(", ");
}

function lastName(steps: readonly PathStep[]): string {
  const last = steps.at(-1);
  return last?.kind === "name" ? last.text : "";
}

function newNode(): Node {
  return { byName: new Map(), byKey: undefined, byMethod: new Map() };
}

function keyChild(node: Node): Node {
  node.byKey ??= newNode();
  return node.byKey;
}

function nameChild(node: Node, name: string): Node {
  const child = node.byName.get(name) ?? newNode();
  node.byName.set(name, child);
  return child;
}
