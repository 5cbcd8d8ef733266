/** Sound PFX files that no tool at hand would write: RFC 7292 allows them all, and each has been met in the wild. */
import { writeFileSync } from "node:fs";
import { explicit, indefinite, integer, octetString, oid, segmented, sequence, value } from "../der.js";
import { identity, sources } from "../identities.js";
import * as writer from "../pfx-writer.js";
import type { Recipe } from "../vector.js";
import type { Workshop } from "../workshop.js";
import { PASSWORD } from "./openssl.js";

const localKeyId = Uint8Array.of(1, 0, 0, 0);
const certificate = (workshop: Workshop, name: string, attributes?: writer.Attributes): Uint8Array =>
  writer.certBag(identity(workshop, name).certificateDer, attributes);
const key = (workshop: Workshop, name: string, attributes: writer.Attributes = { localKeyId }): Uint8Array =>
  writer.shroudedKeyBag(identity(workshop, name).pkcs8Der, PASSWORD, attributes);

/** A recipe whose file is these octets. */
export function handmade(id: string, build: (workshop: Workshop) => Uint8Array, changes: Partial<Recipe> = {}): Recipe {
  return {
    id,
    password: PASSWORD,
    maker: "tools/make-vectors",
    reader: "openssl",
    certificates: sources("ec"),
    keys: 1,
    features: [],
    make: (workshop, path) => writeFileSync(path, build(workshop)),
    ...changes,
  };
}

/** The plainest file: one safe with the certificate in the open, one with the shrouded key. */
export const plain = (workshop: Workshop): Uint8Array[] => [
  writer.data(certificate(workshop, "ec", { localKeyId })),
  writer.data(key(workshop, "ec")),
];

/** BER throughout: indefinite lengths, every OCTET STRING around safes and certificate in segments. */
function berThroughout(workshop: Workshop, octets: number): Uint8Array {
  const x509 = segmented(identity(workshop, "ec").certificateDer, octets);
  const certBag = indefinite(0x30, oid("1.2.840.113549.1.9.22.1"), indefinite(0xa0, x509));
  const bag = indefinite(0x30, oid("1.2.840.113549.1.12.10.1.3"), indefinite(0xa0, certBag));
  const safe = (...bags: Uint8Array[]): Uint8Array =>
    indefinite(0x30, oid(writer.CONTENT.data), indefinite(0xa0, segmented(indefinite(0x30, ...bags), octets)));
  const authenticatedSafe = indefinite(0x30, safe(bag), safe(key(workshop, "ec")));
  const authSafe = indefinite(0x30, oid(writer.CONTENT.data), indefinite(0xa0, segmented(authenticatedSafe, octets)));
  return indefinite(0x30, integer(3), authSafe, writer.macData(PASSWORD, authenticatedSafe));
}

const nested = (workshop: Workshop, depth: number): Uint8Array => {
  let bag = certificate(workshop, "ec", { localKeyId });
  for (let level = 0; level < depth; level++) bag = writer.safeContentsBag(bag);
  return bag;
};

const sealed = (...contents: readonly Uint8Array[]): Uint8Array => writer.pfx(contents, PASSWORD);

export const handmadeRecipes: readonly Recipe[] = [
  handmade("made-plain", (it) => sealed(...plain(it)), { features: ["cipher:none"] }),
  handmade(
    "made-key-bag",
    (it) => {
      const bag = writer.keyBag(identity(it, "ec").pkcs8Der, { localKeyId });
      return sealed(writer.data(bag, certificate(it, "ec", { localKeyId })));
    },
    { features: ["bag:key", "cipher:none"] },
  ),
  handmade("made-key-first", (it) => sealed(writer.data(key(it, "ec")), writer.data(certificate(it, "ec"))), {
    features: ["key-before-certificate", "localKeyId:on-key-only"],
  }),
  handmade(
    "made-ca-first",
    (it) => {
      const bags = [certificate(it, "root", { friendlyName: "root" }), certificate(it, "ec", { friendlyName: "leaf" })];
      return sealed(writer.encryptedData(PASSWORD, bags), writer.data(key(it, "ec", {})));
    },
    { certificates: sources("!root", "ec"), features: ["chain", "ca-first", "localKeyId:none"] },
  ),
  handmade(
    "made-ca-has-local-key-id",
    (it) => {
      const bags = [certificate(it, "root", { localKeyId }), certificate(it, "ec")];
      return sealed(writer.data(...bags), writer.data(key(it, "ec")));
    },
    { certificates: sources("!root", "ec"), features: ["chain", "ca-first", "localKeyId:wrong"] },
  ),
  handmade(
    "made-key-mismatch",
    (it) => {
      return sealed(writer.data(certificate(it, "ec", { localKeyId })), writer.data(key(it, "ec-2")));
    },
    { certificates: sources("!ec"), features: ["key-mismatch"] },
  ),
  handmade(
    "made-two-keys",
    (it) => {
      const bags = [certificate(it, "ec"), certificate(it, "ec-2")];
      return sealed(writer.data(...bags), writer.data(key(it, "ec-2", {}), key(it, "ec", {})));
    },
    { certificates: sources("ec", "ec-2"), keys: 2, leaf: 1, features: ["two-keys", "localKeyId:none"] },
  ),
  handmade("made-nested-safe-contents", (it) => sealed(writer.data(nested(it, 3)), writer.data(key(it, "ec"))), {
    features: ["bag:safeContents"],
  }),
  handmade(
    "made-unknown-bag",
    (it) => {
      const unknown = writer.safeBag("1.3.6.1.4.1.55555.1.1", sequence(integer(42)), { friendlyName: "unknown" });
      return sealed(writer.data(unknown, ...[certificate(it, "ec", { localKeyId }), key(it, "ec")]));
    },
    { features: ["bag:unknown"] },
  ),
  handmade(
    "made-unknown-attribute",
    (it) => {
      const attribute = sequence(oid("1.3.6.1.4.1.55555.1.2"), value(0x31, octetString(Buffer.from("anything"))));
      const x509 = sequence(
        oid("1.2.840.113549.1.9.22.1"),
        explicit(0, octetString(identity(it, "ec").certificateDer)),
      );
      const bag = sequence(oid("1.2.840.113549.1.12.10.1.3"), explicit(0, x509), value(0x31, attribute));
      return sealed(writer.data(bag), writer.data(key(it, "ec")));
    },
    { features: ["attributes:unknown"] },
  ),
  handmade(
    "made-many-safes",
    (it) => {
      const empty = writer.data();
      const last = writer.encryptedData(PASSWORD, [certificate(it, "ec", { localKeyId })]);
      return sealed(
        empty,
        writer.data(key(it, "ec")),
        writer.encryptedData(PASSWORD, [certificate(it, "root")]),
        empty,
        last,
      );
    },
    { certificates: sources("!root", "ec"), features: ["safes:5", "safes:empty"] },
  ),
  handmade("made-no-bags", () => sealed(writer.data()), { certificates: () => [], keys: 0, features: ["safes:empty"] }),
  handmade("made-ber", (it) => berThroughout(it, 64), { features: ["ber:indefinite", "ber:segments-of-64"] }),
  handmade("made-ber-octet-by-octet", (it) => berThroughout(it, 1), {
    features: ["ber:indefinite", "ber:segments-of-1"],
  }),
  handmade(
    "made-iterations-omitted",
    (it) => {
      const authenticatedSafe = sequence(...plain(it));
      const authSafe = writer.contentInfo(writer.CONTENT.data, octetString(authenticatedSafe));
      const macData = writer.macData(PASSWORD, authenticatedSafe, { iterations: 1 });
      // DEFAULT 1: the last three octets, 02 01 01, may be left out.
      const contents = macData.subarray(2, macData.length - 3);
      return sequence(integer(3), authSafe, sequence(contents));
    },
    { features: ["iterations:default"] },
  ),
];
