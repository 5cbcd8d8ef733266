/** Which permissions an operation asks for, in tokens of apps (`roles`) and of users (`scp`). */
import type { GraphAction } from "../graph/clouds.js";
import { PERMISSIONS } from "../graph/permissions.js";
import type { OperationId } from "./operations.js";

/** Any one of them is enough. */
export interface Needed {
  readonly roles: readonly string[];
  readonly scp: readonly string[];
}

/**
 * Reading connectors: the page "Get identityApiConnector" names ReadWrite.All alone; that Read.All is enough is what others
 * use (Microsoft365DSC).
 */
const READ_CONNECTORS = ["APIConnectors.Read.All", "APIConnectors.ReadWrite.All"];
/** Reading the directory: page "Get servicePrincipal", which names Directory.ReadWrite.All for users only. */
const READ_PRINCIPALS = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

/** What the operation needs; `undefined` for a batch, whose requests are asked one by one. */
export function neededFor(operation: OperationId): Needed | undefined {
  if (operation === "batch") return undefined;
  const [resource, ...rest] = operation.split(".");
  const verb = rest.at(-1) ?? "";
  const isRead = verb === "get" || verb === "list" || verb === "count" || verb === "getConfiguration";
  if (resource === "apiConnector" || resource === "userFlow") {
    return isRead ? { roles: READ_CONNECTORS, scp: READ_CONNECTORS } : toNeeded("uploadClientCertificate");
  }
  if (isRead) return { roles: [...READ_PRINCIPALS, "Application.ReadWrite.OwnedBy"], scp: READ_PRINCIPALS };
  return toNeeded(isAction(verb) ? verb : "updateServicePrincipal");
}

function toNeeded(action: GraphAction): Needed {
  const { application, delegated } = PERMISSIONS[action];
  return { roles: [application.least, ...application.higher], scp: [delegated.least, ...delegated.higher] };
}

function isAction(verb: string): verb is GraphAction {
  return Object.hasOwn(PERMISSIONS, verb);
}
