/** OData CSDL 4.0 in XML (OASIS odata-csdl-xml-v4.01, 4.0 alike in all that is read here) -> types and bound actions. */
import { MalformedError } from "../../errors.js";
import type { CsdlAction, CsdlMember, CsdlModel, CsdlType } from "./csdl-model.js";
import type { XmlElement } from "./read-xml.js";
import { readXml } from "./read-xml.js";

/** Half of Graph's metadata, and nothing of it is compared. */
const IGNORED = ["Annotation", "Annotations", "NavigationPropertyBinding"];

/** Short names of namespaces, declared by a Schema or by an Include. */
type Aliases = ReadonlyMap<string, string>;

/**
 * Reads a service's metadata. Aliases are replaced by their namespaces; any number of Schema elements is read.
 * Navigation properties, functions, type definitions, entity sets and annotations are left out, and actions that are
 * bound to a collection, or to nothing, too. XML namespaces are not told apart.
 * @param xml - up to 20,000,000 characters; see {@link readXml}
 * @throws {MalformedError} `ERR_CONTRACT_CSDL_XML`; `ERR_CONTRACT_CSDL_STRUCTURE` for XML that is no CSDL 4: no Edmx of
 * version 4 around a Schema, an element without its name or type, a type that is declared twice
 * @throws {LimitError} `ERR_CONTRACT_CSDL_LIMIT`
 */
export function readCsdl(xml: string): CsdlModel {
  const schemas = schemasOf(readXml(xml, IGNORED));
  const types: CsdlType[] = [];
  const actions: CsdlAction[] = [];
  for (const { schema, namespace, aliases } of schemas) {
    const readKind = (element: string, kind: "entity" | "complex"): void => {
      for (const type of schema.children(element)) types.push(readType(type, kind, namespace, aliases));
    };
    readKind("EntityType", "entity");
    readKind("ComplexType", "complex");
    for (const type of schema.children("EnumType")) types.push(readEnum(type, namespace));
    for (const action of schema.children("Action")) {
      const read = readAction(action, aliases);
      if (read !== undefined) actions.push(read);
    }
  }
  refuseDoubles(types);
  return { types, actions };
}

interface Schema {
  readonly schema: XmlElement;
  readonly namespace: string;
  readonly aliases: Aliases;
}

function schemasOf(document: XmlElement): readonly Schema[] {
  const edmx = document.children("Edmx")[0];
  if (edmx === undefined) throw broken("there is no Edmx element", "document");
  const version = edmx.attribute("Version");
  if (version?.startsWith("4.") !== true) throw broken(`version 4 of CSDL expected, got ${version ?? "none"}`, "Edmx");
  const aliases = new Map<string, string>();
  const learn = (element: XmlElement): void => {
    const [alias, namespace] = [element.attribute("Alias"), element.attribute("Namespace")];
    if (alias !== undefined && namespace !== undefined) aliases.set(alias, namespace);
  };
  const references = edmx.children("Reference");
  for (const include of references.flatMap((reference) => reference.children("Include"))) learn(include);
  const schemas = edmx.children("DataServices").flatMap((services) => services.children("Schema"));
  if (schemas.length === 0) throw broken("there is no Schema element", "Edmx");
  for (const schema of schemas) learn(schema);
  return schemas.map((schema) => ({ schema, namespace: required(schema, "Namespace", "Schema"), aliases }));
}

function readType(element: XmlElement, kind: "entity" | "complex", namespace: string, aliases: Aliases): CsdlType {
  const name = `${namespace}.${required(element, "Name", namespace)}`;
  const base = element.attribute("BaseType");
  return {
    name,
    kind,
    base: base === undefined ? null : resolve(base, aliases),
    open: isTrue(element.attribute("OpenType")),
    abstract: isTrue(element.attribute("Abstract")),
    members: element.children("Property").map((property) => readMember(property, name, aliases)),
  };
}

/** The underlying type of an enumeration is 32 bits wide unless it says otherwise; on the wire its members are names. */
function readEnum(element: XmlElement, namespace: string): CsdlType {
  const name = `${namespace}.${required(element, "Name", namespace)}`;
  const members = element
    .children("Member")
    .map((member) => ({ name: required(member, "Name", name), type: "Edm.String", nullable: false }));
  return { name, kind: "enum", base: null, open: false, abstract: false, members };
}

function readMember(element: XmlElement, owner: string, aliases: Aliases): CsdlMember {
  const name = required(element, "Name", owner);
  const type = resolve(required(element, "Type", `${owner}.${name}`), aliases);
  return { name, type, nullable: isNullable(element) };
}

/** @returns `undefined` for an action that is not bound to a single entity or complex value */
function readAction(element: XmlElement, aliases: Aliases): CsdlAction | undefined {
  const name = required(element, "Name", "Action");
  if (!isTrue(element.attribute("IsBound"))) return undefined;
  const [binding, ...rest] = element.children("Parameter");
  if (binding === undefined) throw broken("a bound action has a binding parameter", name);
  const boundTo = resolve(required(binding, "Type", name), aliases);
  if (boundTo.startsWith("Collection(")) return undefined;
  const returned = element.children("ReturnType")[0];
  return {
    name,
    boundTo,
    boundNullable: isNullable(binding),
    parameters: rest.map((parameter) => readMember(parameter, name, aliases)),
    returns:
      returned === undefined
        ? null
        : { type: resolve(required(returned, "Type", name), aliases), nullable: isNullable(returned) },
  };
}

/** The name of a type with the namespace in place of its alias, also inside `Collection(…)`. */
function resolve(type: string, aliases: Aliases): string {
  const collection = /^Collection\((.*)\)$/s.exec(type)?.[1];
  const name = collection ?? type;
  const end = name.lastIndexOf(".");
  const namespace = aliases.get(name.slice(0, end));
  const full = namespace === undefined ? name : `${namespace}${name.slice(end)}`;
  return collection === undefined ? full : `Collection(${full})`;
}

function isNullable(element: XmlElement): boolean {
  return element.attribute("Nullable") !== "false";
}

function isTrue(value: string | undefined): boolean {
  return value === "true";
}

function required(element: XmlElement, attribute: string, at: string): string {
  const value = element.attribute(attribute);
  if (value === undefined || value === "") throw broken(`an element without ${attribute}`, at);
  return value;
}

function refuseDoubles(types: readonly CsdlType[]): void {
  const seen = new Set<string>();
  for (const { name } of types) {
    if (seen.has(name)) throw broken("the type is declared twice", name);
    seen.add(name);
  }
}

function broken(why: string, at: string): MalformedError {
  return new MalformedError(`no metadata of an OData service: ${why}`, { code: "ERR_CONTRACT_CSDL_STRUCTURE", at });
}
