/** A whole OpenAPI document of Graph -> the part of it that concerns this project, otherwise as published. */
import { closureOf, pruneDiscriminators } from "./closure.js";
import type { Json, JsonObject } from "./json.js";
import { asObject, isObject, memberObject, sortMembers } from "./json.js";
import type { StripCounts } from "./strip.js";
import { stripNode } from "./strip.js";
import type { WantedOperation } from "./wanted-operations.js";
import { comparablePath, WANTED_OPERATIONS } from "./wanted-operations.js";

export interface Slice {
  readonly document: JsonObject;
  /** `METHOD path` as published, in the order of {@link WANTED_OPERATIONS}. */
  readonly operations: readonly string[];
  /** operationIds of what the document does not have. */
  readonly missing: readonly string[];
  readonly counts: SliceCounts;
}

export interface SliceCounts extends Readonly<StripCounts> {
  readonly paths: readonly [kept: number, all: number];
  readonly schemas: readonly [kept: number, all: number];
  readonly mappingEntries: number;
}

interface FoundOperation {
  readonly wanted: WantedOperation;
  readonly path: string;
  readonly item: JsonObject;
}

/**
 * Cuts the slice. Prose goes before the closure is made, and with it the navigation properties, which would draw in most
 * of Graph.
 * @param whole - OpenAPI 3.0 or 3.1
 * @throws {Error} where an operation is missing that every published document has, or a reference leads nowhere
 */
export function sliceDocument(whole: Json): Slice {
  const source = asObject(whole, "the document");
  const published = memberObject(source, "paths");
  const found = findOperations(published);
  const missing = WANTED_OPERATIONS.filter((wanted) => !found.some((operation) => operation.wanted === wanted));
  const required = missing.filter(({ isRequired }) => isRequired).map(({ method, path }) => `${method} ${path}`);
  if (required.length > 0) throw new Error(`not a document of Graph v1.0: it has no ${required.join(", no ")}`);

  const counts = { prose: 0, navigationProperties: 0 };
  const paths = stripNode({ paths: pickPaths(found) }, counts);
  // Only what the slice may lead to is counted, so the components are stripped one by one below.
  const components = memberObject(source, "components");
  const stripped = asObject(stripNode({ components }, { prose: 0, navigationProperties: 0 }), "components");
  const closure = closureOf(paths, memberObject(stripped, "components"));
  stripNode({ components: pickComponents(components, closure) }, counts);

  let mappingEntries = 0;
  const kept = pickComponents(memberObject(stripped, "components"), closure);
  const pruned = pruneDiscriminators(kept, closure, () => mappingEntries++);
  const { title = "", version = "" } = memberObject(source, "info");
  const document = sortMembers({
    openapi: source["openapi"] ?? "3.0.1",
    info: { title, version },
    servers: source["servers"] ?? [],
    ...asObject(paths, "paths"),
    components: pruned,
  });
  return {
    document: asObject(document, "the slice"),
    operations: found.map(({ wanted, path }) => `${wanted.method.toUpperCase()} ${path}`),
    missing: missing.map(({ operationId }) => operationId),
    counts: {
      ...counts,
      mappingEntries,
      paths: [new Set(found.map(({ path }) => path)).size, Object.keys(published).length],
      schemas: [
        [...closure].filter((name) => name.startsWith("schemas/")).length,
        Object.keys(memberObject(components, "schemas")).length,
      ],
    },
  };
}

function findOperations(published: JsonObject): readonly FoundOperation[] {
  const byPath = new Map(Object.entries(published).map(([path, item]) => [comparablePath(path), { path, item }]));
  return WANTED_OPERATIONS.flatMap((wanted) => {
    const match = byPath.get(comparablePath(wanted.path));
    return match !== undefined && isObject(match.item) && isObject(match.item[wanted.method])
      ? [{ wanted, path: match.path, item: match.item }]
      : [];
  });
}

/** The path items with what holds for all their operations and with the operations that were found. */
function pickPaths(found: readonly FoundOperation[]): JsonObject {
  return Object.fromEntries(
    found.map(({ path, item }) => {
      const methods = found.filter((operation) => operation.path === path).map(({ wanted }) => wanted.method);
      const names = ["parameters", "servers", ...methods].filter((name) => item[name] !== undefined);
      return [path, Object.fromEntries(names.map((name) => [name, item[name] ?? null]))];
    }),
  );
}

function pickComponents(components: JsonObject, closure: ReadonlySet<string>): JsonObject {
  const kinds = Object.entries(components).map(([kind, members]): [string, JsonObject] => [
    kind,
    Object.fromEntries(Object.entries(asObject(members, kind)).filter(([name]) => closure.has(`${kind}/${name}`))),
  ]);
  return Object.fromEntries(kinds.filter(([, members]) => Object.keys(members).length > 0));
}
