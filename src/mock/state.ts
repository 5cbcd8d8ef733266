/**
 * What the mock remembers, as plain JSON: no HTTP, no dates but in text. Entities are never changed in place; a change puts
 * another one there, so that whoever holds an older one holds the past.
 */
import type { KeyCredential, PasswordCredential } from "../graph/model.js";

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** What every entity has. */
export interface StoredEntity {
  /** GUID. */
  readonly id: string;
  /** Grows with each creation: the order of lists, and where a page ends. */
  readonly order: number;
}

/** What is kept of one uploaded certificate; dates in milliseconds since 1970. */
export interface StoredCertificate {
  readonly thumbprint: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** When it came. */
  readonly uploadedAt: number;
}

/** How a connector authenticates; secret. */
export type StoredAuthentication =
  | { readonly kind: "basic"; readonly username: string | null; readonly password: string | null }
  /** In upload order. */
  | { readonly kind: "certificates"; readonly certificates: readonly StoredCertificate[] };

/** An identityApiConnector. */
export interface StoredConnector extends StoredEntity {
  readonly displayName: string | null;
  readonly targetUrl: string | null;
  readonly authentication: StoredAuthentication | null;
}

/** A servicePrincipal; secret, as its credentials hold private keys and passwords. */
export interface StoredServicePrincipal extends StoredEntity {
  readonly appId: string;
  readonly displayName: string | null;
  /** `key` is there, `type` as it was written. */
  readonly keyCredentials: readonly KeyCredential[];
  /** `secretText` is there where a PATCH brought it; that of addPassword is kept too. */
  readonly passwordCredentials: readonly PasswordCredential[];
  /** The other members, by name. */
  readonly properties: Readonly<Record<string, Json>>;
}

/** An application: as much of it as a servicePrincipal needs. */
export interface StoredApplication extends StoredEntity {
  readonly appId: string;
  readonly displayName: string | null;
  readonly createdDateTime: string;
  readonly signInAudience: string;
}

/** An entity that was deleted and is kept, as it was; `order` is that of its deletion. */
export type Deleted<E extends StoredEntity> = E & { readonly deletedDateTime: string };

/** A b2xUserFlow: which connector each of its steps calls, by id. */
export interface StoredUserFlow extends StoredEntity {
  readonly postFederationSignup: string | null;
  readonly postAttributeCollection: string | null;
}

/** Entities by the name of their collection, which is that of Graph's paths but for what is in directory/deletedItems. */
export interface Entities {
  readonly apiConnectors: StoredConnector;
  readonly servicePrincipals: StoredServicePrincipal;
  readonly applications: StoredApplication;
  readonly b2xUserFlows: StoredUserFlow;
  readonly deletedApplications: Deleted<StoredApplication>;
  readonly deletedServicePrincipals: Deleted<StoredServicePrincipal>;
}

/** A collection of {@link Entities}. */
export type CollectionName = keyof Entities;

/** All of them. */
export const COLLECTIONS: readonly CollectionName[] = [
  "apiConnectors",
  "servicePrincipals",
  "applications",
  "b2xUserFlows",
  "deletedApplications",
  "deletedServicePrincipals",
];

/** What is in directory/deletedItems. Snapshots of before there were these lack them: nothing was kept then. */
export const DELETED_COLLECTIONS: readonly CollectionName[] = ["deletedApplications", "deletedServicePrincipals"];

/** A snapshot. Secret: it holds uploaded private keys and passwords. */
export type MockState = {
  /** Of this shape. */
  readonly version: 1;
  /** By how much `advance` has moved the clock, in milliseconds. */
  readonly advancedMs: number;
  /** The `order` of the next entity. */
  readonly nextOrder: number;
} & { readonly [Collection in CollectionName]: readonly Entities[Collection][] };
