/** What the types of spec/graph.d.ts let a program do, and what they keep it from. Compiled, never run. */
import type { components, operations } from "../../spec/graph.js";
import type {
  ClientCertificateAuthentication,
  KeyCredential,
  PasswordCredential,
  Pkcs12CertificateInformation,
  SelfSignedCertificate,
  ServicePrincipal,
  UploadClientCertificateBody,
} from "../../src/graph/model.js";
import type { OperationId } from "../../src/graph/openapi.generated.js";
import type { Equal } from "./compare.js";
import { holds } from "./compare.js";

type Schemas = components["schemas"];

/** `@odata.type` alone leads to the members of the derived type. */
export function thumbprints(connector: Schemas["microsoft.graph.identityApiConnector"]): readonly string[] {
  const { authenticationConfiguration } = connector;
  if (authenticationConfiguration?.["@odata.type"] !== "#microsoft.graph.clientCertificateAuthentication") return [];
  return (authenticationConfiguration.certificateList ?? []).map((entry) => entry?.thumbprint ?? "");
}

export function withoutNarrowing(connector: Schemas["microsoft.graph.identityApiConnector"]): unknown {
  // @ts-expect-error: the other two kinds of authentication have no certificateList
  return connector.authenticationConfiguration?.certificateList;
}

// @ts-expect-error: an object is no authentication
export const garbage: Schemas["microsoft.graph.apiAuthenticationConfiguration"] = { garbage: 1 };

// @ts-expect-error: "" is needed where the PFX has no password
export const incomplete: Schemas["uploadClientCertificateRequestBody"] = { pkcs12Value: "" };

// Every operation of the document is one of the run-time table and the other way round.
holds<Equal<keyof operations, OperationId>>();

/** Whether what a room of the library makes or reads is what the document says. */
type Fits<Ours, Published> = Ours extends Published ? true : false;
holds<Fits<ClientCertificateAuthentication, Schemas["microsoft.graph.clientCertificateAuthentication"]>>();
holds<Fits<KeyCredential, Schemas["microsoft.graph.keyCredential"]>>();
holds<Fits<PasswordCredential, Schemas["microsoft.graph.passwordCredential"]>>();
holds<Fits<Pkcs12CertificateInformation, Schemas["microsoft.graph.pkcs12CertificateInformation"]>>();
holds<Fits<SelfSignedCertificate, Schemas["microsoft.graph.selfSignedCertificate"]>>();
holds<Fits<ServicePrincipal, Schemas["microsoft.graph.servicePrincipal"]>>();
holds<Fits<UploadClientCertificateBody, Schemas["uploadClientCertificateRequestBody"]>>();
