/** What the mock can be asked to do: names, paths, and what the metadata says around each of them. */

/** Whose limits a request counts against: CPIM serves the connectors, directory the rest, and a batch counts by what is in it. */
export type Workload = "cpim" | "directory" | "gateway";

/** A placeholder for a key in a path template. */
export const KEY: unique symbol = Symbol("key");

/** One operation. */
export interface Operation {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE" | "PUT";
  /** Segments after the version; a {@link KEY} stands for a key as segment or in parentheses. */
  readonly path: readonly (string | typeof KEY)[];
  readonly workload: Workload;
  readonly isWrite: boolean;
}

const read = (workload: Workload, ...path: Operation["path"]): Operation => ({
  method: "GET",
  path,
  workload,
  isWrite: false,
});
const write = (method: Operation["method"], workload: Workload, ...path: Operation["path"]): Operation => ({
  method,
  path,
  workload,
  isWrite: true,
});

const CONNECTORS = ["identity", "apiConnectors"] as const;
const FLOW = ["identity", "b2xUserFlows", KEY] as const;
const CONFIGURATION = [...FLOW, "apiConnectorConfiguration"] as const;
const SIGNUP = [...CONFIGURATION, "postFederationSignup"] as const;
const COLLECTION = [...CONFIGURATION, "postAttributeCollection"] as const;
const PRINCIPAL = ["servicePrincipals", KEY] as const;
const DELETED = ["directory", "deletedItems"] as const;

/** A name of {@link OPERATIONS}. */
export type OperationId =
  | "apiConnector.list"
  | "apiConnector.count"
  | "apiConnector.create"
  | "apiConnector.get"
  | "apiConnector.update"
  | "apiConnector.delete"
  | "apiConnector.uploadClientCertificate"
  | "userFlow.getConfiguration"
  | "userFlow.signup.get"
  | "userFlow.signup.update"
  | "userFlow.signup.delete"
  | "userFlow.signup.setRef"
  | "userFlow.signup.deleteRef"
  | "userFlow.signup.uploadClientCertificate"
  | "userFlow.collection.get"
  | "userFlow.collection.update"
  | "userFlow.collection.delete"
  | "userFlow.collection.setRef"
  | "userFlow.collection.deleteRef"
  | "userFlow.collection.uploadClientCertificate"
  | "servicePrincipal.list"
  | "servicePrincipal.count"
  | "servicePrincipal.create"
  | "servicePrincipal.get"
  | "servicePrincipal.update"
  | "servicePrincipal.delete"
  | "servicePrincipal.addTokenSigningCertificate"
  | "servicePrincipal.addKey"
  | "servicePrincipal.removeKey"
  | "servicePrincipal.addPassword"
  | "servicePrincipal.removePassword"
  | "application.list"
  | "application.count"
  | "application.create"
  | "application.get"
  | "application.delete"
  | "deletedApplication.list"
  | "deletedServicePrincipal.list"
  | "deletedItem.get"
  | "deletedItem.delete"
  | "batch";

/** Operations by a name of their own. */
export const OPERATIONS: Readonly<Record<OperationId, Operation>> = {
  "apiConnector.list": read("cpim", ...CONNECTORS),
  "apiConnector.count": read("cpim", ...CONNECTORS, "$count"),
  "apiConnector.create": write("POST", "cpim", ...CONNECTORS),
  "apiConnector.get": read("cpim", ...CONNECTORS, KEY),
  "apiConnector.update": write("PATCH", "cpim", ...CONNECTORS, KEY),
  "apiConnector.delete": write("DELETE", "cpim", ...CONNECTORS, KEY),
  "apiConnector.uploadClientCertificate": write("POST", "cpim", ...CONNECTORS, KEY, "uploadClientCertificate"),
  "userFlow.getConfiguration": read("cpim", ...CONFIGURATION),
  "userFlow.signup.get": read("cpim", ...SIGNUP),
  "userFlow.signup.update": write("PATCH", "cpim", ...SIGNUP),
  "userFlow.signup.delete": write("DELETE", "cpim", ...SIGNUP),
  "userFlow.signup.setRef": write("PUT", "cpim", ...SIGNUP, "$ref"),
  "userFlow.signup.deleteRef": write("DELETE", "cpim", ...SIGNUP, "$ref"),
  "userFlow.signup.uploadClientCertificate": write("POST", "cpim", ...SIGNUP, "uploadClientCertificate"),
  "userFlow.collection.get": read("cpim", ...COLLECTION),
  "userFlow.collection.update": write("PATCH", "cpim", ...COLLECTION),
  "userFlow.collection.delete": write("DELETE", "cpim", ...COLLECTION),
  "userFlow.collection.setRef": write("PUT", "cpim", ...COLLECTION, "$ref"),
  "userFlow.collection.deleteRef": write("DELETE", "cpim", ...COLLECTION, "$ref"),
  "userFlow.collection.uploadClientCertificate": write("POST", "cpim", ...COLLECTION, "uploadClientCertificate"),
  "servicePrincipal.list": read("directory", "servicePrincipals"),
  "servicePrincipal.count": read("directory", "servicePrincipals", "$count"),
  "servicePrincipal.create": write("POST", "directory", "servicePrincipals"),
  "servicePrincipal.get": read("directory", ...PRINCIPAL),
  "servicePrincipal.update": write("PATCH", "directory", ...PRINCIPAL),
  "servicePrincipal.delete": write("DELETE", "directory", ...PRINCIPAL),
  "servicePrincipal.addTokenSigningCertificate": write("POST", "directory", ...PRINCIPAL, "addTokenSigningCertificate"),
  "servicePrincipal.addKey": write("POST", "directory", ...PRINCIPAL, "addKey"),
  "servicePrincipal.removeKey": write("POST", "directory", ...PRINCIPAL, "removeKey"),
  "servicePrincipal.addPassword": write("POST", "directory", ...PRINCIPAL, "addPassword"),
  "servicePrincipal.removePassword": write("POST", "directory", ...PRINCIPAL, "removePassword"),
  "application.list": read("directory", "applications"),
  "application.count": read("directory", "applications", "$count"),
  "application.create": write("POST", "directory", "applications"),
  "application.get": read("directory", "applications", KEY),
  "application.delete": write("DELETE", "directory", "applications", KEY),
  "deletedApplication.list": read("directory", ...DELETED, "microsoft.graph.application"),
  "deletedServicePrincipal.list": read("directory", ...DELETED, "microsoft.graph.servicePrincipal"),
  "deletedItem.get": read("directory", ...DELETED, KEY),
  "deletedItem.delete": write("DELETE", "directory", ...DELETED, KEY),
  batch: write("POST", "gateway", "$batch"),
};
