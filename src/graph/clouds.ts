/** The clouds that Graph runs in: their hosts, and which of the requests around certificates exist there. */
import { UnsupportedError } from "../errors.js";
import type { Evidence } from "../readers/evidence.js";

/** The global cloud (GCC is part of it), GCC High, DoD, and China operated by 21Vianet. */
export type CloudId = "global" | "us-gov-l4" | "us-gov-l5" | "china";

/** A request around certificates. */
export type GraphAction =
  | "uploadClientCertificate"
  | "addTokenSigningCertificate"
  | "addKey"
  | "removeKey"
  | "updateServicePrincipal";

/** A statement with what it rests on. */
export interface Cell<T> {
  readonly value: T;
  readonly evidence: Evidence;
  readonly source: string;
}

/** One cloud, v1.0 of Graph. */
export interface Cloud {
  readonly id: CloudId;
  readonly name: string;
  /** Host name of Graph. */
  readonly graphHost: Cell<string>;
  /** Host name that people sign in at. */
  readonly authority: Cell<string>;
  /** Host name in the audience of a client assertion; the same but in China. */
  readonly tokenAuthority: Cell<string>;
  /** Whether the request exists. */
  readonly actions: Readonly<Record<GraphAction, Cell<boolean>>>;
}

const DEPLOYMENTS = "Microsoft Graph docs, concepts/deployments";
const AVAILABILITY = "table of national clouds on the request's v1.0 page; v1.0 metadata (CSDL) of the cloud";

const documented = <T>(value: T, source: string): Cell<T> => ({ value, evidence: "documented", source });

/** @param actions - which of the two actions with gaps exist; the rest exists everywhere */
function availability(
  uploadClientCertificate: boolean,
  addTokenSigningCertificate: boolean,
): Readonly<Record<GraphAction, Cell<boolean>>> {
  return {
    uploadClientCertificate: documented(uploadClientCertificate, AVAILABILITY),
    addTokenSigningCertificate: documented(addTokenSigningCertificate, AVAILABILITY),
    addKey: documented(true, AVAILABILITY),
    removeKey: documented(true, AVAILABILITY),
    updateServicePrincipal: documented(true, AVAILABILITY),
  };
}

/**
 * The clouds, for v1.0. In beta the page of uploadClientCertificate ticks all four; whether the services follow it is not
 * verified.
 */
export const CLOUDS: Readonly<Record<CloudId, Cloud>> = {
  global: {
    id: "global",
    name: "Microsoft Graph global service (GCC too)",
    graphHost: documented("graph.microsoft.com", DEPLOYMENTS),
    authority: documented("login.microsoftonline.com", DEPLOYMENTS),
    tokenAuthority: documented("login.microsoftonline.com", "Microsoft identity platform, certificate credentials"),
    actions: availability(true, true),
  },
  "us-gov-l4": {
    id: "us-gov-l4",
    name: "Microsoft Graph for US Government L4 (GCC High)",
    graphHost: documented("graph.microsoft.us", DEPLOYMENTS),
    authority: documented("login.microsoftonline.us", DEPLOYMENTS),
    tokenAuthority: documented("login.microsoftonline.us", DEPLOYMENTS),
    actions: availability(false, false),
  },
  "us-gov-l5": {
    id: "us-gov-l5",
    name: "Microsoft Graph for US Government L5 (DoD)",
    graphHost: documented("dod-graph.microsoft.us", DEPLOYMENTS),
    authority: documented("login.microsoftonline.us", DEPLOYMENTS),
    tokenAuthority: documented("login.microsoftonline.us", DEPLOYMENTS),
    actions: availability(false, false),
  },
  china: {
    id: "china",
    name: "Microsoft Graph China operated by 21Vianet",
    graphHost: documented("microsoftgraph.chinacloudapi.cn", DEPLOYMENTS),
    authority: documented("login.chinacloudapi.cn", DEPLOYMENTS),
    // Also what MSAL's instance metadata prefers.
    tokenAuthority: documented("login.partner.microsoftonline.cn", "docs.azure.cn, certificate credentials"),
    actions: availability(true, false),
  },
};

/** How to reach the goal of an action without it. */
const OTHER_WAYS: Partial<Record<GraphAction, string>> = {
  addTokenSigningCertificate:
    "bring your own certificate instead: PATCH /servicePrincipals/{id} with keyCredentials and passwordCredentials " +
    "(toKeyCredentials, addToPatch) works in every cloud",
};

/**
 * The cloud of this id.
 * @throws {RangeError} naming `cloud`
 */
export function requireCloud(cloud: CloudId): Cloud {
  if (Object.hasOwn(CLOUDS, cloud)) return CLOUDS[cloud];
  throw new RangeError(`"cloud" expected ${Object.keys(CLOUDS).join(", ")}, got ${String(cloud)}`);
}

/**
 * Answers where the action exists in v1.0 of the cloud.
 * @throws {UnsupportedError} `ERR_GRAPH_ACTION_UNAVAILABLE` where it does not; the message names another way if there is one
 * @throws {RangeError} naming `cloud` or `action`
 */
export function requireAction(cloud: CloudId, action: GraphAction): void {
  const { name, actions } = requireCloud(cloud);
  if (!Object.hasOwn(actions, action)) {
    throw new RangeError(`"action" expected ${Object.keys(actions).join(", ")}, got ${String(action)}`);
  }
  if (actions[action].value) return;
  const otherWay = OTHER_WAYS[action] ?? `it exists in: ${cloudsWith(action).join(", ")}`;
  throw new UnsupportedError(`${name} has no ${action}; ${otherWay}`, {
    code: "ERR_GRAPH_ACTION_UNAVAILABLE",
    at: action,
  });
}

/** The service root, such as `https://graph.microsoft.com/v1.0`. @throws {RangeError} naming `cloud` */
export function graphRoot(cloud: CloudId, version: "v1.0" | "beta" = "v1.0"): string {
  return `https://${requireCloud(cloud).graphHost.value}/${version}`;
}

/**
 * Where a tenant's apps get their tokens (RFC 6749 section 3.2), which is the audience of their assertions too.
 * @param tenant - GUID or domain name; `common` and `organizations` have no tokens for apps
 * @throws {TypeError} @throws {RangeError} naming the argument
 */
export function tokenEndpoint(cloud: CloudId, tenant: string): string {
  if (typeof tenant !== "string") throw new TypeError('"tenant" expected a string');
  if (!/^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/i.test(tenant) || /^(?:common|organizations|consumers)$/i.test(tenant)) {
    throw new RangeError('"tenant" expected a GUID or a domain name of one tenant');
  }
  return `https://${requireCloud(cloud).tokenAuthority.value}/${tenant}/oauth2/v2.0/token`;
}

function cloudsWith(action: GraphAction): readonly CloudId[] {
  return Object.values(CLOUDS).flatMap(({ id, actions }) => (actions[action].value ? [id] : []));
}
