/** What is written is read again: any password, any names, several credentials, each protection and from one to another. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { digest } from "../../src/crypto/hash.js";
import type { PackableCredential } from "../../src/pkcs12/build.js";
import { buildPkcs12 } from "../../src/pkcs12/build.js";
import type { Bag } from "../../src/pkcs12/open-content.js";
import { packBags } from "../../src/pkcs12/pack.js";
import { parsePkcs12 } from "../../src/pkcs12/parse.js";
import { PROTECTIONS } from "../../src/pkcs12/protection.js";
import { repackPkcs12 } from "../../src/pkcs12/repack.js";
import { bitString, integer, octetString, sequence, utf8 } from "../setup/der.js";
import { settings } from "./settings.js";

const octets = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Uint8Array.from(bytes));

/** In the shape of PKCS#8, of a certificate; nobody in this room looks further. */
const privateKeys = octets(0, 300).map((key) => sequence(integer(0), sequence(), octetString(key)));
const certificates = octets(0, 300).map((body) => sequence(sequence(octetString(body)), sequence(), bitString()));

/** Characters of all planes, controls and marks included; without halves of pairs, which are refused. */
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("", "secret", "\uFEFF", "🔑", "\0"),
);

const credentials: fc.Arbitrary<PackableCredential> = fc.record(
  {
    privateKey: privateKeys,
    certificate: certificates,
    chain: fc.array(certificates, { maxLength: 3 }),
    friendlyName: texts.filter((text) => text !== ""),
    localKeyId: octets(1, 30),
  },
  { requiredKeys: ["privateKey", "certificate"] },
);

const protections = fc.constantFrom(...PROTECTIONS);
const files = fc.record({
  credentials: fc.array(credentials, { minLength: 1, maxLength: 4 }),
  password: texts,
  protection: protections,
  iterations: fc.integer({ min: 1, max: 5 }),
});

const text = (bytes: Uint8Array): string => bytes.join();

it("a file that was built gives back its credentials", async () => {
  await fc.assert(
    fc.asyncProperty(files, async ({ credentials: given, ...options }) => {
      const file = await buildPkcs12(given, options);
      const opened = await parsePkcs12(file, { password: options.password });
      expect(opened.encoding).toBe("DER");
      expect([opened.mac, ...opened.encryptions].every((it) => it?.misencoded === false)).toBe(true);
      const keys = opened.bags.filter((bag) => bag.kind === "pkcs8ShroudedKeyBag");
      const certs = opened.bags.filter((bag) => bag.kind === "certBag");
      const leaves = certs.filter(({ attributes }) => attributes.localKeyId !== undefined);
      for (const [index, { privateKey, certificate, friendlyName, localKeyId }] of given.entries()) {
        const id = localKeyId ?? digest("SHA-1", certificate);
        for (const bag of [keys[index], leaves[index]]) {
          expect(bag?.attributes).toMatchObject({ friendlyName, localKeyId: id });
        }
        expect(keys[index]?.privateKeyInfo).toEqual(privateKey);
        expect(leaves[index]?.certValue).toEqual(certificate);
      }
      expect([keys.length, leaves.length]).toEqual([given.length, given.length]);
      const own = new Set(given.map(({ certificate }) => text(certificate)));
      const issuers = new Set(given.flatMap(({ chain = [] }) => chain.map(text)).filter((it) => !own.has(it)));
      const others = certs.filter(({ attributes }) => attributes.localKeyId === undefined);
      expect(others.map(({ certValue }) => text(certValue))).toEqual([...issuers]);
    }),
    settings(150),
  );
});

/** All but the places: sets are in the order of DER in both. */
const substance = ({ at, ...rest }: Bag): object => rest;

it("a file that goes through every protection and password keeps its bags", async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.array(fc.tuple(protections, texts), { maxLength: 4 }), async (file, route) => {
      const { credentials: given, ...options } = file;
      const first = await buildPkcs12(given, options);
      const before = (await parsePkcs12(first, { password: options.password })).bags.map(substance);
      let [bytes, password] = [first, options.password];
      for (const [protection, newPassword] of route) {
        bytes = await repackPkcs12(bytes, { password, newPassword, protection, iterations: 2 });
        password = newPassword;
      }
      expect((await parsePkcs12(bytes, { password })).bags.map(substance)).toEqual(before);
    }),
    settings(100),
  );
});

it("keeps a bag of any type, whatever the password was", async () => {
  const values = fc.oneof(
    octets(0, 40).map((bytes) => octetString(bytes)),
    texts.map(utf8),
    fc.nat().map(integer),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(values, { maxLength: 3 }),
      texts,
      protections,
      async (attributeValues, password, protection) => {
        const attributes = [{ oid: "1.2.3", values: attributeValues }];
        const bags = attributeValues.map(
          (bagValue) => ({ kind: "other", bagId: "1.2.3.4", bagValue, attributes }) as const,
        );
        const file = await packBags(bags, { password, protection: "graph", iterations: 1 });
        const again = await repackPkcs12(file, { password, protection, iterations: 1 });
        const opened = await parsePkcs12(again, { password });
        expect(opened.bags.map((bag) => bag.kind === "unknownBag" && bag.bagValue)).toEqual(attributeValues);
        for (const bag of opened.bags) {
          expect(bag.attributes.all.map((it) => it.values.map(text).sort())).toEqual([
            attributeValues.map(text).sort(),
          ]);
        }
      },
    ),
    settings(60),
  );
});
