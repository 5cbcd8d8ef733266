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

/** One operation, its path in parts. */
interface Template {
  readonly operationId: OperationId;
  readonly isByAppId: boolean;
  /** In lower case; a key as `{…}`. */
  readonly parts: readonly string[];
  /** Which part is the key; -1 where there is none. */
  readonly keyAt: number;
}

/** The operations of a method; read once, since every request of a run and of a recording is looked up. */
const templatesOf = (() => {
  const byMethod = new Map<string, readonly Template[]>();
  return (method: string): readonly Template[] => {
    const known = byMethod.get(method);
    if (known !== undefined) return known;
    const templates = OPERATIONS.filter((it) => it.method === method).map(toTemplate);
    byMethod.set(method, templates);
    return templates;
  };
})();

function toTemplate({ operationId, path }: (typeof OPERATIONS)[number]): Template {
  const parts = path
    .replace(/\(appId='\{appId\}'\)/, "/{appId}")
    .toLowerCase()
    .split("/");
  const keyAt = parts.findIndex((part) => part.startsWith("{"));
  return { operationId, isByAppId: operationId.endsWith("ByAppId"), parts, keyAt };
}

const NAMESPACE = /\/(?:microsoft\.)?graph\.(?=[a-z]+$)/i;
const ROOT = /^(.*?\/(?:v1\.0|beta))(?=\/|$)/i;
const BY_PROPERTY = /\/([a-z]+)\(\s*(?:([a-z]+)\s*=\s*)?'?([^')]+)'?\s*\)/i;

/**
 * Reads a request's address. Names are taken in any case, a key as segment or in parentheses, an action by either name. The
 * query is not looked at.
 * @param url - a whole address, of any service
 * @returns `operationId` and `key` (in lower case) are `undefined` for what the contract does not know, such as `$batch`
 * @throws {TypeError} for what is no address
 */
export function operationOf(method: string, url: string): Asked {
  const { origin, pathname } = new URL(url);
  const [, prefix = ""] = ROOT.exec(pathname) ?? [];
  const path = decode(pathname.slice(prefix.length)).replace(/\/$/, "").replace(NAMESPACE, "/");
  const [, collection, property = "id", value] = BY_PROPERTY.exec(path) ?? [];
  const isByAppId = property.toLowerCase() === "appid" && value !== undefined;
  const plain = value === undefined ? path : path.replace(BY_PROPERTY, `/${collection}/${value}`);
  const asked = plain.toLowerCase().split("/");
  const found = templatesOf(method).find(
    (it) =>
      it.isByAppId === isByAppId &&
      it.parts.length === asked.length &&
      it.parts.every((part, i) => i === it.keyAt || part === asked[i]),
  );
  const root = `${origin}${prefix}`;
  if (found === undefined) return { operationId: undefined, key: undefined, root };
  return { operationId: found.operationId, key: asked[found.keyAt], root };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
