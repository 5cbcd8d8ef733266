import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import type { BagToPack } from "../../../src/pkcs12/pack.js";
import { packBags, writeTypedValue } from "../../../src/pkcs12/pack.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { PROTECTIONS } from "../../../src/pkcs12/protection.js";
import { explicit, indefinite, integer, octetString, oid, sequence, set, utf8 } from "../../setup/der.js";
import { KEYS } from "../credential/certificate-writer.js";
import { countingRandom } from "./counting-random.js";

const options = { password: "secret", protection: "graph", iterations: 1 } as const;

const key = (attributes: BagToPack["attributes"] = []): BagToPack => ({
  kind: "key",
  privateKeyInfo: KEYS.first.pkcs8,
  attributes,
});
const other = (value: number): BagToPack => ({
  kind: "other",
  bagId: "1.2.3.4",
  bagValue: integer(value),
  attributes: [],
});

/** The bags as they lie in the file, a key as `key`, any other as its value; and the kinds of its contents. */
async function layOut(bags: readonly BagToPack[]) {
  const { random, asked } = countingRandom();
  const file = await packBags(bags, { ...options, random });
  const opened = await parsePkcs12(file, { password: options.password });
  const read = opened.bags.map((bag) => (bag.kind === "unknownBag" ? bag.bagValue.at(-1) : "key"));
  return { read, places: opened.bags.map(({ at }) => at), encryptions: opened.encryptions.map(({ at }) => at), asked };
}

describe("packBags", () => {
  it("writes a file without bags", async () => {
    expect(await layOut([])).toMatchObject({ read: [], asked: [8] });
  });

  it("lays keys into a content of their own, behind or before what else there is", async () => {
    expect(await layOut([other(1), other(2), key(), key()])).toMatchObject({
      read: [1, 2, "key", "key"],
      places: ["authSafe[0].safeBag[0]", "authSafe[0].safeBag[1]", "authSafe[1].safeBag[0]", "authSafe[1].safeBag[1]"],
      encryptions: ["authSafe[0]", "authSafe[1].safeBag[0]", "authSafe[1].safeBag[1]"],
      asked: [8, 8, 8, 8],
    });
    expect((await layOut([key(), other(1)])).encryptions).toEqual(["authSafe[0].safeBag[0]", "authSafe[1]"]);
  });

  it("lays all into one encrypted content where keys and others take turns, in their order", async () => {
    const mixed = await layOut([key(), other(1), key(), other(2), other(3)]);
    expect(mixed.read).toEqual(["key", 1, "key", 2, 3]);
    expect(mixed.encryptions).toEqual(["authSafe[0]", "authSafe[0].safeBag[0]", "authSafe[0].safeBag[2]"]);
    expect(mixed.asked).toEqual([8, 8, 8, 8]);
  });

  it("shows nothing of what it encrypts", async () => {
    const secret = utf8("a word that is nowhere else");
    const bag: BagToPack = { kind: "other", bagId: "1.2.3.4", bagValue: secret, attributes: [] };
    for (const protection of PROTECTIONS) {
      const file = await packBags([key(), bag, key()], { ...options, protection });
      const { bags, encryptions } = inspectPkcs12(file);
      expect([bags.length, encryptions.length]).toEqual([0, 1]);
      const text = new TextDecoder("latin1").decode(file);
      expect(text).not.toContain("nowhere else");
      expect(text).not.toContain(new TextDecoder("latin1").decode(KEYS.first.pkcs8.slice(-32)));
    }
  });

  it("puts attributes and their values in the order of DER and keeps their octets", async () => {
    const values = [utf8("b"), indefinite(0x30, integer(1)), integer(7), utf8("a")];
    const attributes = [
      { oid: "1.2.3.5", values },
      { oid: "1.2.3.4", values: [] },
    ];
    const file = await packBags([key(attributes)], options);
    const [bag] = (await parsePkcs12(file, { password: "secret" })).bags;
    expect(bag?.attributes.all).toEqual([
      { oid: "1.2.3.4", values: [] },
      { oid: "1.2.3.5", values: [integer(7), utf8("a"), utf8("b"), indefinite(0x30, integer(1))] },
    ]);
    const written = set(
      sequence(oid("1.2.3.4"), set()),
      sequence(oid("1.2.3.5"), set(...(bag?.attributes.all[1]?.values ?? []))),
    );
    expect(inspectPkcs12(file).encoding).toBe("BER");
    expect(new TextDecoder("latin1").decode(file)).toContain(new TextDecoder("latin1").decode(written));
  });

  it("leaves out an iteration count of 1, which is the default, and no other", async () => {
    const macData = async (iterations: number) => {
      const file = await packBags([], { ...options, iterations });
      return decodeWhole(file, "test").children[2]?.children.map(({ tagNumber }) => tagNumber);
    };
    expect(await macData(1)).toEqual([16, 4]);
    expect(await macData(2)).toEqual([16, 4, 2]);
  });

  it("states in PBMAC1 the length of the key and leaves the salt of MacData unused", async () => {
    const file = await packBags([], {
      ...options,
      protection: "pbmac1",
      iterations: 7,
      random: countingRandom().random,
    });
    const [mac, macSalt, ...rest] = decodeWhole(file, "test").children[2]?.children ?? [];
    expect(new TextDecoder().decode(macSalt?.content)).toBe("NOT USED");
    expect(rest).toEqual([]);
    const hmacSha256 = sequence(oid("1.2.840.113549.2.9"), Uint8Array.of(5, 0));
    const salt = octetString(Uint8Array.from({ length: 16 }, (_, index) => index));
    const kdf = sequence(oid("1.2.840.113549.1.5.12"), sequence(salt, integer(7), integer(32), hmacSha256));
    const pbmac1 = sequence(oid("1.2.840.113549.1.5.14"), sequence(kdf, hmacSha256));
    expect(mac?.children[0]?.bytes).toEqual(pbmac1);
  });
});

it("writes the shape that certificates, CRLs and secrets share", () => {
  expect(writeTypedValue("1.2.3", integer(1))).toEqual(sequence(oid("1.2.3"), explicit(0, integer(1))));
});
