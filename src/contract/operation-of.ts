/** Which operation of the contract a request is, by its method and path (OData URL conventions 4.01 section 4). */
import type { OperationId } from "../graph/openapi.generated.js";
import { OPERATIONS } from "../graph/openapi.generated.js";

/** What a path asks for. */
export interface Asked {
  readonly operationId: OperationId | undefined;
  /** The id or appId in the path, in lower case. */
  readonly key: string | undefined;
  /** Where the service begins, with its version and without a slash at the end. */
  readonly root: string;
}

const NAMESPACE = /\/(?:microsoft\.)?graph\.(?=[a-z]+$)/i;
const ROOT = /^(.*?\/(?:v1\.0|beta))(?=\/|$)/i;
const BY_PROPERTY = /\/([a-z]+)\(\s*(?:([a-z]+)\s*=\s*)?'?([^')]+)'?\s*\)/i;

/** Reads a request's address. Names are taken in any case, a key as segment or in parentheses, an action by either name. */
export function operationOf(method: string, url: string): Asked {
  const { origin, pathname } = new URL(url);
  const [, prefix = ""] = ROOT.exec(pathname) ?? [];
  const path = decode(pathname.slice(prefix.length)).replace(/\/$/, "").replace(NAMESPACE, "/");
  const [, collection, property = "id", value] = BY_PROPERTY.exec(path) ?? [];
  const isByAppId = property.toLowerCase() === "appid" && value !== undefined;
  const plain = value === undefined ? path : path.replace(BY_PROPERTY, `/${collection}/${value}`);
  const asked = plain.toLowerCase().split("/");
  const found = OPERATIONS.find((operation) => {
    if (operation.method !== method || operation.operationId.endsWith("ByAppId") !== isByAppId) return false;
    const template = operation.path
      .replace(/\(appId='\{appId\}'\)/, "/{appId}")
      .toLowerCase()
      .split("/");
    return template.length === asked.length && template.every((part, i) => part.startsWith("{") || part === asked[i]);
  });
  const root = `${origin}${prefix}`;
  if (found === undefined) return { operationId: undefined, key: undefined, root };
  const at = found.path
    .replace(/\(appId='\{appId\}'\)/, "/{appId}")
    .split("/")
    .findIndex((part) => part.startsWith("{"));
  return { operationId: found.operationId, key: at < 0 ? undefined : asked[at], root };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
