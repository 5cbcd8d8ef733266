/** The upload that a request is, if it is one. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange, Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import { readUpload } from "./upload.js";
import type { UploadReader } from "./upload-memory.js";
import type { Upload } from "./upload-verdict.js";

/** What stands in the place of a file that has been redacted. */
const REDACTED = /^\[[^[\]]*\]$/;

/**
 * What the PFX of a request must lead to: as it was told before the request was redacted, else as the file says.
 * `undefined` for a request that is none of an upload, and for one of which nothing is told and the file is gone.
 * @param read - default: opens each file
 */
export async function readUploadOf(
  exchange: Exchange,
  provider: CryptoProvider,
  read: UploadReader = readUpload,
): Promise<Upload | undefined> {
  const file = fileOf(exchange);
  if (exchange.facts?.upload !== undefined || file === undefined) return exchange.facts?.upload;
  const isRedacted = [file["pkcs12Value"], file["password"]].some((it) => typeof it === "string" && REDACTED.test(it));
  return isRedacted ? undefined : await read(file, provider);
}

/** The members that hold a PFX, where the request is one that may. */
function fileOf({ operationId = "", request }: Exchange): Json | undefined {
  const body = toJson(request.json);
  if (operationId === "identityApiConnector.uploadClientCertificate") return body;
  if (!/^identityApiConnector\.(?:create|update)$/.test(operationId)) return undefined;
  const configuration = toJson(body["authenticationConfiguration"]);
  const type = configuration["@odata.type"];
  return typeof type === "string" && type.endsWith("microsoft.graph.pkcs12Certificate") ? configuration : undefined;
}
