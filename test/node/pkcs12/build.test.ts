/** MAC and encryption of a file that was built, computed again by Node's OpenSSL from nothing but the file's own fields. */
import { createDecipheriv, createHmac, pbkdf2Sync } from "node:crypto";
import { expect, it } from "vitest";
import type { BerNode } from "../../../src/asn1/ber.js";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readCount } from "../../../src/asn1/values.js";
import { buildPkcs12 } from "../../../src/pkcs12/build.js";
import { KEYS, writeCertificate } from "../../unit/credential/certificate-writer.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "first" });
const password = "pä€ss 🔑";

/** The value that this path of indices leads to. */
function child(node: BerNode, ...path: readonly number[]): BerNode {
  return path.reduce((at, index) => {
    const next = at.children[index];
    if (next === undefined) throw new Error(`there is no ${path.join(".")}`);
    return next;
  }, node);
}

/** PBKDF2 over SHA-256 from its AlgorithmIdentifier. */
function derive(algorithm: BerNode): Buffer {
  return pbkdf2Sync(password, child(algorithm, 1, 0).content, readCount(child(algorithm, 1, 1), "count"), 32, "sha256");
}

it("has the PBMAC1 that RFC 8018 section 7.1 asks for", async () => {
  const file = await buildPkcs12([{ privateKey: KEYS.first.pkcs8, certificate }], {
    password,
    protection: "pbmac1",
    iterations: 1000,
  });
  const pfx = decodeWhole(file, "pfx");
  const authSafe = child(pfx, 1, 1, 0).content;
  const pbmac1 = child(pfx, 2, 0, 0, 1);
  const mac = createHmac("sha256", derive(child(pbmac1, 0)))
    .update(authSafe)
    .digest();
  expect(Buffer.from(child(pfx, 2, 0, 1).content)).toEqual(mac);
});

it.each(["modern", "pbmac1"] as const)("has the PBES2 that RFC 8018 section 6.2 asks for: %s", async (protection) => {
  const file = await buildPkcs12([{ privateKey: KEYS.first.pkcs8, certificate }], {
    password,
    protection,
    iterations: 1000,
  });
  const authSafe = decodeWhole(child(decodeWhole(file, "pfx"), 1, 1, 0).content, "authSafe");
  const encrypted = child(authSafe, 0, 1, 0, 1);
  const pbes2 = child(encrypted, 1, 1);
  const decipher = createDecipheriv("aes-256-cbc", derive(child(pbes2, 0)), child(pbes2, 1, 1).content);
  const plain = Buffer.concat([decipher.update(child(encrypted, 2).content), decipher.final()]);
  expect(plain.includes(Buffer.from(certificate))).toBe(true);
});
