import { describe, expect, it } from "vitest";
import { compareWithService } from "../../../../src/contract/drift/compare.js";
import { readCsdl } from "../../../../src/contract/drift/read-csdl.js";
import { ToolkitError } from "../../../../src/errors.js";
import { altered, csdl, graphSchema, SMALL } from "./csdl-text.js";

/** Ours speaks of everything but the unrelated type. */
const all = readCsdl(SMALL);
const ours = { ...all, types: all.types.filter(({ name }) => name !== "microsoft.graph.unrelated") };

function drift(xml: string): string[] {
  return compareWithService(ours, readCsdl(xml)).map(({ kind, subject, message }) => `${kind} ${subject}: ${message}`);
}

const NAME = '<Property Name="name" Type="Edm.String"/>';
const AT = '<Parameter Name="at" Type="Edm.DateTimeOffset"/>';

describe("compareWithService", () => {
  it.each([
    [
      "a new member",
      NAME,
      `${NAME}<Property Name="isDisabled" Type="Edm.Boolean"/>`,
      "member-added robot.isDisabled: in the service, not here",
    ],
    ["a lost member", NAME, "", "member-removed robot.name: here, not in the service"],
    [
      "another type",
      NAME,
      '<Property Name="name" Type="Edm.Guid"/>',
      "member-type robot.name: is Edm.Guid in the service, Edm.String here",
    ],
    [
      "a single value for a collection",
      '"Collection(graph.tag)"',
      '"graph.tag"',
      "member-type robot.tags: is tag in the service, Collection(tag) here",
    ],
    [
      "nullability",
      NAME,
      NAME.replace("/>", ' Nullable="false"/>'),
      "member-nullability robot.name: is not nullable in the service, nullable here",
    ],
    [
      "the end of nullability",
      '"Edm.String" Nullable="false"',
      '"Edm.String"',
      "member-nullability entity.id: is nullable in the service, not nullable here",
    ],
    ["OpenType", ' OpenType="true"', "", "open-type robot: is closed in the service, open here"],
    [
      "a type that opens",
      '<ComplexType Name="redTag"',
      '<ComplexType Name="redTag" OpenType="true"',
      "open-type redTag: is open in the service, closed here",
    ],
    [
      "Abstract",
      '<ComplexType Name="tag" Abstract="true"/>',
      '<ComplexType Name="tag"/>',
      "abstract tag: is not abstract in the service, abstract here",
    ],
    [
      "a lost base",
      'Name="redTag" BaseType="graph.tag"',
      'Name="redTag"',
      "base redTag: is based on nothing in the service, tag here",
    ],
    [
      "a value of an enumeration",
      '<Member Name="dark"',
      '<Member Name="dim"/><Member Name="dark"',
      "member-added shade.dim: in the service, not here",
    ],
    [
      "a sibling in a union",
      '<ComplexType Name="redTag"',
      '<ComplexType Name="blueTag" BaseType="graph.tag"/><ComplexType Name="redTag"',
      "derived-type-added blueTag: derived from tag in the service, not here",
    ],
    [
      "a new parameter",
      AT,
      `${AT}<Parameter Name="why" Type="Edm.String"/>`,
      "parameter-added robot/wake(why): in the service, not here",
    ],
    ["a lost parameter", AT, "", "parameter-removed robot/wake(at): here, not in the service"],
    [
      "a parameter's type",
      AT,
      AT.replace("DateTimeOffset", "Date"),
      "parameter-type robot/wake(at): is Edm.Date in the service, Edm.DateTimeOffset here",
    ],
    [
      "a parameter's nullability",
      AT,
      AT.replace("/>", ' Nullable="false"/>'),
      "parameter-nullability robot/wake(at): is not nullable in the service, nullable here",
    ],
    [
      "a binding parameter's nullability",
      'Type="graph.robot" Nullable="false"/><Parameter',
      'Type="graph.robot"/><Parameter',
      "binding-nullability robot/wake: its binding parameter is nullable in the service, not nullable here",
    ],
    [
      "another result",
      '<ReturnType Type="graph.robot"',
      '<ReturnType Type="graph.tag"',
      "return-type robot/wake: returns tag in the service, robot here",
    ],
    [
      "no result",
      '<ReturnType Type="graph.robot" Nullable="false"/>',
      "",
      "return-type robot/wake: returns nothing in the service, robot here",
    ],
    [
      "a result that may be null",
      '<ReturnType Type="graph.robot" Nullable="false"/>',
      '<ReturnType Type="graph.robot"/>',
      "return-nullability robot/wake: what it returns is nullable in the service, not nullable here",
    ],
    [
      "another bound type",
      '"bindingParameter" Type="graph.robot"',
      '"bindingParameter" Type="graph.unrelated"',
      "action-removed robot/wake: bound to unrelated in the service",
    ],
    [
      "a lost action",
      '<Action Name="wake"',
      '<Action Name="rest"',
      "action-removed robot/wake: here, not in the service",
    ],
  ])("names %s", (_, before, after, expected) => {
    expect(drift(altered(before, after))).toEqual([expected]);
  });

  it("names a lost type, and a kind that changed", () => {
    const types = all.types.filter(({ name }) => name !== "microsoft.graph.shade");
    expect(compareWithService(ours, { ...all, types }).map(({ kind, subject }) => [kind, subject])).toEqual([
      ["type-removed", "shade"],
    ]);
    const complex = all.types.map((type) =>
      type.name.endsWith(".robot") ? { ...type, kind: "complex" as const } : type,
    );
    expect(compareWithService(ours, { ...all, types: complex }).map(({ kind }) => kind)).toEqual(["type-kind"]);
  });

  it.each([
    ["nothing", SMALL, SMALL],
    ["an unrelated type", 'Type="Edm.Int32"', 'Type="Edm.Int64" Nullable="false"'],
    [
      "a navigation property",
      '<NavigationProperty Name="owner" Type="graph.robot"/>',
      '<NavigationProperty Name="friend" Type="graph.unrelated"/>',
    ],
    ["a default that is written out", NAME, NAME.replace("/>", ' Nullable="true" MaxLength="9"/>')],
    ["a new type of entity", "<EnumType", '<EntityType Name="cleaner" BaseType="graph.entity"/><EnumType'],
    [
      "a new action",
      '<Action Name="wake"',
      '<Action Name="rest" IsBound="true"><Parameter Name="bindingParameter" Type="graph.robot"/></Action><Action Name="wake"',
    ],
    [
      "another overload",
      '<Action Name="wake"',
      '<Action Name="wake" IsBound="true"><Parameter Name="bindingParameter" Type="graph.unrelated"/></Action><Action Name="wake"',
    ],
    ["the name of the binding parameter", 'Name="bindingParameter"', 'Name="this"'],
  ])("leaves %s alone", (_, before, after) => {
    expect(drift(before === SMALL ? SMALL : altered(before, after))).toEqual([]);
  });

  it("leaves a member alone that moved to the base type, or from there", () => {
    const id = '<Property Name="id" Type="Edm.String" Nullable="false"/>';
    const up = altered(NAME, "").replace(id, `${id}${NAME}`);
    expect(drift(up)).toEqual(["member-added entity.name: in the service, not here"]);
    const down = altered(id, "").replace(NAME, `${NAME}${id}`);
    expect(drift(down)).toEqual(["member-removed entity.id: here, not in the service"]);
  });

  it("compares no fact that one side cannot tell", () => {
    const vague = {
      types: ours.types.map((type) => ({ ...type, kind: null, open: null, abstract: null })),
      actions: ours.actions.map((action) => ({ ...action, boundNullable: null })),
    };
    expect(compareWithService(vague, readCsdl(altered(' OpenType="true"', "")))).toEqual([]);
  });

  it("ends where base types go round in a ring", () => {
    const ring = csdl(
      graphSchema(
        '<EntityType Name="entity" BaseType="graph.robot"/><EntityType Name="robot" BaseType="graph.entity"/>',
      ),
    );
    expect(drift(ring)).toContain("member-removed robot.name: here, not in the service");
  });

  it("takes any number of members and parameters", () => {
    const many = Array.from({ length: 200_000 }, (_, index) => ({ name: `m${index}`, type: "T", nullable: true }));
    const types = all.types.map((type) =>
      type.name.endsWith(".entity") ? { ...type, members: [...type.members, ...many] } : type,
    );
    const actions = all.actions.map((action) => ({ ...action, parameters: [...action.parameters, ...many] }));
    const drifts = compareWithService(ours, { types, actions });
    expect(drifts.filter(({ kind }) => kind === "parameter-added")).toHaveLength(200_000);
    expect(drifts.filter(({ group }) => group === "entity")).toHaveLength(200_000);
  });

  it("refuses the metadata of another service", () => {
    const other = readCsdl(csdl('<Schema Namespace="other"><EntityType Name="entity"/></Schema>'));
    expect(() => compareWithService(ours, other)).toThrow(ToolkitError);
    expect(() => compareWithService(ours, other)).toThrow(
      expect.objectContaining({ code: "ERR_CONTRACT_CSDL_FOREIGN" }),
    );
  });
});
