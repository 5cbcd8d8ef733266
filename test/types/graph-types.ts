/**
 * spec/graph.d.ts beside @microsoft/microsoft-graph-types 2.43.1, which is made from the metadata by another tool: the same
 * members with the same types, but for the differences that are listed here. Compiled, never run.
 */
import type * as Theirs from "@microsoft/microsoft-graph-types";
import type { components } from "../../spec/graph.js";
import type { Difference, Differences, Equal, Listed } from "./compare.js";
import { holds } from "./compare.js";

type Schemas = components["schemas"];

/** Our schema beside their type. */
interface Pairs {
  addIn: [Schemas["microsoft.graph.addIn"], Theirs.AddIn];
  apiApplication: [Schemas["microsoft.graph.apiApplication"], Theirs.ApiApplication];
  appRole: [Schemas["microsoft.graph.appRole"], Theirs.AppRole];
  application: [Schemas["microsoft.graph.application"], Theirs.Application];
  authenticationBehaviors: [Schemas["microsoft.graph.authenticationBehaviors"], Theirs.AuthenticationBehaviors];
  basicAuthentication: [Schemas["microsoft.graph.basicAuthentication"], Theirs.BasicAuthentication];
  certification: [Schemas["microsoft.graph.certification"], Theirs.Certification];
  clientCertificateAuthentication: [
    Schemas["microsoft.graph.clientCertificateAuthentication"],
    Theirs.ClientCertificateAuthentication,
  ];
  directoryObject: [Schemas["microsoft.graph.directoryObject"], Theirs.DirectoryObject];
  entity: [Schemas["microsoft.graph.entity"], Theirs.Entity];
  identityApiConnector: [Schemas["microsoft.graph.identityApiConnector"], Theirs.IdentityApiConnector];
  implicitGrantSettings: [Schemas["microsoft.graph.implicitGrantSettings"], Theirs.ImplicitGrantSettings];
  informationalUrl: [Schemas["microsoft.graph.informationalUrl"], Theirs.InformationalUrl];
  keyCredential: [Schemas["microsoft.graph.keyCredential"], Theirs.KeyCredential];
  keyValue: [Schemas["microsoft.graph.keyValue"], Theirs.KeyValue];
  optionalClaim: [Schemas["microsoft.graph.optionalClaim"], Theirs.OptionalClaim];
  optionalClaims: [Schemas["microsoft.graph.optionalClaims"], Theirs.OptionalClaims];
  parentalControlSettings: [Schemas["microsoft.graph.parentalControlSettings"], Theirs.ParentalControlSettings];
  passwordCredential: [Schemas["microsoft.graph.passwordCredential"], Theirs.PasswordCredential];
  permissionScope: [Schemas["microsoft.graph.permissionScope"], Theirs.PermissionScope];
  pkcs12Certificate: [Schemas["microsoft.graph.pkcs12Certificate"], Theirs.Pkcs12Certificate];
  pkcs12CertificateInformation: [
    Schemas["microsoft.graph.pkcs12CertificateInformation"],
    Theirs.Pkcs12CertificateInformation,
  ];
  preAuthorizedApplication: [Schemas["microsoft.graph.preAuthorizedApplication"], Theirs.PreAuthorizedApplication];
  publicClientApplication: [Schemas["microsoft.graph.publicClientApplication"], Theirs.PublicClientApplication];
  redirectUriSettings: [Schemas["microsoft.graph.redirectUriSettings"], Theirs.RedirectUriSettings];
  requestSignatureVerification: [
    Schemas["microsoft.graph.requestSignatureVerification"],
    Theirs.RequestSignatureVerification,
  ];
  requiredResourceAccess: [Schemas["microsoft.graph.requiredResourceAccess"], Theirs.RequiredResourceAccess];
  resourceAccess: [Schemas["microsoft.graph.resourceAccess"], Theirs.ResourceAccess];
  resourceSpecificPermission: [
    Schemas["microsoft.graph.resourceSpecificPermission"],
    Theirs.ResourceSpecificPermission,
  ];
  samlSingleSignOnSettings: [Schemas["microsoft.graph.samlSingleSignOnSettings"], Theirs.SamlSingleSignOnSettings];
  selfSignedCertificate: [Schemas["microsoft.graph.selfSignedCertificate"], Theirs.SelfSignedCertificate];
  servicePrincipal: [Schemas["microsoft.graph.servicePrincipal"], Theirs.ServicePrincipal];
  servicePrincipalLockConfiguration: [
    Schemas["microsoft.graph.servicePrincipalLockConfiguration"],
    Theirs.ServicePrincipalLockConfiguration,
  ];
  spaApplication: [Schemas["microsoft.graph.spaApplication"], Theirs.SpaApplication];
  verifiedPublisher: [Schemas["microsoft.graph.verifiedPublisher"], Theirs.VerifiedPublisher];
  webApplication: [Schemas["microsoft.graph.webApplication"], Theirs.WebApplication];
}

const NULL_ITEMS =
  "CSDL's Nullable of a collection is about its items; the package puts null on the collection instead";
const NAVIGATION = "navigation properties are cut from the slice: they have requests of their own";
const NEWER = "the metadata is newer than the package";
const ANSWER = "only an answer holds the type, and it shows all its members; the package makes every member optional";

/** Types that are not here have no difference at all. */
export const DIFFERENCES = {
  apiApplication: [
    {
      members: ["knownClientApplications", "preAuthorizedApplications"],
      kind: "other type",
      reason: NULL_ITEMS,
    },
  ],
  application: [
    { members: ["createdByAppId", "isDisabled", "managerApplications"], kind: "only ours", reason: NEWER },
    {
      members: ["api", "optionalClaims", "parentalControlSettings"],
      kind: "other type",
      reason: "their types differ as listed here",
    },
    { members: ["logo"], kind: "other type", reason: "Edm.Stream is any in the package" },
    {
      members: [
        "appManagementPolicies",
        "createdOnBehalfOf",
        "extensionProperties",
        "federatedIdentityCredentials",
        "homeRealmDiscoveryPolicies",
        "owners",
        "synchronization",
        "tokenIssuancePolicies",
        "tokenLifetimePolicies",
      ],
      kind: "only theirs",
      reason: NAVIGATION,
    },
  ],
  clientCertificateAuthentication: [{ members: ["certificateList"], kind: "other type", reason: NULL_ITEMS }],
  identityApiConnector: [
    {
      members: ["authenticationConfiguration"],
      kind: "other type",
      reason: "ours is the union of the three derived types; the package has the base type, which has no members",
    },
  ],
  optionalClaim: [{ members: ["additionalProperties"], kind: "other type", reason: NULL_ITEMS }],
  optionalClaims: [{ members: ["accessToken", "idToken", "saml2Token"], kind: "other type", reason: NULL_ITEMS }],
  parentalControlSettings: [{ members: ["countriesBlockedForMinors"], kind: "other type", reason: NULL_ITEMS }],
  pkcs12CertificateInformation: [
    { members: ["isActive", "notAfter", "notBefore"], kind: "required here", reason: ANSWER },
  ],
  selfSignedCertificate: [
    {
      members: [
        "customKeyIdentifier",
        "displayName",
        "endDateTime",
        "key",
        "keyId",
        "startDateTime",
        "thumbprint",
        "type",
        "usage",
      ],
      kind: "required here",
      reason: ANSWER,
    },
  ],
  servicePrincipal: [
    { members: ["createdByAppId", "isDisabled"], kind: "only ours", reason: NEWER },
    {
      members: [
        "appManagementPolicies",
        "appRoleAssignedTo",
        "appRoleAssignments",
        "claimsMappingPolicies",
        "createdObjects",
        "delegatedPermissionClassifications",
        "endpoints",
        "federatedIdentityCredentials",
        "homeRealmDiscoveryPolicies",
        "memberOf",
        "oauth2PermissionGrants",
        "ownedObjects",
        "owners",
        "remoteDesktopSecurityConfiguration",
        "synchronization",
        "tokenIssuancePolicies",
        "tokenLifetimePolicies",
        "transitiveMemberOf",
      ],
      kind: "only theirs",
      reason: NAVIGATION,
    },
  ],
} as const satisfies { readonly [Name in keyof Pairs]?: readonly Difference[] };

type Expected<Name> = Name extends keyof typeof DIFFERENCES ? Listed<(typeof DIFFERENCES)[Name]> : Listed<readonly []>;

/** Names of the types whose differences are not those that are listed. */
type Surprises = {
  [Name in keyof Pairs]: Equal<Differences<Pairs[Name][0], Pairs[Name][1]>, Expected<Name>> extends true ? never : Name;
}[keyof Pairs];

holds<Equal<Surprises, never>>();

/** Every type with members that the slice has is compared; the rest has no counterpart that could be. */
type Compared = `microsoft.graph.${keyof Pairs}`;
type NotCompared =
  | "microsoft.graph.apiAuthenticationConfiguration"
  | "microsoft.graph.apiAuthenticationConfigurationBase"
  | "microsoft.graph.customSecurityAttributeValue"
  | "microsoft.graph.identityApiConnectorCollectionResponse"
  | "microsoft.graph.nativeAuthenticationApisEnabled"
  | "microsoft.graph.servicePrincipalCollectionResponse"
  | "microsoft.graph.weakAlgorithms"
  | `microsoft.graph.ODataErrors.${string}`;
holds<Equal<Exclude<Extract<keyof Schemas, `microsoft.graph.${string}`>, Compared | NotCompared>, never>>();
holds<Equal<Schemas["microsoft.graph.nativeAuthenticationApisEnabled"], Theirs.NativeAuthenticationApisEnabled>>();
holds<Equal<Schemas["microsoft.graph.weakAlgorithms"], Theirs.WeakAlgorithms>>();
