/** What traffic must look like, worked out of its requests alone and apart from whoever answered them. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import { isBodyKnown, isSuccess, toJson } from "../exchange.js";
import type { SchemaFinding } from "../validation/finding.js";
import { validate } from "../validation/validate.js";
import { followAlive } from "./alive.js";
import type { CertificateReading } from "./certificate-reading.js";
import { readCertificate } from "./certificate-reading.js";
import type { Change } from "./changes.js";
import { findChanges, idsByAppId, objectOf } from "./changes.js";
import type { UploadReader } from "./upload-memory.js";
import { readUploadOf } from "./upload-of.js";
import type { Upload } from "./upload-verdict.js";

/** The expectation of one recording; every question is about its exchanges. */
export interface Expected {
  /** What the PFX of a request must lead to; `undefined` for a request that is none of an upload. */
  readonly upload: (exchange: Exchange) => Upload | undefined;
  /** The certificate that the answer of `addTokenSigningCertificate` holds. */
  readonly minted: (exchange: Exchange) => CertificateReading | undefined;
  readonly changes: readonly Change[];
  /** Thumbprints in the order in which the connector had got them when the exchange was answered, the latest last. */
  readonly uploadOrder: (exchange: Exchange) => readonly string[];
  /** The id of the object that the exchange is about, in lower case. */
  readonly objectOf: (exchange: Exchange) => string | undefined;
  /** Connectors that a list by this exchange must have: made and not deleted in this traffic. */
  readonly alive: (exchange: Exchange) => ReadonlySet<string>;
  /** What the schemas say of the body of an answer that there is, to an operation of the contract; worked out once. */
  readonly findings: (exchange: Exchange) => readonly SchemaFinding[];
}

/** What is known of traffic of which a part is judged. */
export interface History {
  /** From appId to id, in lower case, of the part too. */
  readonly ids: ReadonlyMap<string, string>;
  /** As {@link Expected.uploadOrder}, by the object's id. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
  /** As {@link Expected.alive}, of lists that are judged apart from what was made. */
  readonly alive: ReadonlyMap<Exchange, ReadonlySet<string>>;
  /** Default: opens each file. */
  readonly readUpload?: UploadReader | undefined;
}

const NOTHING: History = { ids: new Map(), orders: new Map(), alive: new Map() };

/**
 * Opens every file and certificate of the traffic. Rules then need no time of their own.
 * @param history - default: nothing is known
 */
export async function expect(
  exchanges: readonly Exchange[],
  provider: CryptoProvider,
  history: History = NOTHING,
): Promise<Expected> {
  const uploads = new Map<Exchange, Upload>();
  const minted = new Map<Exchange, CertificateReading>();
  const orders = new Map<Exchange, readonly string[]>();
  const current = new Map(history.orders);
  const lists = new Map(history.alive);
  const followed = followAlive();
  const ids = history === NOTHING ? idsByAppId(exchanges) : history.ids;
  for (const exchange of exchanges) {
    const upload = await readUploadOf(exchange, provider, history.readUpload);
    if (upload !== undefined) uploads.set(exchange, upload);
    const { operationId = "", response } = exchange;
    if (
      operationId.startsWith("servicePrincipal.addTokenSigningCertificate") &&
      response.status === 200 &&
      isBodyKnown(response)
    ) {
      minted.set(exchange, await readCertificate(toJson(response.json)["key"], provider));
    }
    const id = objectOf(exchange, ids);
    followed.note(exchange, id);
    if (operationId === "identityApiConnector.list" && !lists.has(exchange)) lists.set(exchange, followed.at(exchange));
    if (id === undefined) continue;
    if (isObscure(exchange, upload)) current.delete(id);
    if (upload?.verdict === "good" && isSuccess(exchange)) {
      const isAction = operationId.endsWith(".uploadClientCertificate");
      current.set(id, [...(isAction ? (current.get(id) ?? []) : []), upload.thumbprint]);
    }
    orders.set(exchange, current.get(id) ?? []);
  }
  return {
    upload: (exchange) => uploads.get(exchange),
    minted: (exchange) => minted.get(exchange),
    changes: findChanges(exchanges, ids),
    uploadOrder: (exchange) => orders.get(exchange) ?? [],
    objectOf: (exchange) => objectOf(exchange, ids),
    alive: (exchange) => lists.get(exchange) ?? new Set(),
    findings: createFindings(),
  };
}

/** Judges each body when it is first asked for. */
function createFindings(): Expected["findings"] {
  const known = new Map<Exchange, readonly SchemaFinding[]>();
  return (exchange) => {
    const { operationId, response } = exchange;
    if (operationId === undefined || response.status === 0) return [];
    const found = known.get(exchange) ?? validate(operationId, response.status, response.json);
    known.set(exchange, found);
    return found;
  };
}

/** Whether a connector may have got a certificate of which nothing is known: what came before it is forgotten. */
function isObscure(exchange: Exchange, upload: Upload | undefined): boolean {
  const { operationId = "", request, response } = exchange;
  const isLost = response.status === 0 || response.status >= 500;
  const mayUpload = /^identityApiConnector\.(?:update|uploadClientCertificate)$/.test(operationId);
  if (!mayUpload || (!isLost && !isSuccess(exchange))) return false;
  return upload === undefined ? !isBodyKnown(request) : isLost || upload.verdict !== "good";
}
