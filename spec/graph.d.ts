/**
 * Types of spec/graph.normalised.json.
 * Written by tools/generate-spec.ts with openapi-typescript (`npm run generate`); never edited.
 */

export interface paths {
    readonly "/applications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["application.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/applications/{application-id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "application-id": string;
            };
            readonly cookie?: never;
        };
        readonly get: operations["application.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["application.delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/identity/apiConnectors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["identityApiConnector.list"];
        readonly put?: never;
        readonly post: operations["identityApiConnector.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/identity/apiConnectors/{identityApiConnector-id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly get: operations["identityApiConnector.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["identityApiConnector.delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["identityApiConnector.update"];
        readonly trace?: never;
    };
    readonly "/identity/apiConnectors/{identityApiConnector-id}/uploadClientCertificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["identityApiConnector.uploadClientCertificate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["servicePrincipal.list"];
        readonly put?: never;
        readonly post: operations["servicePrincipal.create"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get: operations["servicePrincipal.getByAppId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["servicePrincipal.deleteByAppId"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["servicePrincipal.updateByAppId"];
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')/addKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addKeyByAppId"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')/addPassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addPasswordByAppId"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')/addTokenSigningCertificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addTokenSigningCertificateByAppId"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')/removeKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.removeKeyByAppId"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals(appId='{appId}')/removePassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.removePasswordByAppId"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get: operations["servicePrincipal.get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["servicePrincipal.delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["servicePrincipal.update"];
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}/addKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}/addPassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}/addTokenSigningCertificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.addTokenSigningCertificate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}/removeKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.removeKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/servicePrincipals/{servicePrincipal-id}/removePassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["servicePrincipal.removePassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly addKeyRequestBody: {
            readonly keyCredential: components["schemas"]["microsoft.graph.keyCredential"];
            readonly passwordCredential?: components["schemas"]["microsoft.graph.passwordCredential"] | null;
            readonly proof: string;
        };
        readonly addPasswordRequestBody: {
            readonly passwordCredential?: components["schemas"]["microsoft.graph.passwordCredential"] | null;
        };
        readonly addTokenSigningCertificateRequestBody: {
            readonly displayName?: string | null;
            /** Format: date-time */
            readonly endDateTime?: string | null;
        };
        readonly BaseCollectionPaginationCountResponse: {
            /** Format: int64 */
            readonly "@odata.count"?: number | null;
            readonly "@odata.nextLink"?: string | null;
        };
        readonly identityApiConnectorAnswer: components["schemas"]["microsoft.graph.identityApiConnector"] & Record<string, never>;
        readonly "microsoft.graph.addIn": {
            readonly "@odata.type"?: string;
            /** Format: uuid */
            readonly id?: string | null;
            readonly properties?: readonly components["schemas"]["microsoft.graph.keyValue"][];
            readonly type?: string;
        };
        readonly "microsoft.graph.apiApplication": {
            readonly "@odata.type"?: string;
            readonly acceptMappedClaims?: boolean | null;
            readonly knownClientApplications?: readonly (string | null)[];
            readonly oauth2PermissionScopes?: readonly components["schemas"]["microsoft.graph.permissionScope"][];
            readonly preAuthorizedApplications?: readonly (components["schemas"]["microsoft.graph.preAuthorizedApplication"] | null)[];
            /** Format: int32 */
            readonly requestedAccessTokenVersion?: number | null;
        };
        readonly "microsoft.graph.apiAuthenticationConfiguration": components["schemas"]["microsoft.graph.basicAuthentication"] | components["schemas"]["microsoft.graph.clientCertificateAuthentication"] | components["schemas"]["microsoft.graph.pkcs12Certificate"];
        readonly "microsoft.graph.apiAuthenticationConfigurationBase": {
            readonly "@odata.type"?: string;
        };
        readonly "microsoft.graph.application": components["schemas"]["microsoft.graph.directoryObject"] & {
            readonly "@odata.type"?: string;
            readonly addIns?: readonly components["schemas"]["microsoft.graph.addIn"][];
            readonly api?: components["schemas"]["microsoft.graph.apiApplication"] | null;
            readonly appId?: string | null;
            readonly applicationTemplateId?: string | null;
            readonly appRoles?: readonly components["schemas"]["microsoft.graph.appRole"][];
            readonly authenticationBehaviors?: components["schemas"]["microsoft.graph.authenticationBehaviors"] | null;
            readonly certification?: components["schemas"]["microsoft.graph.certification"] | null;
            readonly createdByAppId?: string | null;
            /** Format: date-time */
            readonly createdDateTime?: string | null;
            readonly defaultRedirectUri?: string | null;
            readonly description?: string | null;
            readonly disabledByMicrosoftStatus?: string | null;
            readonly displayName?: string | null;
            readonly groupMembershipClaims?: string | null;
            readonly identifierUris?: readonly string[];
            readonly info?: components["schemas"]["microsoft.graph.informationalUrl"] | null;
            readonly isDeviceOnlyAuthSupported?: boolean | null;
            readonly isDisabled?: boolean | null;
            readonly isFallbackPublicClient?: boolean | null;
            readonly keyCredentials?: readonly components["schemas"]["microsoft.graph.keyCredential"][];
            readonly logo?: string;
            readonly managerApplications?: readonly string[];
            readonly nativeAuthenticationApisEnabled?: components["schemas"]["microsoft.graph.nativeAuthenticationApisEnabled"] | null;
            readonly notes?: string | null;
            readonly oauth2RequirePostResponse?: boolean;
            readonly optionalClaims?: components["schemas"]["microsoft.graph.optionalClaims"] | null;
            readonly parentalControlSettings?: components["schemas"]["microsoft.graph.parentalControlSettings"] | null;
            readonly passwordCredentials?: readonly components["schemas"]["microsoft.graph.passwordCredential"][];
            readonly publicClient?: components["schemas"]["microsoft.graph.publicClientApplication"] | null;
            readonly publisherDomain?: string | null;
            readonly requestSignatureVerification?: components["schemas"]["microsoft.graph.requestSignatureVerification"] | null;
            readonly requiredResourceAccess?: readonly components["schemas"]["microsoft.graph.requiredResourceAccess"][];
            readonly samlMetadataUrl?: string | null;
            readonly serviceManagementReference?: string | null;
            readonly servicePrincipalLockConfiguration?: components["schemas"]["microsoft.graph.servicePrincipalLockConfiguration"] | null;
            readonly signInAudience?: string | null;
            readonly spa?: components["schemas"]["microsoft.graph.spaApplication"] | null;
            readonly tags?: readonly string[];
            /** Format: uuid */
            readonly tokenEncryptionKeyId?: string | null;
            readonly uniqueName?: string | null;
            readonly verifiedPublisher?: components["schemas"]["microsoft.graph.verifiedPublisher"] | null;
            readonly web?: components["schemas"]["microsoft.graph.webApplication"] | null;
        };
        readonly "microsoft.graph.appRole": {
            readonly "@odata.type"?: string;
            readonly allowedMemberTypes?: readonly string[];
            readonly description?: string | null;
            readonly displayName?: string | null;
            /** Format: uuid */
            readonly id?: string;
            readonly isEnabled?: boolean;
            readonly origin?: string | null;
            readonly value?: string | null;
        };
        readonly "microsoft.graph.authenticationBehaviors": {
            readonly "@odata.type"?: string;
            readonly blockAzureADGraphAccess?: boolean | null;
            readonly removeUnverifiedEmailClaim?: boolean | null;
            readonly requireClientServicePrincipal?: boolean | null;
        };
        readonly "microsoft.graph.basicAuthentication": components["schemas"]["microsoft.graph.apiAuthenticationConfigurationBase"] & {
            /** @constant */
            readonly "@odata.type": "#microsoft.graph.basicAuthentication";
            readonly password?: string | null;
            readonly username?: string | null;
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly "@odata.type": "#microsoft.graph.basicAuthentication";
        };
        readonly "microsoft.graph.certification": {
            readonly "@odata.type"?: string;
            readonly certificationDetailsUrl?: string | null;
            /** Format: date-time */
            readonly certificationExpirationDateTime?: string | null;
            readonly isCertifiedByMicrosoft?: boolean | null;
            readonly isPublisherAttested?: boolean | null;
            /** Format: date-time */
            readonly lastCertificationDateTime?: string | null;
        };
        readonly "microsoft.graph.clientCertificateAuthentication": components["schemas"]["microsoft.graph.apiAuthenticationConfigurationBase"] & {
            /** @constant */
            readonly "@odata.type": "#microsoft.graph.clientCertificateAuthentication";
            readonly certificateList?: readonly (components["schemas"]["microsoft.graph.pkcs12CertificateInformation"] | null)[];
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly "@odata.type": "#microsoft.graph.clientCertificateAuthentication";
        };
        readonly "microsoft.graph.customSecurityAttributeValue": {
            readonly "@odata.type"?: string;
        };
        readonly "microsoft.graph.directoryObject": components["schemas"]["microsoft.graph.entity"] & {
            readonly "@odata.type"?: string;
            /** Format: date-time */
            readonly deletedDateTime?: string | null;
        };
        readonly "microsoft.graph.entity": {
            readonly "@odata.type"?: string;
            readonly id?: string;
        };
        readonly "microsoft.graph.identityApiConnector": components["schemas"]["microsoft.graph.entity"] & {
            readonly "@odata.type"?: string;
            readonly authenticationConfiguration?: components["schemas"]["microsoft.graph.apiAuthenticationConfiguration"] | null;
            readonly displayName?: string | null;
            readonly targetUrl?: string | null;
        };
        readonly "microsoft.graph.identityApiConnectorCollectionResponse": components["schemas"]["BaseCollectionPaginationCountResponse"] & {
            readonly value: readonly components["schemas"]["microsoft.graph.identityApiConnector"][];
        };
        readonly "microsoft.graph.implicitGrantSettings": {
            readonly "@odata.type"?: string;
            readonly enableAccessTokenIssuance?: boolean | null;
            readonly enableIdTokenIssuance?: boolean | null;
        };
        readonly "microsoft.graph.informationalUrl": {
            readonly "@odata.type"?: string;
            readonly logoUrl?: string | null;
            readonly marketingUrl?: string | null;
            readonly privacyStatementUrl?: string | null;
            readonly supportUrl?: string | null;
            readonly termsOfServiceUrl?: string | null;
        };
        readonly "microsoft.graph.keyCredential": {
            readonly "@odata.type"?: string;
            readonly customKeyIdentifier?: string | null;
            readonly displayName?: string | null;
            /** Format: date-time */
            readonly endDateTime?: string | null;
            readonly key?: string | null;
            /** Format: uuid */
            readonly keyId?: string | null;
            /** Format: date-time */
            readonly startDateTime?: string | null;
            readonly type?: string | null;
            readonly usage?: string | null;
        };
        readonly "microsoft.graph.keyValue": {
            readonly "@odata.type"?: string;
            readonly key?: string | null;
            readonly value?: string | null;
        };
        /** @enum {string} */
        readonly "microsoft.graph.nativeAuthenticationApisEnabled": "all" | "none" | "unknownFutureValue";
        readonly "microsoft.graph.ODataErrors.ErrorDetails": {
            readonly code: string;
            readonly message: string;
            readonly target?: string | null;
        };
        readonly "microsoft.graph.ODataErrors.InnerError": {
            readonly "@odata.type"?: string;
            readonly "client-request-id"?: string | null;
            readonly date?: string;
            readonly "request-id"?: string;
        };
        readonly "microsoft.graph.ODataErrors.MainError": {
            readonly code: string;
            readonly details?: readonly components["schemas"]["microsoft.graph.ODataErrors.ErrorDetails"][];
            readonly innerError?: components["schemas"]["microsoft.graph.ODataErrors.InnerError"];
            readonly message: string;
            readonly target?: string | null;
        };
        readonly "microsoft.graph.ODataErrors.ODataError": {
            readonly error: components["schemas"]["microsoft.graph.ODataErrors.MainError"];
        };
        readonly "microsoft.graph.optionalClaim": {
            readonly "@odata.type"?: string;
            readonly additionalProperties?: readonly (string | null)[];
            readonly essential?: boolean;
            readonly name?: string;
            readonly source?: string | null;
        };
        readonly "microsoft.graph.optionalClaims": {
            readonly "@odata.type"?: string;
            readonly accessToken?: readonly (components["schemas"]["microsoft.graph.optionalClaim"] | null)[];
            readonly idToken?: readonly (components["schemas"]["microsoft.graph.optionalClaim"] | null)[];
            readonly saml2Token?: readonly (components["schemas"]["microsoft.graph.optionalClaim"] | null)[];
        };
        readonly "microsoft.graph.parentalControlSettings": {
            readonly "@odata.type"?: string;
            readonly countriesBlockedForMinors?: readonly (string | null)[];
            readonly legalAgeGroupRule?: string | null;
        };
        readonly "microsoft.graph.passwordCredential": {
            readonly "@odata.type"?: string;
            readonly customKeyIdentifier?: string | null;
            readonly displayName?: string | null;
            /** Format: date-time */
            readonly endDateTime?: string | null;
            readonly hint?: string | null;
            /** Format: uuid */
            readonly keyId?: string | null;
            readonly secretText?: string | null;
            /** Format: date-time */
            readonly startDateTime?: string | null;
        };
        readonly "microsoft.graph.permissionScope": {
            readonly "@odata.type"?: string;
            readonly adminConsentDescription?: string | null;
            readonly adminConsentDisplayName?: string | null;
            /** Format: uuid */
            readonly id?: string;
            readonly isEnabled?: boolean;
            readonly origin?: string | null;
            readonly type?: string | null;
            readonly userConsentDescription?: string | null;
            readonly userConsentDisplayName?: string | null;
            readonly value?: string | null;
        };
        readonly "microsoft.graph.pkcs12Certificate": components["schemas"]["microsoft.graph.apiAuthenticationConfigurationBase"] & {
            /** @constant */
            readonly "@odata.type": "#microsoft.graph.pkcs12Certificate";
            readonly password?: string | null;
            readonly pkcs12Value?: string | null;
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly "@odata.type": "#microsoft.graph.pkcs12Certificate";
        };
        readonly "microsoft.graph.pkcs12CertificateInformation": {
            readonly "@odata.type"?: string;
            readonly isActive: boolean;
            /** Format: int64 */
            readonly notAfter: number;
            /** Format: int64 */
            readonly notBefore: number;
            readonly thumbprint?: string | null;
        };
        readonly "microsoft.graph.preAuthorizedApplication": {
            readonly "@odata.type"?: string;
            readonly appId?: string | null;
            readonly delegatedPermissionIds?: readonly string[];
        };
        readonly "microsoft.graph.publicClientApplication": {
            readonly "@odata.type"?: string;
            readonly redirectUris?: readonly string[];
        };
        readonly "microsoft.graph.redirectUriSettings": {
            readonly "@odata.type"?: string;
            /** Format: int32 */
            readonly index?: number | null;
            readonly uri?: string | null;
        };
        readonly "microsoft.graph.requestSignatureVerification": {
            readonly "@odata.type"?: string;
            readonly allowedWeakAlgorithms?: components["schemas"]["microsoft.graph.weakAlgorithms"] | null;
            readonly isSignedRequestRequired?: boolean;
        };
        readonly "microsoft.graph.requiredResourceAccess": {
            readonly "@odata.type"?: string;
            readonly resourceAccess?: readonly components["schemas"]["microsoft.graph.resourceAccess"][];
            readonly resourceAppId?: string;
        };
        readonly "microsoft.graph.resourceAccess": {
            readonly "@odata.type"?: string;
            /** Format: uuid */
            readonly id?: string;
            readonly type?: string | null;
        };
        readonly "microsoft.graph.resourceSpecificPermission": {
            readonly "@odata.type"?: string;
            readonly description?: string | null;
            readonly displayName?: string | null;
            /** Format: uuid */
            readonly id?: string;
            readonly isEnabled?: boolean;
            readonly value?: string | null;
        };
        readonly "microsoft.graph.samlSingleSignOnSettings": {
            readonly "@odata.type"?: string;
            readonly relayState?: string | null;
        };
        readonly "microsoft.graph.selfSignedCertificate": {
            readonly "@odata.type"?: string;
            readonly customKeyIdentifier: string | null;
            readonly displayName: string | null;
            /** Format: date-time */
            readonly endDateTime: string | null;
            readonly key: string | null;
            /** Format: uuid */
            readonly keyId: string | null;
            /** Format: date-time */
            readonly startDateTime: string | null;
            readonly thumbprint: string | null;
            readonly type: string | null;
            readonly usage: string | null;
        };
        readonly "microsoft.graph.servicePrincipal": components["schemas"]["microsoft.graph.directoryObject"] & {
            readonly "@odata.type"?: string;
            readonly accountEnabled?: boolean | null;
            readonly addIns?: readonly components["schemas"]["microsoft.graph.addIn"][];
            readonly alternativeNames?: readonly string[];
            readonly appDescription?: string | null;
            readonly appDisplayName?: string | null;
            readonly appId?: string | null;
            readonly applicationTemplateId?: string | null;
            /** Format: uuid */
            readonly appOwnerOrganizationId?: string | null;
            readonly appRoleAssignmentRequired?: boolean;
            readonly appRoles?: readonly components["schemas"]["microsoft.graph.appRole"][];
            readonly createdByAppId?: string | null;
            readonly customSecurityAttributes?: components["schemas"]["microsoft.graph.customSecurityAttributeValue"] | null;
            readonly description?: string | null;
            readonly disabledByMicrosoftStatus?: string | null;
            readonly displayName?: string | null;
            readonly homepage?: string | null;
            readonly info?: components["schemas"]["microsoft.graph.informationalUrl"] | null;
            readonly isDisabled?: boolean | null;
            readonly keyCredentials?: readonly components["schemas"]["microsoft.graph.keyCredential"][];
            readonly loginUrl?: string | null;
            readonly logoutUrl?: string | null;
            readonly notes?: string | null;
            readonly notificationEmailAddresses?: readonly string[];
            readonly oauth2PermissionScopes?: readonly components["schemas"]["microsoft.graph.permissionScope"][];
            readonly passwordCredentials?: readonly components["schemas"]["microsoft.graph.passwordCredential"][];
            readonly preferredSingleSignOnMode?: string | null;
            readonly preferredTokenSigningKeyThumbprint?: string | null;
            readonly replyUrls?: readonly string[];
            readonly resourceSpecificApplicationPermissions?: readonly components["schemas"]["microsoft.graph.resourceSpecificPermission"][];
            readonly samlSingleSignOnSettings?: components["schemas"]["microsoft.graph.samlSingleSignOnSettings"] | null;
            readonly servicePrincipalNames?: readonly string[];
            readonly servicePrincipalType?: string | null;
            readonly signInAudience?: string | null;
            readonly tags?: readonly string[];
            /** Format: uuid */
            readonly tokenEncryptionKeyId?: string | null;
            readonly verifiedPublisher?: components["schemas"]["microsoft.graph.verifiedPublisher"] | null;
        };
        readonly "microsoft.graph.servicePrincipalCollectionResponse": components["schemas"]["BaseCollectionPaginationCountResponse"] & {
            readonly value: readonly components["schemas"]["microsoft.graph.servicePrincipal"][];
        };
        readonly "microsoft.graph.servicePrincipalLockConfiguration": {
            readonly "@odata.type"?: string;
            readonly allProperties?: boolean | null;
            readonly credentialsWithUsageSign?: boolean | null;
            readonly credentialsWithUsageVerify?: boolean | null;
            readonly isEnabled?: boolean;
            readonly tokenEncryptionKeyId?: boolean | null;
        };
        readonly "microsoft.graph.spaApplication": {
            readonly "@odata.type"?: string;
            readonly redirectUris?: readonly string[];
        };
        readonly "microsoft.graph.verifiedPublisher": {
            readonly "@odata.type"?: string;
            /** Format: date-time */
            readonly addedDateTime?: string | null;
            readonly displayName?: string | null;
            readonly verifiedPublisherId?: string | null;
        };
        /** @enum {string} */
        readonly "microsoft.graph.weakAlgorithms": "rsaSha1" | "unknownFutureValue";
        readonly "microsoft.graph.webApplication": {
            readonly "@odata.type"?: string;
            readonly homePageUrl?: string | null;
            readonly implicitGrantSettings?: components["schemas"]["microsoft.graph.implicitGrantSettings"] | null;
            readonly logoutUrl?: string | null;
            readonly redirectUris?: readonly string[];
            readonly redirectUriSettings?: readonly components["schemas"]["microsoft.graph.redirectUriSettings"][];
        };
        readonly removeKeyRequestBody: {
            /** Format: uuid */
            readonly keyId: string;
            readonly proof: string;
        };
        readonly removePasswordRequestBody: {
            /** Format: uuid */
            readonly keyId: string;
        };
        readonly uploadClientCertificateRequestBody: {
            readonly password: string;
            readonly pkcs12Value: string;
        };
    };
    responses: {
        readonly application: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.application"];
            };
        };
        readonly error: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.ODataErrors.ODataError"];
            };
        };
        readonly identityApiConnector: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.identityApiConnector"];
            };
        };
        readonly identityApiConnectorAnswer: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["identityApiConnectorAnswer"];
            };
        };
        readonly keyCredential: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.keyCredential"];
            };
        };
        readonly "microsoft.graph.identityApiConnectorCollectionResponse": {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.identityApiConnectorCollectionResponse"];
            };
        };
        readonly "microsoft.graph.servicePrincipalCollectionResponse": {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.servicePrincipalCollectionResponse"];
            };
        };
        readonly noContent: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        readonly passwordCredential: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.passwordCredential"];
            };
        };
        readonly selfSignedCertificate: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.selfSignedCertificate"];
            };
        };
        readonly servicePrincipal: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["microsoft.graph.servicePrincipal"];
            };
        };
    };
    parameters: {
        readonly count: boolean;
        readonly filter: string;
        readonly search: string;
        readonly skip: number;
        readonly top: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "application.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.application"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 201: components["responses"]["application"];
        };
    };
    readonly "application.get": {
        readonly parameters: {
            readonly query?: {
                readonly $expand?: readonly string[];
                readonly $select?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                readonly "application-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["application"];
        };
    };
    readonly "application.delete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly "application-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "identityApiConnector.list": {
        readonly parameters: {
            readonly query?: {
                readonly $count?: components["parameters"]["count"];
                readonly $expand?: readonly string[];
                readonly $filter?: components["parameters"]["filter"];
                readonly $orderby?: readonly string[];
                readonly $search?: components["parameters"]["search"];
                readonly $select?: readonly string[];
                readonly $skip?: components["parameters"]["skip"];
                readonly $top?: components["parameters"]["top"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["microsoft.graph.identityApiConnectorCollectionResponse"];
        };
    };
    readonly "identityApiConnector.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.identityApiConnector"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 201: components["responses"]["identityApiConnectorAnswer"];
        };
    };
    readonly "identityApiConnector.get": {
        readonly parameters: {
            readonly query?: {
                readonly $expand?: readonly string[];
                readonly $select?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["identityApiConnector"];
        };
    };
    readonly "identityApiConnector.delete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "identityApiConnector.update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.identityApiConnector"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "identityApiConnector.uploadClientCertificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "identityApiConnector-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["uploadClientCertificateRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["identityApiConnectorAnswer"];
        };
    };
    readonly "servicePrincipal.list": {
        readonly parameters: {
            readonly query?: {
                readonly $count?: components["parameters"]["count"];
                readonly $expand?: readonly string[];
                readonly $filter?: components["parameters"]["filter"];
                readonly $orderby?: readonly string[];
                readonly $search?: components["parameters"]["search"];
                readonly $select?: readonly string[];
                readonly $skip?: components["parameters"]["skip"];
                readonly $top?: components["parameters"]["top"];
            };
            readonly header?: {
                readonly ConsistencyLevel?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["microsoft.graph.servicePrincipalCollectionResponse"];
        };
    };
    readonly "servicePrincipal.create": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.servicePrincipal"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 201: components["responses"]["servicePrincipal"];
        };
    };
    readonly "servicePrincipal.getByAppId": {
        readonly parameters: {
            readonly query?: {
                readonly $expand?: readonly string[];
                readonly $select?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["servicePrincipal"];
        };
    };
    readonly "servicePrincipal.deleteByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "servicePrincipal.updateByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.servicePrincipal"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "servicePrincipal.addKeyByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addKeyRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["keyCredential"];
        };
    };
    readonly "servicePrincipal.addPasswordByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addPasswordRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["passwordCredential"];
        };
    };
    readonly "servicePrincipal.addTokenSigningCertificateByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addTokenSigningCertificateRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["selfSignedCertificate"];
        };
    };
    readonly "servicePrincipal.removeKeyByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["removeKeyRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "servicePrincipal.removePasswordByAppId": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly appId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["removePasswordRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "servicePrincipal.get": {
        readonly parameters: {
            readonly query?: {
                readonly $expand?: readonly string[];
                readonly $select?: readonly string[];
            };
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["servicePrincipal"];
        };
    };
    readonly "servicePrincipal.delete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "servicePrincipal.update": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["microsoft.graph.servicePrincipal"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: components["responses"]["noContent"];
        };
    };
    readonly "servicePrincipal.addKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addKeyRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["keyCredential"];
        };
    };
    readonly "servicePrincipal.addPassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addPasswordRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["passwordCredential"];
        };
    };
    readonly "servicePrincipal.addTokenSigningCertificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["addTokenSigningCertificateRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 200: components["responses"]["selfSignedCertificate"];
        };
    };
    readonly "servicePrincipal.removeKey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["removeKeyRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly "servicePrincipal.removePassword": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly "servicePrincipal-id": string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["removePasswordRequestBody"];
            };
        };
        readonly responses: {
            readonly "4XX": components["responses"]["error"];
            readonly "5XX": components["responses"]["error"];
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
