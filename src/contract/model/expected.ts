/** What traffic must look like, worked out of its requests alone and apart from whoever answered them. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import { isSuccess, toJson } from "../exchange.js";
import type { CertificateReading } from "./certificate-reading.js";
import { readCertificate } from "./certificate-reading.js";
import type { Change } from "./changes.js";
import { findChanges, idsByAppId, objectOf } from "./changes.js";
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
}

/** Opens every file and certificate of the traffic. Rules then need no time of their own. */
export async function expect(exchanges: readonly Exchange[], provider: CryptoProvider): Promise<Expected> {
  const uploads = new Map<Exchange, Upload>();
  const minted = new Map<Exchange, CertificateReading>();
  const orders = new Map<Exchange, readonly string[]>();
  const current = new Map<string, readonly string[]>();
  const ids = idsByAppId(exchanges);
  for (const exchange of exchanges) {
    const upload = await readUploadOf(exchange, provider);
    if (upload !== undefined) uploads.set(exchange, upload);
    const { operationId = "", response } = exchange;
    if (operationId.startsWith("servicePrincipal.addTokenSigningCertificate") && response.status === 200) {
      minted.set(exchange, await readCertificate(toJson(response.json)["key"], provider));
    }
    const id = objectOf(exchange, ids);
    if (id === undefined) continue;
    if (upload?.verdict === "good" && isSuccess(exchange)) {
      const isAction = operationId.endsWith(".uploadClientCertificate");
      current.set(id, [...(isAction ? (current.get(id) ?? []) : []), upload.thumbprint]);
    }
    orders.set(exchange, current.get(id) ?? []);
  }
  return {
    upload: (exchange) => uploads.get(exchange),
    minted: (exchange) => minted.get(exchange),
    changes: findChanges(exchanges),
    uploadOrder: (exchange) => orders.get(exchange) ?? [],
    objectOf: (exchange) => objectOf(exchange, ids),
  };
}
