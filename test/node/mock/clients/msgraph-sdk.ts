/** The scenario by @microsoft/msgraph-sdk, Kiota's models: each body is written by, and each answer read into, its types. */
import type { ModelSerializerFunction, Parsable, ParsableFactory } from "@microsoft/kiota-abstractions";
import {
  AllowedHostsValidator,
  BaseBearerTokenAuthenticationProvider,
  HttpMethod,
  ParseNodeFactoryRegistry,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { KiotaClientFactory } from "@microsoft/kiota-http-fetchlibrary";
import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import type { ClientCertificateAuthentication, IdentityApiConnector } from "@microsoft/msgraph-sdk/models/index.js";
import {
  createApplicationFromDiscriminatorValue,
  createIdentityApiConnectorFromDiscriminatorValue,
  createSelfSignedCertificateFromDiscriminatorValue,
  createServicePrincipalFromDiscriminatorValue,
  serializeApplication,
  serializeIdentityApiConnector,
  serializeSelfSignedCertificate,
  serializeServicePrincipal,
} from "@microsoft/msgraph-sdk/models/index.js";
import type { ODataError } from "@microsoft/msgraph-sdk/models/oDataErrors/index.js";
import { createODataErrorFromDiscriminatorValue } from "@microsoft/msgraph-sdk/models/oDataErrors/index.js";
import type { Json, ScenarioClient } from "./scenario-client.js";
import { SELECTED, TOKEN } from "./scenario-client.js";

/** How Kiota reads and writes one type, and what of it the test does itself. */
interface Model<T extends Parsable> {
  readonly read: ParsableFactory<T>;
  readonly write: ModelSerializerFunction<T>;
  readonly toSend?: (model: T, json: Json) => T;
  readonly toShow?: (json: Json, model: T) => Json;
}

/**
 * Kiota reads the types that derive from apiAuthenticationConfigurationBase; written as a member of a connector, preview 90
 * leaves out all but `@odata.type` of them. Who wants to send one puts its members into `additionalData`.
 */
const CONNECTOR: Model<IdentityApiConnector> = {
  read: createIdentityApiConnectorFromDiscriminatorValue,
  write: serializeIdentityApiConnector,
  toSend: (model, { authenticationConfiguration: configuration }) => {
    if (configuration === undefined) return model;
    const { "@odata.type": odataType, ...additionalData } = configuration as Record<string, unknown>;
    return { ...model, authenticationConfiguration: { odataType: odataType as string, additionalData } };
  },
  toShow: (json, { authenticationConfiguration: configuration }) => {
    // A null that stands for an object is read as an object without members.
    if (!configuration?.odataType) return { ...json, authenticationConfiguration: null };
    const { odataType, certificateList } = configuration as ClientCertificateAuthentication;
    const entries = certificateList?.map(({ thumbprint, notBefore, notAfter, isActive }) => {
      return { thumbprint, notBefore, notAfter, isActive };
    });
    return { ...json, authenticationConfiguration: { "@odata.type": odataType, certificateList: entries } };
  },
};
const APPLICATION = { read: createApplicationFromDiscriminatorValue, write: serializeApplication };
const PRINCIPAL = { read: createServicePrincipalFromDiscriminatorValue, write: serializeServicePrincipal };
const CERTIFICATE = { read: createSelfSignedCertificateFromDiscriminatorValue, write: serializeSelfSignedCertificate };

const JSON_TYPE = "application/json";
const ERRORS = { XXX: createODataErrorFromDiscriminatorValue };

/** @param root - the service root; @param fetchFrom - default: the global fetch */
export function msgraphSdk(root: string, fetchFrom?: (request: Request) => Promise<Response>): ScenarioClient {
  const authentication = new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: () => Promise.resolve(TOKEN),
    getAllowedHostsValidator: () => new AllowedHostsValidator(new Set([new URL(root).hostname])),
  });
  const parseNodes = new ParseNodeFactoryRegistry();
  const http =
    fetchFrom && KiotaClientFactory.create((url: string, init: RequestInit) => fetchFrom(new Request(url, init)));
  const adapter = new GraphRequestAdapter(authentication, parseNodes, undefined, http);
  adapter.baseUrl = root;
  createGraphServiceClient(adapter);

  const toModel = <T extends Parsable>(json: Json, { read, toSend }: Model<T>): T => {
    const model = parseNodes.getRootParseNode(JSON_TYPE, toArrayBuffer(JSON.stringify(json))).getObjectValue(read) as T;
    return toSend === undefined ? model : toSend(model, json);
  };
  const toJson = <T extends Parsable>(model: T | undefined, { write, toShow }: Model<T>): Json => {
    if (model === undefined) throw new Error("an answer without a body");
    const writer = adapter.getSerializationWriterFactory().getSerializationWriter(JSON_TYPE);
    writer.writeObjectValue(undefined, model, write);
    const json = JSON.parse(new TextDecoder().decode(writer.getSerializedContent())) as Json;
    return toShow === undefined ? json : toShow(json, model);
  };
  const request = (method: HttpMethod, path: string): RequestInformation => {
    const information = new RequestInformation(method, `{+baseurl}${path}`, { baseurl: root });
    information.headers.add("Accept", JSON_TYPE);
    return information;
  };
  const withBody = <T extends Parsable>(method: HttpMethod, path: string, body: Json, model: Model<T>) => {
    const information = request(method, path);
    information.setContentFromParsable(adapter, JSON_TYPE, toModel(body, model), model.write);
    return information;
  };
  const receive = async <T extends Parsable>(information: RequestInformation, model: Model<T>): Promise<Json> =>
    toJson(await adapter.send(information, model.read, ERRORS), model);
  const post = <T extends Parsable>(path: string, body: Json, model: Model<T>): Promise<Json> =>
    receive(withBody(HttpMethod.POST, path, body, model), model);
  /** The types of actions' parameters are in packages of their own. */
  const act = <T extends Parsable>(path: string, body: Json, model: Model<T>): Promise<Json> => {
    const information = request(HttpMethod.POST, path);
    information.setStreamContent(toArrayBuffer(JSON.stringify(body)), JSON_TYPE);
    return receive(information, model);
  };

  const connector = (id: string): string => `/identity/apiConnectors/${id}`;
  const principal = (id: string): string => `/servicePrincipals/${id}`;
  return {
    createConnector: (body) => post("/identity/apiConnectors", body, CONNECTOR),
    getConnector: (id) => receive(request(HttpMethod.GET, connector(id)), CONNECTOR),
    updateConnector: (id, body) =>
      adapter.sendNoResponseContent(withBody(HttpMethod.PATCH, connector(id), body, CONNECTOR), ERRORS),
    deleteConnector: (id) => adapter.sendNoResponseContent(request(HttpMethod.DELETE, connector(id)), ERRORS),
    uploadClientCertificate: (id, body) => act(`${connector(id)}/uploadClientCertificate`, body, CONNECTOR),
    createApplication: (body) => post("/applications", body, APPLICATION),
    createServicePrincipal: (body) => post("/servicePrincipals", body, PRINCIPAL),
    getServicePrincipal: (id) =>
      receive(request(HttpMethod.GET, `${principal(id)}?$select=${SELECTED.join(",")}`), PRINCIPAL),
    updateServicePrincipal: (id, body) =>
      adapter.sendNoResponseContent(withBody(HttpMethod.PATCH, principal(id), body, PRINCIPAL), ERRORS),
    addTokenSigningCertificate: (id, body) => act(`${principal(id)}/addTokenSigningCertificate`, body, CERTIFICATE),
    failureOf: (error) => {
      if (!isODataError(error)) throw error;
      const { code, message, innerError } = error.errorEscaped ?? {};
      return {
        type: "ODataError",
        status: error.responseStatusCode,
        code,
        message,
        requestId: innerError?.requestId,
      };
    },
  };
}

/** Kiota's errors are plain objects of a type, not of a class. */
function isODataError(error: unknown): error is ODataError {
  return typeof error === "object" && error !== null && "errorEscaped" in error;
}

function toArrayBuffer(text: string): ArrayBuffer {
  return new Uint8Array(new TextEncoder().encode(text)).buffer;
}
