/** Where connectors and credentials stand in answers, alone or in a list. */
import type { Exchange, Json } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson, toList } from "../exchange.js";

/** A part of an answer's body and the way to it. */
export interface Shown {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly json: Json;
  /** Whether it stood in a collection. */
  readonly isListed: boolean;
}

/** The entities that a successful answer about this resource shows: of a type's own operations, not of its actions' results. */
export function entitiesIn(
  exchange: Exchange,
  resource: "identityApiConnector" | "servicePrincipal",
): readonly Shown[] {
  const { operationId = "", response } = exchange;
  const [type, name = ""] = operationId.split(".");
  if (type !== resource || !isSuccess(exchange) || !isBodyKnown(response)) return [];
  if (name === "list") {
    return toList(toJson(response.json)["value"]).map((json, i) => ({ pointer: `/value/${i}`, json, isListed: true }));
  }
  const isEntity = /^(?:create|get|uploadClientCertificate)(?:ByAppId)?$/.test(name);
  return isEntity ? [{ pointer: "", json: toJson(response.json), isListed: false }] : [];
}

/** The names in `$select`, in lower case. */
export function selectedIn({ request }: Exchange): readonly string[] {
  const { searchParams } = new URL(request.url);
  const text = [...searchParams].find(([name]) => /^\$?select$/i.test(name))?.[1] ?? "";
  return text.split(",").map((name) => name.trim().toLowerCase());
}

/** Whether annotations are to be expected: `odata.metadata=none` asks for none (OData JSON Format 4.01 section 3.1). */
export function wantsMetadata({ request }: Exchange): boolean {
  return !/odata\.metadata\s*=\s*none/i.test(request.headers["accept"] ?? "");
}

/** The certificateLists that an answer shows. */
export function certificateListsIn(exchange: Exchange): readonly (Shown & { readonly list: readonly Json[] })[] {
  return entitiesIn(exchange, "identityApiConnector").flatMap((shown) => {
    const { certificateList } = toJson(shown.json["authenticationConfiguration"]);
    if (!Array.isArray(certificateList)) return [];
    const pointer = `${shown.pointer}/authenticationConfiguration/certificateList`;
    return [{ ...shown, pointer, list: toList(certificateList) }];
  });
}

/** The entries of a connector's certificateList; empty where it has none. */
export function certificateList(exchange: Exchange | undefined): readonly Json[] {
  const body = toJson(exchange?.response.json);
  return toList(toJson(body["authenticationConfiguration"])["certificateList"]);
}

/** A connector's kind of authentication, without the `#`. */
export function authenticationType(exchange: Exchange | undefined): string | undefined {
  const type = toJson(toJson(exchange?.response.json)["authenticationConfiguration"])["@odata.type"];
  return typeof type === "string" ? type.replace(/^#/, "") : undefined;
}

/** Entries by their keyId. */
export function byKeyId(entries: readonly Json[]): ReadonlyMap<string, Json> {
  return new Map(entries.map((entry) => [String(entry["keyId"]).toLowerCase(), entry]));
}

/** The credentials that a read of a servicePrincipal shows. */
export function credentials(exchange: Exchange | undefined): {
  readonly keys: readonly Json[];
  readonly passwords: readonly Json[];
} {
  const { keyCredentials, passwordCredentials } = toJson(exchange?.response.json);
  return { keys: toList(keyCredentials), passwords: toList(passwordCredentials) };
}
