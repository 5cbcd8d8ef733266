/** What a service's metadata (OData CSDL 4.0) says of its types and bound actions, as far as drift is looked for in it. */

/**
 * A property of a type, a parameter of an action, or a member of an enumeration.
 * Navigation properties are none: they are not part of what Graph sends by itself.
 */
export interface CsdlMember {
  readonly name: string;
  /** With its namespace, such as `Edm.String` or `Collection(microsoft.graph.keyCredential)`; never an alias. */
  readonly type: string;
  /** Of a collection: whether its items may be null. CSDL's default is true. */
  readonly nullable: boolean;
}

/** An entity type, a complex type or an enumeration. A fact is `null` where the source cannot tell it. */
export interface CsdlType {
  /** With its namespace. */
  readonly name: string;
  readonly kind: "entity" | "complex" | "enum" | null;
  readonly base: string | null;
  /** `OpenType`: whether instances may have members that are not declared. */
  readonly open: boolean | null;
  readonly abstract: boolean | null;
  /** Those that the type itself declares, in document order. */
  readonly members: readonly CsdlMember[];
}

/** An action bound to one entity; an overload of the same name is an action of its own. */
export interface CsdlAction {
  /** As it stands in an address, without namespace. */
  readonly name: string;
  /** Type of the binding parameter, with its namespace. */
  readonly boundTo: string;
  /** Whether the binding parameter may be null; `null` where the source cannot tell. */
  readonly boundNullable: boolean | null;
  /** Those behind the binding parameter. */
  readonly parameters: readonly CsdlMember[];
  readonly returns: { readonly type: string; readonly nullable: boolean } | null;
}

/** The types and the bound actions of a document. */
export interface CsdlModel {
  readonly types: readonly CsdlType[];
  readonly actions: readonly CsdlAction[];
}

/** `microsoft.graph.servicePrincipal` as people write it, also inside `Collection(…)`. */
export function shortName(type: string): string {
  return type.replace(/\bmicrosoft\.graph\./g, "");
}

/** The type of the items of a collection, and any other type as it is. */
export function itemType(type: string): string {
  return /^Collection\((.*)\)$/s.exec(type)?.[1] ?? type;
}
