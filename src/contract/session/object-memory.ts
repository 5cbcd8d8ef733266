/** What is known of one object by what was written to it. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange, Json } from "../exchange.js";
import { isSuccess, toJson, toList } from "../exchange.js";
import { isEqual } from "../judge.js";
import { certificateList } from "../model/shown.js";
import { readUpload } from "../model/upload.js";

/** The collections of credentials. */
const COLLECTIONS = ["keyCredentials", "passwordCredentials"] as const;

/** What must be seen; what is not in here may be anything. */
export interface ObjectMemory {
  isThere: boolean | undefined;
  /** Whether it was read and found settled since. */
  isSettled: boolean;
  /** Scalar members as they were written last. */
  readonly scalars: Map<string, unknown>;
  /** Of the authenticationConfiguration, without `#`. */
  type: string | undefined;
  /** In the certificateList at least, or alone. */
  thumbprints: { readonly list: readonly string[]; readonly isWhole: boolean } | undefined;
  /** keyIds and customKeyIdentifiers that some credential has, and keyIds that none has. */
  readonly has: Set<string>;
  readonly hasNot: Set<string>;
  /** The keyIds of a whole collection. */
  readonly whole: Map<(typeof COLLECTIONS)[number], readonly string[]>;
}

/** Nothing is known. */
export function newMemory(): ObjectMemory {
  return {
    isThere: undefined,
    isSettled: false,
    scalars: new Map(),
    type: undefined,
    thumbprints: undefined,
    has: new Set(),
    hasNot: new Set(),
    whole: new Map(),
  };
}

/** Takes note of a write. What was refused has changed nothing; of what was not answered nobody knows, so all is forgotten. */
export async function noteWrite(memory: ObjectMemory, write: Exchange, provider: CryptoProvider): Promise<void> {
  const { operationId = "", request, response } = write;
  memory.isSettled = false;
  if (response.status === 0 || response.status >= 500) forget(memory);
  if (!isSuccess(write)) return;
  const name = operationId.replace(/^[^.]*\./, "").replace(/ByAppId$/, "");
  const answer = toJson(response.json);
  switch (name) {
    case "create":
      memory.isThere = true;
      await noteMembers(memory, toJson(request.json), provider);
      return;
    case "delete":
      memory.isThere = false;
      return;
    case "update":
      await noteMembers(memory, toJson(request.json), provider);
      return;
    case "uploadClientCertificate": {
      const upload = await readUpload(toJson(request.json), provider);
      const shown = certificateList(write).map(({ thumbprint }) => String(thumbprint));
      const own = upload.verdict === "good" ? [upload.thumbprint] : [];
      memory.type = "microsoft.graph.clientCertificateAuthentication";
      memory.thumbprints = { list: shown.length > 0 ? shown : own, isWhole: false };
      return;
    }
    case "addTokenSigningCertificate":
      notePresent(memory, answer["customKeyIdentifier"]);
      return;
    case "addKey":
    case "addPassword":
      notePresent(memory, answer["keyId"]);
      return;
    case "removeKey":
    case "removePassword": {
      const keyId = textOf(toJson(request.json)["keyId"]);
      memory.whole.clear();
      memory.has.delete(keyId);
      memory.hasNot.add(keyId);
      return;
    }
    default:
  }
}

function forget(memory: ObjectMemory): void {
  memory.isThere = undefined;
  for (const known of [memory.scalars, memory.has, memory.hasNot, memory.whole]) known.clear();
  memory.type = undefined;
  memory.thumbprints = undefined;
}

const textOf = (value: unknown): string => String(value).toLowerCase();
const bareType = (value: unknown): string => String(value).replace(/^#/, "");

function notePresent(memory: ObjectMemory, value: unknown): void {
  memory.whole.clear();
  if (typeof value === "string") memory.has.add(textOf(value));
}

async function noteMembers(memory: ObjectMemory, body: Json, provider: CryptoProvider): Promise<void> {
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== "object" || value === null) memory.scalars.set(name, value);
  }
  for (const name of COLLECTIONS) {
    if (!Array.isArray(body[name])) continue;
    memory.has.clear();
    memory.whole.set(
      name,
      toList(body[name]).map(({ keyId }) => textOf(keyId)),
    );
  }
  const configuration = toJson(body["authenticationConfiguration"]);
  if (configuration["@odata.type"] === undefined) return;
  const type = bareType(configuration["@odata.type"]);
  const isFile = type === "microsoft.graph.pkcs12Certificate";
  memory.type = isFile ? "microsoft.graph.clientCertificateAuthentication" : type;
  const upload = isFile ? await readUpload(configuration, provider) : undefined;
  memory.thumbprints = upload?.verdict === "good" ? { list: [upload.thumbprint], isWhole: true } : undefined;
}

/** Whether an object as it was read is as it must be. @param json - without members that were not asked for */
export function shows(memory: ObjectMemory, status: number, json: unknown): boolean {
  if (memory.isThere === false) return status === 404;
  if (status !== 200) return memory.isThere === undefined;
  const body = toJson(json);
  const areScalars = [...memory.scalars].every(([name, value]) => !(name in body) || isEqual(body[name], value));
  return areScalars && showsCertificates(memory, body) && showsCredentials(memory, body);
}

function showsCertificates({ type, thumbprints }: ObjectMemory, body: Json): boolean {
  const configuration = toJson(body["authenticationConfiguration"]);
  if (type === undefined || !("authenticationConfiguration" in body)) return true;
  if (bareType(configuration["@odata.type"]) !== type) return false;
  const list = toList(configuration["certificateList"]).map(({ thumbprint }) => textOf(thumbprint));
  if (thumbprints === undefined) return true;
  if (thumbprints.isWhole && list.length !== thumbprints.list.length) return false;
  return list.length >= thumbprints.list.length && thumbprints.list.every((it) => list.includes(textOf(it)));
}

function showsCredentials({ has, hasNot, whole }: ObjectMemory, body: Json): boolean {
  const shown = COLLECTIONS.filter((name) => name in body);
  // An answer of which half is missing says nothing of what must be in either.
  if (shown.length < COLLECTIONS.length) return true;
  const entries = shown.flatMap((name) => toList(body[name]));
  const names = new Set(entries.flatMap((it) => [textOf(it["keyId"]), textOf(it["customKeyIdentifier"])]));
  const areWhole = shown.every((name) => {
    const expected = whole.get(name);
    const actual = toList(body[name]).map(({ keyId }) => textOf(keyId));
    return expected === undefined || isEqual([...expected].sort(), actual.sort());
  });
  return areWhole && [...has].every((it) => names.has(it)) && ![...hasNot].some((it) => names.has(it));
}
