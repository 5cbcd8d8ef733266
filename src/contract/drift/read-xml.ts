/** XML as plain elements: as much of it as metadata needs, and nothing that a hostile document could grow in. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { LimitError, MalformedError } from "../../errors.js";

/** An element without its namespace prefix, its attributes by local name, and the elements inside it by name. */
export interface XmlElement {
  readonly attribute: (name: string) => string | undefined;
  /** In document order; empty where there is none. */
  readonly children: (name: string) => readonly XmlElement[];
}

/** Graph's whole metadata has 3.4 million characters and is 11 elements deep. */
const MOST_CHARACTERS = 20_000_000;
const MOST_DEPTH = 64;

/** Stands before the name of an attribute, so that no attribute is taken for an element. */
const MARK = "@";

/**
 * Reads a document into its elements; text, comments and processing instructions are dropped.
 * Entities are never expanded, and a document type declaration, in which they could be made, is refused: CSDL has none.
 * @param ignored - names of elements that are still checked, and left out with what is in them
 * @throws {MalformedError} `ERR_CONTRACT_CSDL_XML` for what is not well-formed, has a DOCTYPE or nests deeper than 64
 * @throws {LimitError} `ERR_CONTRACT_CSDL_LIMIT` above 20,000,000 characters
 */
export function readXml(xml: string, ignored: readonly string[]): XmlElement {
  if (xml.length > MOST_CHARACTERS) {
    throw new LimitError(`more than ${MOST_CHARACTERS} characters`, {
      code: "ERR_CONTRACT_CSDL_LIMIT",
      at: "document",
      limit: "characters",
      actual: xml.length,
    });
  }
  const doctype = xml.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (doctype !== -1) throw malformed("a document type declaration has no place in metadata", `character ${doctype}`);
  return toElement(parse(xml, ignored));
}

function parse(xml: string, ignored: readonly string[]): unknown {
  try {
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw malformed(verdict.err.msg, `line ${verdict.err.line}`);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: MARK,
      removeNSPrefix: true,
      processEntities: false,
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      maxNestedTags: MOST_DEPTH,
      jPath: false,
      // An element that stands once is a list of one, so that nobody meets both.
      isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
      updateTag: (name) => !ignored.includes(name) && name,
    }).parse(xml) as unknown;
  } catch (error) {
    if (error instanceof MalformedError) throw error;
    throw malformed(error instanceof Error ? error.message : "it cannot be read", "document", error);
  }
}

function malformed(why: string, at: string, cause?: unknown): MalformedError {
  return new MalformedError(`no well-formed XML: ${why}`, { code: "ERR_CONTRACT_CSDL_XML", at, cause });
}

function toElement(node: unknown): XmlElement {
  const own = (key: string): unknown =>
    typeof node === "object" && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
  return {
    attribute: (name) => {
      const value = own(`${MARK}${name}`);
      return typeof value === "string" ? value : undefined;
    },
    children: (name) => {
      const found = own(name);
      return Array.isArray(found) ? found.map(toElement) : [];
    },
  };
}
