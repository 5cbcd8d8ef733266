import { describe, expect, it } from "vitest";
import type { CertificateFields } from "./certificate-writer.js";
import { KEYS, writeCertificate } from "./certificate-writer.js";
import { open } from "./open-file.js";
import { certBag, keyBag, plainPfx } from "./pfx-writer.js";

/** A certificate over a key that is not in the file. */
const ca = (fields: Omit<CertificateFields, "key">): Uint8Array => writeCertificate({ key: KEYS.second, ...fields });
const leaf = (fields: Partial<CertificateFields> = {}): Uint8Array =>
  writeCertificate({ key: KEYS.first, subject: "leaf", issuer: "intermediate", ...fields });

const intermediate = ca({ serial: 2n, subject: "intermediate", issuer: "root" });
const root = ca({ serial: 3n, subject: "root" });
const stranger = ca({ serial: 9n, subject: "stranger" });

/** Serial numbers along the chain of the leaf, whose key is in the file. */
async function chainOf(certificates: readonly Uint8Array[]): Promise<readonly string[]> {
  const bags = certificates.map((certificate) => certBag(certificate));
  const { credentials } = await open(plainPfx(...bags, keyBag(KEYS.first.pkcs8)));
  expect(credentials).toHaveLength(1);
  return credentials.flatMap(({ chain }) => chain.map(({ certificate }) => certificate.serialNumber));
}

describe("the chain of a credential", () => {
  it.each<[string, readonly Uint8Array[], readonly string[]]>([
    ["leads upwards in order", [leaf(), intermediate, root], ["02", "03"]],
    ["leads upwards whatever the file's order", [stranger, root, intermediate, leaf()], ["02", "03"]],
    ["ends where the file has no issuer", [leaf(), intermediate, stranger], ["02"]],
    ["does not step over a missing certificate", [leaf(), root], []],
    ["is empty for a lone certificate", [leaf()], []],
    ["holds a certificate once that is there twice", [leaf(), leaf(), intermediate, intermediate, root], ["02", "03"]],
    ["leaves out what is no certificate", [Uint8Array.of(0x30, 0), leaf(), intermediate], ["02"]],
  ])("%s", async (_, certificates, expected) => {
    expect(await chainOf(certificates)).toEqual(expected);
  });

  it("is empty for a self-signed leaf, although its predecessors have the same name", async () => {
    const others = [1n, 2n].map((serial) => ca({ serial, subject: "self" }));
    expect(await chainOf([...others, leaf({ subject: "self", issuer: "self", serial: 5n })])).toEqual([]);
  });

  it("ends at a self-signed root, although another one has the same name", async () => {
    const other = ca({ serial: 4n, subject: "root" });
    expect(await chainOf([leaf(), intermediate, root, other])).toEqual(["02", "03"]);
  });

  it.each<[string, readonly Uint8Array[], readonly string[]]>([
    ["of two", [leaf(), ca({ serial: 2n, subject: "intermediate", issuer: "leaf" })], ["02"]],
    [
      "above the leaf",
      [
        leaf(),
        ca({ serial: 2n, subject: "intermediate", issuer: "other" }),
        ca({ serial: 3n, subject: "other", issuer: "intermediate" }),
      ],
      ["02", "03"],
    ],
  ])("ends in a loop %s", async (_, certificates, expected) => {
    expect(await chainOf(certificates)).toEqual(expected);
  });
});

it("follows a hundred issuers, and takes no longer for thousands", async () => {
  const certificates = Array.from({ length: 3000 }, (_, i) =>
    ca({ serial: BigInt(i + 1), subject: i === 0 ? "intermediate" : `${i}`, issuer: `${i + 1}` }),
  );
  const chain = await chainOf([leaf(), ...certificates]);
  expect(chain).toHaveLength(100);
  expect(chain.slice(0, 2)).toEqual(["01", "02"]);
});

describe("issuers of one name", () => {
  const signedBy2 = leaf({ authorityKeyIdentifier: 2 });
  const named = { subject: "intermediate", issuer: "root" };
  const key1 = ca({ serial: 1n, subjectKeyIdentifier: 1, ...named });
  const key2 = ca({ serial: 2n, subjectKeyIdentifier: 2, ...named });
  const silent = ca({ serial: 3n, ...named });

  it.each<[string, readonly Uint8Array[], readonly string[]]>([
    ["are told apart by their key identifiers", [key1, key2, signedBy2], ["02"]],
    ["are none if their keys are others", [key1, signedBy2], []],
    ["count by name where the issuer states no key", [silent, signedBy2], ["03"]],
    ["that state the wanted key come before those that state none", [silent, key2, signedBy2], ["02"]],
    ["count by name where the leaf states no key", [key1, leaf()], ["01"]],
    ["count in file order where nothing tells them apart", [key2, key1, leaf()], ["02"]],
  ])("%s", async (_, certificates, expected) => {
    expect(await chainOf(certificates)).toEqual(expected);
  });

  it("follow each other where a CA signed its new key with its old one", async () => {
    const fields = { subject: "intermediate", issuer: "intermediate" };
    const newWithOld = ca({ serial: 2n, subjectKeyIdentifier: 2, authorityKeyIdentifier: 1, ...fields });
    const old = ca({ serial: 1n, subjectKeyIdentifier: 1, authorityKeyIdentifier: 1, ...fields });
    expect(await chainOf([old, newWithOld, signedBy2])).toEqual(["02", "01"]);
  });
});
