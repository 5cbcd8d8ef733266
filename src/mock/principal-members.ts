/** The members of a servicePrincipal that are neither keys nor credentials: which may be written, and what they start as. */
import type { Members } from "./members.js";
import { isMembers } from "./members.js";
import { refuse } from "./refusal.js";
import { PRINCIPAL_TYPE } from "./service-principal-resource.js";
import type { Json, StoredApplication } from "./state.js";
import type { Undocumented } from "./undocumented.js";

const isText = (value: unknown): boolean => value === null || typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");
const isFlag = (value: unknown): boolean => value === null || typeof value === "boolean";
const isComplex = (value: unknown): boolean => value === null || isMembers(value);

/** Writable members, each with the test of its type (v1.0 metadata). */
const WRITABLE: Readonly<Record<string, (value: unknown) => boolean>> = {
  accountEnabled: isFlag,
  alternativeNames: isTexts,
  appRoleAssignmentRequired: (value) => typeof value === "boolean",
  description: isText,
  homepage: isText,
  loginUrl: isText,
  logoutUrl: isText,
  notes: isText,
  notificationEmailAddresses: isTexts,
  preferredSingleSignOnMode: isText,
  preferredTokenSigningKeyThumbprint: isText,
  replyUrls: isTexts,
  samlSingleSignOnSettings: isComplex,
  servicePrincipalNames: isTexts,
  tags: isTexts,
  tokenEncryptionKeyId: isText,
};

const READ_ONLY: readonly string[] = [
  "id",
  "appDisplayName",
  "servicePrincipalType",
  "signInAudience",
  "deletedDateTime",
];

/** Handled elsewhere, or annotations. */
const KNOWN: readonly string[] = ["appId", "displayName", "keyCredentials", "passwordCredentials"];

/** What a new servicePrincipal has before the request's own members (example of the page "Get servicePrincipal"). */
export function initialProperties(appId: string, application: StoredApplication | undefined): Record<string, Json> {
  return {
    accountEnabled: true,
    addIns: [],
    alternativeNames: [],
    appDisplayName: application?.displayName ?? null,
    appRoleAssignmentRequired: false,
    appRoles: [],
    description: null,
    homepage: null,
    loginUrl: null,
    logoutUrl: null,
    notes: null,
    notificationEmailAddresses: [],
    oauth2PermissionScopes: [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: [],
    resourceSpecificApplicationPermissions: [],
    samlSingleSignOnSettings: null,
    servicePrincipalNames: [appId],
    servicePrincipalType: "Application",
    signInAudience: application?.signInAudience ?? "AzureADMyOrg",
    tags: [],
    tokenEncryptionKeyId: null,
  };
}

/** The writable members of a body; others are refused or passed over. */
export function readProperties(body: Members, { unknownMembers }: Undocumented): Record<string, Json> {
  const properties: Record<string, Json> = {};
  for (const [name, value] of Object.entries(body)) {
    const isSound = Object.hasOwn(WRITABLE, name) ? WRITABLE[name] : undefined;
    if (isSound !== undefined) {
      if (!isSound(value)) throw refuse("badMember", [name, PRINCIPAL_TYPE]);
      properties[name] = value as Json;
    } else if (READ_ONLY.includes(name)) {
      throw refuse("readOnlyMember", [name]);
    } else if (unknownMembers === "refuse" && !KNOWN.includes(name) && !name.includes("@odata.")) {
      throw refuse("unknownMember", [name, PRINCIPAL_TYPE]);
    }
  }
  return properties;
}
