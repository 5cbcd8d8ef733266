/** Who may send the requests around certificates: permissions of the app, roles of the user. */
import type { Evidence } from "../readers/evidence.js";
import type { GraphAction } from "./clouds.js";

/** Permissions of one kind of token. */
export interface PermissionSet {
  /** Enough, and the least. */
  readonly least: string;
  /** Enough as well; take one only where the app has it anyway. */
  readonly higher: readonly string[];
}

/** What a request asks for. A delegated token of a personal account is taken by none of them. */
export interface ActionPermissions {
  readonly request: string;
  /** A user of a work or school account is signed in. */
  readonly delegated: PermissionSet;
  /** The app acts for itself. */
  readonly application: PermissionSet;
  /** What the permissions rest on. */
  readonly evidence: Evidence;
  readonly source: string;
  /** One of these the signed-in user needs beside the delegated permission. */
  readonly roles: { readonly anyOf: readonly string[]; readonly evidence: Evidence; readonly source: string };
  /** What else must be so. */
  readonly note?: string;
}

const APPLICATIONS = {
  delegated: { least: "Application.ReadWrite.All", higher: ["Directory.ReadWrite.All"] },
  application: {
    least: "Application.ReadWrite.OwnedBy",
    higher: ["Application.ReadWrite.All", "Directory.ReadWrite.All"],
  },
  evidence: "documented",
  // The reference pages name no role for these.
  roles: {
    anyOf: ["Application Administrator", "Cloud Application Administrator", "Global Administrator"],
    evidence: "third-party",
    source: "documentation of the Terraform provider azuread; an owner of the servicePrincipal may update it too",
  },
} as const;

const OWNED_BY = "Application.ReadWrite.OwnedBy needs the caller to own both the application and the servicePrincipal";
const PROOF = "proof: a JWT signed by a certificate of the same object that is valid now (createProof)";

/** Permissions by request, v1.0. */
export const PERMISSIONS: Readonly<Record<GraphAction, ActionPermissions>> = {
  uploadClientCertificate: {
    request: "POST /identity/apiConnectors/{id}/uploadClientCertificate",
    delegated: { least: "APIConnectors.ReadWrite.All", higher: [] },
    application: { least: "APIConnectors.ReadWrite.All", higher: [] },
    evidence: "documented",
    source: "reference page of identityApiConnector: uploadClientCertificate",
    roles: {
      anyOf: ["External ID User Flow Administrator"],
      evidence: "documented",
      source: "reference page of identityApiConnector: uploadClientCertificate",
    },
  },
  addTokenSigningCertificate: {
    request: "POST /servicePrincipals/{id}/addTokenSigningCertificate",
    ...APPLICATIONS,
    source: "reference page of servicePrincipal: addTokenSigningCertificate",
    note: OWNED_BY,
  },
  addKey: {
    request: "POST /servicePrincipals/{id}/addKey",
    ...APPLICATIONS,
    source: "reference page of servicePrincipal: addKey",
    note: PROOF,
  },
  removeKey: {
    request: "POST /servicePrincipals/{id}/removeKey",
    ...APPLICATIONS,
    // Its page was not at hand; it is the other half of addKey.
    evidence: "hypothesis",
    source: "as addKey",
    note: PROOF,
  },
  updateServicePrincipal: {
    request: "PATCH /servicePrincipals/{id}",
    ...APPLICATIONS,
    source: "reference page Update servicePrincipal",
    note: OWNED_BY,
  },
};
