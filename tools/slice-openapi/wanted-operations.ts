/** The operations of Graph that this project is about: what the slice keeps, and what each is called afterwards. */

export type Method = "get" | "post" | "patch" | "delete";

export interface WantedOperation {
  /** Canonical operationId of the normalised document. */
  readonly operationId: string;
  readonly method: Method;
  /** Path with `{}` for every parameter and no namespace in front of actions. */
  readonly path: string;
  /** False where not every published document has it: its absence is reported and no error. */
  readonly isRequired: boolean;
}

function wanted(path: string, methods: Readonly<Partial<Record<Method, string>>>): readonly WantedOperation[] {
  return Object.entries(methods).map(([method, operationId]) => ({
    operationId,
    method: method as Method,
    path,
    isRequired: !path.includes("("),
  }));
}

const SERVICE_PRINCIPAL_ACTIONS = [
  "addTokenSigningCertificate",
  "addKey",
  "removeKey",
  "addPassword",
  "removePassword",
];

/** One servicePrincipal, addressed by its id or by its alternate key. */
function servicePrincipal(path: string, suffix: string): readonly WantedOperation[] {
  const operationId = (name: string): string => `servicePrincipal.${name}${suffix}`;
  return [
    ...wanted(path, { get: operationId("get"), patch: operationId("update"), delete: operationId("delete") }),
    ...SERVICE_PRINCIPAL_ACTIONS.flatMap((action) => wanted(`${path}/${action}`, { post: operationId(action) })),
  ];
}

export const WANTED_OPERATIONS: readonly WantedOperation[] = [
  ...wanted("/identity/apiConnectors", { get: "identityApiConnector.list", post: "identityApiConnector.create" }),
  ...wanted("/identity/apiConnectors/{}", {
    get: "identityApiConnector.get",
    patch: "identityApiConnector.update",
    delete: "identityApiConnector.delete",
  }),
  ...wanted("/identity/apiConnectors/{}/uploadClientCertificate", {
    post: "identityApiConnector.uploadClientCertificate",
  }),
  ...wanted("/servicePrincipals", { get: "servicePrincipal.list", post: "servicePrincipal.create" }),
  ...servicePrincipal("/servicePrincipals/{}", ""),
  ...servicePrincipal("/servicePrincipals(appId='{}')", "ByAppId"),
  ...wanted("/applications", { post: "application.create" }),
  ...wanted("/applications/{}", { get: "application.get", delete: "application.delete" }),
];

/** A path as it is compared: parameters without names, actions without namespace, case ignored (Graph ignores it). */
export function comparablePath(path: string): string {
  return withoutNamespaces(path)
    .replaceAll(/\{[^}]*\}/g, "{}")
    .toLowerCase();
}

/** Older documents write `/microsoft.graph.addKey`, newer ones `/addKey`; the service takes both. */
export function withoutNamespaces(path: string): string {
  return path.replaceAll("/microsoft.graph.", "/");
}
