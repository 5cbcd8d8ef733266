/** `POST /identity/apiConnectors/{id}/uploadClientCertificate`: the body, and the answer that it leads to. */
import { encodeBase64 } from "../bytes/base64.js";
import type { OpenedFile } from "../credential/opened-file.js";
import { MalformedError } from "../errors.js";
import type { UploadedCertificate } from "./certificate-list.js";
import { fromCertificateList, toCertificateList, toUploadedCertificate } from "./certificate-list.js";
import type { ClientCertificateAuthentication, IdentityApiConnector, UploadClientCertificateBody } from "./model.js";
import type { WithContext } from "./odata.js";
import { contextUrl } from "./odata.js";

const CLIENT_CERTIFICATE = "#microsoft.graph.clientCertificateAuthentication";

/**
 * The body of the action.
 * @param pfx - the file as it is; whether it opens with this password is for the caller to know
 * @param password - `""` for a file without one: Graph wants the member in any case
 */
export function toUploadClientCertificate(pfx: Uint8Array, password: string): UploadClientCertificateBody {
  return { pkcs12Value: encodeBase64(pfx), password };
}

/**
 * The `authenticationConfiguration` that an upload leads to.
 * @param before - what the connector has now; a connector with basicAuthentication starts a new list (an assumption:
 * the documentation does not say what this action does to it)
 */
export function predictAuthenticationConfiguration(
  before: IdentityApiConnector["authenticationConfiguration"],
  certificate: UploadedCertificate,
  now: Date,
): ClientCertificateAuthentication {
  const entries = isClientCertificate(before) ? before.certificateList : [];
  return {
    "@odata.type": CLIENT_CERTIFICATE,
    certificateList: toCertificateList([...fromCertificateList(entries), certificate], now),
  };
}

/** Graph writes the type with a leading `#`; its documentation also shows it without one. */
function isClientCertificate(
  configuration: IdentityApiConnector["authenticationConfiguration"],
): configuration is ClientCertificateAuthentication {
  const type: string | undefined = configuration?.["@odata.type"];
  return type === CLIENT_CERTIFICATE || type === CLIENT_CERTIFICATE.slice(1);
}

/**
 * The whole answer of the action: the connector with the file's certificate at the end of its list, `isActive` set anew.
 * Of several credentials in one file the first of `opened.credentials` is taken (an assumption: which one Graph takes is
 * not documented).
 * @param connector - as a GET shows it
 * @param now - the time of the answer
 * @throws {MalformedError} `ERR_GRAPH_NO_CREDENTIAL` for a file without a private key and its certificate
 */
export function predictUpload(
  connector: IdentityApiConnector,
  opened: OpenedFile,
  now: Date,
): WithContext<IdentityApiConnector> {
  const [credential] = opened.credentials;
  if (credential === undefined) {
    throw new MalformedError("the file holds no private key with its certificate", {
      code: "ERR_GRAPH_NO_CREDENTIAL",
      at: "pfx",
    });
  }
  const { id, displayName = null, targetUrl = null, authenticationConfiguration } = connector;
  const uploaded = toUploadedCertificate(credential.certificate);
  return {
    "@odata.context": contextUrl("identity/apiConnectors/$entity"),
    id,
    displayName,
    targetUrl,
    authenticationConfiguration: predictAuthenticationConfiguration(authenticationConfiguration, uploaded, now),
  };
}
