/** An identityApiConnector as Graph shows it. */
import { toCertificateList } from "../graph/certificate-list.js";
import type { IdentityApiConnector } from "../graph/model.js";
import type { Resource } from "./answers.js";
import type { Members } from "./members.js";
import type { StoredAuthentication, StoredConnector } from "./state.js";

/** Its name in the metadata. */
export const CONNECTOR_TYPE = "microsoft.graph.identityApiConnector";

/** The collection; its type is closed. */
export const CONNECTORS: Resource<"apiConnectors"> = {
  collection: "apiConnectors",
  path: "identity/apiConnectors",
  type: CONNECTOR_TYPE,
  members: ["id", "displayName", "targetUrl", "authenticationConfiguration"],
  show: (connector, now) => showConnector(connector, now) as unknown as Members,
};

/** With `isActive` as of `now`: the clock alone can change it. */
export function showConnector(connector: StoredConnector, now: Date): IdentityApiConnector {
  const { id, displayName, targetUrl, authentication } = connector;
  return { id, displayName, targetUrl, authenticationConfiguration: showAuthentication(authentication, now) };
}

function showAuthentication(
  authentication: StoredAuthentication | null,
  now: Date,
): NonNullable<IdentityApiConnector["authenticationConfiguration"]> | null {
  if (authentication === null) return null;
  if (authentication.kind === "basic") {
    const { username } = authentication;
    // The documentation's own example shows six asterisks.
    return { "@odata.type": "#microsoft.graph.basicAuthentication", username, password: "******" };
  }
  const uploaded = authentication.certificates.map(({ thumbprint, notBefore, notAfter }) => ({
    thumbprint,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
  }));
  return {
    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
    certificateList: toCertificateList(uploaded, now),
  };
}
