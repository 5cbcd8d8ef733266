/** How the expected objects look in answers. */
import { parseDateTime } from "../../src/graph/date-time.js";
import type {
  Application,
  Authentication,
  Connector,
  ExpectedState,
  Key,
  Members,
  Password,
  Principal,
} from "./expected-state.js";

/** An application; its own credentials are not in the slice. */
export function viewApplication({ id, appId, displayName, createdDateTime, others }: Application): Members {
  return {
    ...others,
    id,
    deletedDateTime: null,
    appId,
    createdDateTime,
    displayName,
    identifierUris: [],
    keyCredentials: [],
    passwordCredentials: [],
    signInAudience: "AzureADMyOrg",
    tags: [],
  };
}

/** A servicePrincipal. @param withKeys - keyCredentials were selected of a single object */
export function viewPrincipal(principal: Principal, withKeys: boolean): Members {
  const { id, appId, displayName, properties, keys, passwords } = principal;
  return {
    ...properties,
    id,
    deletedDateTime: null,
    appId,
    displayName,
    keyCredentials: keys.map((key) => viewKey(key, withKeys)),
    passwordCredentials: passwords.map(viewPassword),
  };
}

/** The private key never shows, and the type of its entry is that of a certificate. */
export function viewKey({ key, ...rest }: Key, withKey: boolean): Members {
  return { ...rest, key: withKey && rest.usage === "Verify" ? key : null, type: "AsymmetricX509Cert" };
}

/** Without its secret. */
export function viewPassword(password: Password): Members {
  return { ...password, secretText: null };
}

/** A connector as of now. */
export function viewConnector({ id, displayName, targetUrl, authentication }: Connector, now: number): Members {
  return { id, displayName, targetUrl, authenticationConfiguration: viewAuthentication(authentication, now) };
}

/** Active is the last of those that are valid: whole seconds of a certificate, both ends included. */
function viewAuthentication(authentication: Authentication, now: number): Members | null {
  if (authentication === null) return null;
  if (authentication.kind === "basic") {
    const { username } = authentication;
    return { "@odata.type": "#microsoft.graph.basicAuthentication", username, password: "******" };
  }
  const { certificates } = authentication;
  let active = -1;
  for (const [index, { notBefore, notAfter }] of certificates.entries()) {
    if (notBefore * 1000 <= now && now <= notAfter * 1000) active = index;
  }
  return {
    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
    certificateList: certificates.map((certificate, index) => ({ ...certificate, isActive: index === active })),
  };
}

/** A collection with its objects as a list shows them. */
export type Collection = "applications" | "servicePrincipals" | "identity/apiConnectors";

/** All objects of a collection. @param isSingleWithKeys - as {@link viewPrincipal} has it */
export function viewAll(state: ExpectedState, collection: Collection, isSingleWithKeys = false): readonly Members[] {
  switch (collection) {
    case "applications":
      return state.applications.map(viewApplication);
    case "servicePrincipals":
      return state.principals.map((principal) => viewPrincipal(principal, isSingleWithKeys));
    case "identity/apiConnectors":
      return state.connectors.map((connector) => viewConnector(connector, state.now));
  }
}

/** A time that the service takes itself: seven digits. */
export function writeNow(now: number): string {
  return new Date(now).toISOString().replace("Z", "0000Z");
}

/** Ticks of a date that an answer has. */
export function ticksOf(text: string): bigint {
  return parseDateTime(text, "model").ticks;
}
