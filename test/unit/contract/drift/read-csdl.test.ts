import { describe, expect, it } from "vitest";
import { readCsdl } from "../../../../src/contract/drift/read-csdl.js";
import { ToolkitError } from "../../../../src/errors.js";
import { csdl, graphSchema, SMALL } from "./csdl-text.js";

/** Code and place of the error; a crash of another kind is told as it is. */
function failure(xml: string): unknown {
  try {
    readCsdl(xml);
    return "read";
  } catch (error) {
    return error instanceof ToolkitError ? error.code : error;
  }
}

describe("readCsdl", () => {
  it("reads types, members, nullability, OpenType and actions, with namespaces in place of aliases", () => {
    const { types, actions } = readCsdl(SMALL);
    expect(types.map(({ name }) => name)).toEqual(
      ["entity", "robot", "unrelated", "tag", "redTag", "shade"].map((name) => `microsoft.graph.${name}`),
    );
    expect(types[1]).toEqual({
      name: "microsoft.graph.robot",
      kind: "entity",
      base: "microsoft.graph.entity",
      open: true,
      abstract: false,
      members: [
        { name: "name", type: "Edm.String", nullable: true },
        { name: "tags", type: "Collection(microsoft.graph.tag)", nullable: false },
      ],
    });
    expect(types[3]).toMatchObject({ kind: "complex", base: null, open: false, abstract: true });
    expect(types[5]).toMatchObject({ kind: "enum", members: [{ name: "light" }, { name: "dark" }] });
    expect(actions).toEqual([
      {
        name: "wake",
        boundTo: "microsoft.graph.robot",
        boundNullable: false,
        parameters: [{ name: "at", type: "Edm.DateTimeOffset", nullable: true }],
        returns: { type: "microsoft.graph.robot", nullable: false },
      },
    ]);
  });

  it("reads several schemas, whose aliases hold in each other, and those of an Include", () => {
    const first =
      '<Schema Namespace="a.b" Alias="x"><ComplexType Name="one"><Property Name="p" Type="y.two"/></ComplexType></Schema>';
    const second = '<Schema Namespace="c" Alias="y"><ComplexType Name="two" BaseType="x.one"/></Schema>';
    const [one, two] = readCsdl(csdl(first, second)).types;
    expect(one?.members[0]?.type).toBe("c.two");
    expect(two?.base).toBe("a.b.one");
    const include =
      '<edmx:Reference Uri="u"><edmx:Include Namespace="far.away" Alias="f"/></edmx:Reference><edmx:DataServices>';
    const third = csdl(first.replace("y.two", "Collection(f.off)")).replace("<edmx:DataServices>", include);
    expect(readCsdl(third).types[0]?.members[0]?.type).toBe("Collection(far.away.off)");
  });

  it("takes any prefix for the envelope", () => {
    expect(readCsdl(SMALL.replaceAll("edmx:", "").replaceAll("xmlns:edmx", "xmlns")).types).toHaveLength(6);
  });

  it("leaves out actions that are unbound or bound to a collection, and annotations", () => {
    const schema = graphSchema(
      '<Action Name="free"><Parameter Name="a" Type="Edm.String"/></Action>',
      '<Action Name="all" IsBound="true"><Parameter Name="b" Type="Collection(graph.robot)"/></Action>',
      '<ComplexType Name="only"><Annotation Term="t"><Collection><Property Name="no" Type="Edm.String"/></Collection></Annotation></ComplexType>',
    );
    expect(readCsdl(csdl(schema))).toMatchObject({ actions: [], types: [{ members: [] }] });
  });

  it.each([
    ["another root", "<html></html>"],
    ["CSDL 3", SMALL.replace('Version="4.0"', 'Version="1.0"')],
    ["no schema", csdl()],
    ["a schema without namespace", csdl('<Schema Alias="a"/>')],
    ["a type without name", csdl(graphSchema("<ComplexType/>"))],
    ["a property without type", csdl(graphSchema('<ComplexType Name="a"><Property Name="b"/></ComplexType>'))],
    ["a bound action without parameters", csdl(graphSchema('<Action Name="a" IsBound="true"/>'))],
    [
      "a type that is declared twice",
      csdl(graphSchema('<ComplexType Name="a"/>'), graphSchema('<EntityType Name="a"/>')),
    ],
  ])("refuses XML that is no CSDL 4: %s", (_, xml) => {
    expect(failure(xml)).toBe("ERR_CONTRACT_CSDL_STRUCTURE");
  });

  it("takes names that JavaScript gives a meaning to as names", () => {
    const names = ["constructor", "toString", "__proto__", "hasOwnProperty"];
    const properties = names.map((name) => `<Property Name="${name}" Type="Edm.String"/>`).join("");
    const [type] = readCsdl(csdl(graphSchema(`<ComplexType Name="__proto__">${properties}</ComplexType>`))).types;
    expect(type?.members.map(({ name }) => name)).toEqual(names);
    expect(failure('<__proto__ a="b"/>')).toMatch(/^ERR_CONTRACT_CSDL_(STRUCTURE|XML)$/);
    expect(failure('<a __proto__="b" constructor="c"/>')).toMatch(/^ERR_CONTRACT_CSDL_(STRUCTURE|XML)$/);
  });
});

describe("readCsdl of hostile XML", () => {
  const bomb = `<!DOCTYPE b [<!ENTITY a "${"x".repeat(100)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${"&a;".repeat(10)}">`).join("")}]>`;

  it.each([
    ["an entity bomb", SMALL.replace("?>", `?>${bomb}`)],
    ["an external entity", SMALL.replace("?>", '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ["a lower-case document type", `<!doctype html>${SMALL}`],
    ["nothing", ""],
    ["JSON", "{}"],
    ["an open end", SMALL.slice(0, -20)],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an open comment", `${SMALL}<!-- `],
    ["an open CDATA section", "<a><![CDATA["],
    ["100 elements inside one another", `${"<a>".repeat(100)}${"</a>".repeat(100)}`],
    ["200,000 open elements", "<a>".repeat(200_000)],
  ])("refuses %s", (_, xml) => {
    expect(failure(xml)).toBe("ERR_CONTRACT_CSDL_XML");
  });

  it("expands no entity", () => {
    const [type] = readCsdl(csdl(graphSchema('<ComplexType Name="&lt;&#65;&amp;"/>'))).types;
    expect(type?.name).toBe("microsoft.graph.&lt;&#65;&amp;");
  });

  it("refuses what is too long before anything is read of it", () => {
    expect(failure(" ".repeat(20_000_001))).toBe("ERR_CONTRACT_CSDL_LIMIT");
  });

  it.each([
    ["attributes", `<a ${Array.from({ length: 20_000 }, (_, index) => `a${index}="1" `).join("")}/>`],
    ["spaces in a tag", `<a ${" ".repeat(100_000)}b/>`],
    ["signs of a tag", "<".repeat(100_000)],
    ["quotation marks", '<a b="'.repeat(50_000)],
    [
      "a type's name in parentheses",
      csdl(graphSchema(`<ComplexType Name="a" BaseType="${"Collection(".repeat(50_000)}"/>`)),
    ],
  ])("takes time in proportion to the length: %s", (_, xml) => {
    // The best of three: a busy machine makes one slow, not all.
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      failure(xml);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(2_000);
  });
});
