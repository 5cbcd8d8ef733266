/** The addresses that a rollover calls. */
import type { CloudId } from "../graph/clouds.js";
import { graphRoot, requireCloud } from "../graph/clouds.js";
import type { ReadServicePrincipal } from "../graph/service-principal.js";

const SELECT = "$select=id,appId,displayName,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";

/** Where a rollover reads, where it changes, and where applications read. */
export interface Addresses {
  readonly read: string;
  readonly change: string;
  /** `null` without appId. */
  readonly metadata: string | null;
}

/**
 * The addresses of a servicePrincipal: by its object id, or by its application's where that alone is known (both keys are in
 * Graph's metadata).
 * @throws {RangeError} naming `servicePrincipalId` where neither is known, or `cloud`
 */
export function resolveAddresses(
  { id, appId }: ReadServicePrincipal,
  {
    cloud,
    servicePrincipalId,
    tenant,
  }: {
    readonly cloud: CloudId;
    readonly servicePrincipalId?: string | undefined;
    readonly tenant?: string | undefined;
  },
): Addresses {
  const objectId = servicePrincipalId ?? id;
  const key = objectId ? `/${encode(objectId)}` : appId ? `(appId='${encode(appId)}')` : undefined;
  if (key === undefined) throw new RangeError('"servicePrincipalId" expected, since neither id nor appId was read');
  const change = `${graphRoot(cloud)}/servicePrincipals${key}`;
  const login = requireCloud(cloud).authority.value;
  return {
    read: `${change}?${SELECT}`,
    change,
    metadata: appId
      ? `https://${login}/${tenant === undefined ? "{tenant}" : encode(tenant)}/federationmetadata/2007-06/federationmetadata.xml?appid=${encode(appId)}`
      : null,
  };
}

/** As encodeURIComponent, and the marks that a shell or OData gives a meaning to. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
