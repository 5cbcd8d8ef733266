/** Metadata as text, for tests: as small as the case at hand needs. */

/** Schema elements inside the envelope that OData asks for. */
export function csdl(...schemas: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemas.join("")}</edmx:DataServices></edmx:Edmx>`;
}

/** One Schema element of Graph's namespace. */
export function graphSchema(...elements: readonly string[]): string {
  return `<Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">${elements.join("")}</Schema>`;
}

/** A service in small: a base, an open entity, an abstract complex type and one of its kind, an enumeration, an action. */
export const SMALL: string = csdl(
  graphSchema(
    '<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>',
    '<EntityType Name="robot" BaseType="graph.entity" OpenType="true"><Property Name="name" Type="Edm.String"/><Property Name="tags" Type="Collection(graph.tag)" Nullable="false"/><NavigationProperty Name="owner" Type="graph.robot"/></EntityType>',
    '<ComplexType Name="tag" Abstract="true"/>',
    '<ComplexType Name="redTag" BaseType="graph.tag"><Property Name="shade" Type="graph.shade" Nullable="false"/></ComplexType>',
    '<EnumType Name="shade"><Member Name="light" Value="0"/><Member Name="dark" Value="1"/></EnumType>',
    '<Action Name="wake" IsBound="true"><Parameter Name="bindingParameter" Type="graph.robot" Nullable="false"/><Parameter Name="at" Type="Edm.DateTimeOffset"/><ReturnType Type="graph.robot" Nullable="false"/></Action>',
    '<EntityType Name="unrelated"><Property Name="size" Type="Edm.Int32"/></EntityType>',
  ),
);

/** {@link SMALL} with one piece of text in place of another. */
export function altered(before: string, after: string): string {
  if (SMALL.split(before).length !== 2)
    throw new Error(`${before} stands there ${SMALL.split(before).length - 1} times`);
  return SMALL.replace(before, after);
}
