/** Where the rules have their knowledge from. */

/** How to configure SAML single sign-on by Graph: a certificate of one's own, its three entries, its activation. */
export const HOW_TO = "https://learn.microsoft.com/graph/application-saml-sso-configure-api";

/** The resource page of keyCredential. */
export const KEY_CREDENTIAL = "https://learn.microsoft.com/graph/api/resources/keycredential";

/** The action that makes a certificate. */
export const ADD_TOKEN_SIGNING_CERTIFICATE =
  "https://learn.microsoft.com/graph/api/serviceprincipal-addtokensigningcertificate";

/** A Terraform provider whose comments record how Graph behaved. */
export const DEPLOYMENT_THEORY = "https://github.com/deploymenttheory/terraform-provider-microsoft365";

/** The portal's page on certificates for federated single sign-on: renewal, warnings, expiry. */
export const MANAGE_CERTIFICATES =
  "https://learn.microsoft.com/entra/identity/enterprise-apps/tutorial-manage-certificates-for-federated-single-sign-on";

/** A working entry whose identifier was encoded twice. */
export const DOUBLE_ENCODED = "https://github.com/MicrosoftDocs/azure-docs/issues/58484";

/** "When present, application key identifier cannot be empty and can be at most 32 bytes." */
export const KEY_IDENTIFIER_LIMIT = "https://github.com/Azure/azure-cli/issues/20561";

/** "Key credential end date is invalid.", as the directory's former API said. */
export const KEY_END_DATE = "https://github.com/Azure/azure-rest-api-specs/issues/11985";
