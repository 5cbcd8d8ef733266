/** The reader of BER beside another one: where both accept, they see the same tags, lengths and nesting. */
import type { AsnType } from "asn1js";
import { fromBER } from "asn1js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BerNode } from "../../src/asn1/ber.js";
import { decodeBer } from "../../src/asn1/ber.js";
import { MalformedError, ToolkitError } from "../../src/errors.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { decodePfx } from "../../src/pkcs12/pfx.js";
import { announce } from "../setup/announce.js";
import type { Der } from "../setup/der.js";
import { der, indefinite, join } from "../setup/der.js";
import { ownVectors } from "../setup/own-vectors.js";
import type { Original } from "./mutations.js";
import { mutated } from "./mutations.js";
import { settings } from "./settings.js";

/** What a reader says of one value: class, number, form and length in all, and the values inside. */
interface Seen {
  readonly header: string;
  /** `undefined` where the reader does not look inside: asn1js into a character string in pieces. */
  readonly inside: readonly Seen[] | undefined;
}

function ours(bytes: Uint8Array): Seen | undefined {
  try {
    return describeOurs(decodeBer(bytes, "input").root);
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

function describeOurs({ tagClass, tagNumber, constructed, bytes, children }: BerNode): Seen {
  return { header: [tagClass, tagNumber, constructed, bytes.length].join(" "), inside: children.map(describeOurs) };
}

const CLASSES = ["universal", "application", "context", "private"];

function theirs(bytes: Uint8Array<ArrayBuffer>): Seen | undefined {
  const { depth: maxDepth, nodes: maxNodes } = DEFAULT_LIMITS;
  try {
    const { offset, result } = fromBER(bytes, { maxDepth, maxNodes, parseEmbedded: false });
    return offset === -1 ? undefined : describeTheirs(result);
  } catch {
    // Times that are none.
    return undefined;
  }
}

function describeTheirs({ idBlock, blockLength, valueBlock }: AsnType): Seen {
  const header = [CLASSES[idBlock.tagClass - 1], idBlock.tagNumber, idBlock.isConstructed, blockLength].join(" ");
  if (!idBlock.isConstructed) return { header, inside: [] };
  const { value } = valueBlock as { readonly value?: unknown };
  return { header, inside: Array.isArray(value) ? value.map(describeTheirs) : undefined };
}

/**
 * Where asn1js gets lost: in a SEQUENCE or SET in primitive form, which X.690 does not have, and in a constructed value
 * that it does not look into, whose end it cannot find then.
 */
function isBeyondAsn1js({ header, inside }: Seen): boolean {
  return inside === undefined || /^universal 1[67] false/.test(header) || inside.some(isBeyondAsn1js);
}

/** The place and the two headers where they differ, or `undefined`. */
function difference(one: Seen, other: Seen, at = "root"): string | undefined {
  if (one.header !== other.header) return `${at}: ${one.header} is ${other.header}`;
  const [inOne, inOther] = [one.inside ?? [], other.inside ?? []];
  if (inOne.length !== inOther.length) return `${at}: ${inOne.length} values are ${inOther.length}`;
  for (const [index, child] of inOne.entries()) {
    const found = difference(child, inOther[index] ?? child, `${at}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files, and the AuthenticatedSafes in them. */
const structures: readonly Original[] = ownVectors().flatMap(({ bytes, entry: { id: name } }) => {
  try {
    const { authSafe } = decodePfx(bytes, DEFAULT_LIMITS);
    return [
      { name, bytes },
      { name: `${name} authSafe`, bytes: Uint8Array.from(authSafe) },
    ];
  } catch (error) {
    if (error instanceof ToolkitError) return [{ name, bytes }];
    throw error;
  }
});

/** Any tree of values whose contents neither reader judges, of definite and indefinite lengths. */
const octets = fc.uint8Array({ maxLength: 300 }).map((content) => der(0x04, content));
const { tree } = fc.letrec<{ tree: Der; leaf: Der; branch: Der; pieces: Der }>((tie) => ({
  leaf: fc.oneof(
    octets,
    fc
      .tuple(fc.constantFrom(0x80, 0x81, 0x9e, 0x45, 0xc2), fc.uint8Array({ maxLength: 3 }))
      .map(([tag, it]) => der(tag, it)),
    fc.constant(der(0x05)),
  ),
  branch: fc
    .tuple(
      fc.constantFrom(0x30, 0x31, 0xa0, 0xbe, 0x62),
      fc.constantFrom(der, indefinite),
      fc.array(tie("tree"), { maxLength: 4 }),
    )
    .map(([tag, write, children]) => write(tag, ...children)),
  pieces: fc
    .tuple(fc.constantFrom(der, indefinite), fc.array(fc.oneof(octets, tie("pieces")), { maxLength: 3 }))
    .map(([write, children]) => write(0x24, ...children)),
  tree: fc.oneof({ maxDepth: 6 }, tie("leaf"), tie("branch"), tie("pieces")),
}));

describe("decodeBer and asn1js", () => {
  it("agree on every vector", () => {
    const accepted = structures.filter(({ name, bytes }) => {
      const found = ours(bytes);
      expect(found, name).toEqual(theirs(bytes));
      return found !== undefined;
    });
    expect(accepted.length).toBeGreaterThan(200);
  });

  it("agree on trees of any shape, whatever follows them", () => {
    fc.assert(
      fc.property(tree, fc.uint8Array({ maxLength: 3 }), (bytes, behind) => {
        const found = ours(join(bytes, behind));
        expect(found).toBeDefined();
        expect(found).toEqual(theirs(bytes));
      }),
      settings(300),
    );
  });

  it("agree on damaged ones that both accept", () => {
    const run = settings(2000);
    const seen = { both: 0, oursAlone: 0, theirsAlone: 0, neither: 0 };
    const small = structures.filter(({ bytes }) => bytes.length < 6000);
    const inputs = fc.oneof(
      mutated(small),
      tree.chain((bytes) => mutated([{ name: "tree", bytes }])),
    );
    fc.assert(
      fc.property(inputs, ({ bytes }) => {
        const [found, expected] = [ours(bytes), theirs(bytes)];
        if (found === undefined) seen[expected === undefined ? "neither" : "theirsAlone"] += 1;
        else seen[expected === undefined ? "oursAlone" : "both"] += 1;
        if (found === undefined || expected === undefined || isBeyondAsn1js(expected)) return;
        expect(difference(found, expected)).toBeUndefined();
      }),
      run,
    );
    announce(`BER readers on damaged input: ${JSON.stringify(seen)}`);
    expect(seen.both).toBeGreaterThan(0.15 * run.numRuns);
    expect(seen.neither).toBeGreaterThan(0.05 * run.numRuns);
  });
});

it("any bytes end in a value or a MalformedError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        const { root, trailingBytes } = decodeBer(bytes, "input");
        expect(root.bytes.length + trailingBytes).toBe(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
    settings(2000),
  );
});
