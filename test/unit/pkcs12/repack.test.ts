import { describe, expect, it } from "vitest";
import { OID } from "../../../src/asn1/oids.js";
import { inspectPkcs12 } from "../../../src/pkcs12/inspect.js";
import type { Bag } from "../../../src/pkcs12/open-content.js";
import { parsePkcs12 } from "../../../src/pkcs12/parse.js";
import { PROTECTIONS } from "../../../src/pkcs12/protection.js";
import { repackPkcs12 } from "../../../src/pkcs12/repack.js";
import { bmpString, der, explicit, integer, octetString, oid, sequence, utf8 } from "../../setup/der.js";
import { ownVector, ownVectors } from "../../setup/own-vectors.js";
import * as writer from "../../setup/pfx.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import {
  certBag,
  data,
  keyBag,
  lockedKeyBag,
  pfxOf,
  plainPfx,
  sealedData,
  shroudedKeyBag,
} from "../credential/pfx-writer.js";
import { countingRandom } from "./counting-random.js";

const quick = { iterations: 1 } as const;

/** All that a bag holds, less its place and whether a key was encrypted. Sets have no order. */
function substance({ at, kind, attributes, ...rest }: Bag): object {
  const all = attributes.all.map(({ oid, values }) => `${oid} ${values.map((value) => value.join()).sort()}`).sort();
  return { ...rest, ...attributes, all, kind: kind === "pkcs8ShroudedKeyBag" ? "keyBag" : kind };
}

const substanceOf = async (bytes: Uint8Array, password: string | null): Promise<readonly object[]> =>
  (await parsePkcs12(bytes, { password })).bags.map(substance);

const certificate = writeCertificate({ key: KEYS.first, subject: "first" });

describe("repackPkcs12 of real files", () => {
  /** What opens within milliseconds, most of it. */
  const opening = ownVectors().filter(
    ({ entry, bytes }) => entry.expect === "ok" && inspectPkcs12(bytes).workload.iterations <= 50_000,
  );

  it.each(opening.map((vector) => [vector.entry.id, vector] as const))(
    "keeps all of %s, and from protection to protection",
    async (_, { bytes, entry }) => {
      const password = entry.password ?? null;
      const before = await substanceOf(bytes, password);
      let file: Uint8Array = bytes;
      for (const protection of PROTECTIONS) {
        file = await repackPkcs12(file, { password, protection, ...quick });
        const opened = await parsePkcs12(file, { password });
        expect(opened.bags.map(substance)).toEqual(before);
        expect(opened.bags.every(({ kind }) => kind !== "keyBag")).toBe(true);
        expect(opened.mac).toMatchObject({ iterations: 1, misencoded: false });
        expect(opened.encryptions.every(({ misencoded }) => misencoded === false)).toBe(true);
      }
    },
  );

  it("has many of them", () => {
    expect(opening.length).toBeGreaterThan(70);
  });
});

describe("repackPkcs12", () => {
  const odd = (): Uint8Array =>
    plainPfx(
      writer.safeBag(OID.crlBag, sequence(oid(OID.x509Crl), explicit(0, octetString(Uint8Array.of(1, 2))))),
      certBag(certificate, { friendlyName: "né", localKeyId: 7 }),
      writer.safeBag(OID.certBag, sequence(oid(OID.sdsiCertificate), explicit(0, der(0x16, Uint8Array.of(65))))),
      writer.safeBag(OID.secretBag, sequence(oid("1.2.3"), explicit(0, utf8("secret")))),
      keyBag(KEYS.first.pkcs8, { friendlyName: "né", localKeyId: 7 }),
      writer.safeBag("1.2.3.4.5", sequence(integer(1)), writer.attribute("1.2.3", integer(2), bmpString("x"))),
      writer.safeBag(OID.crlBag, integer(5)),
    );

  it.each(PROTECTIONS)("keeps every type of bag under %s, and encrypts the key", async (protection) => {
    const before = await substanceOf(odd(), null);
    expect(before).toHaveLength(7);
    const file = await repackPkcs12(odd(), { newPassword: "new", protection, ...quick });
    expect(await substanceOf(file, "new")).toEqual(before);
    expect((await parsePkcs12(file, { password: "new" })).bags[4]?.kind).toBe("pkcs8ShroudedKeyBag");
  });

  it("changes the password, and keeps it where none is given", async () => {
    const { bytes, entry } = ownVector("openssl-3des");
    const before = await substanceOf(bytes, entry.password ?? "");
    const password = entry.password ?? "";
    const same = await repackPkcs12(bytes, { password, protection: "modern", ...quick });
    expect(await substanceOf(same, password)).toEqual(before);
    const other = await repackPkcs12(bytes, { password, newPassword: "", protection: "modern", ...quick });
    expect(await substanceOf(other, "")).toEqual(before);
    await expect(parsePkcs12(other, { password })).rejects.toMatchObject({ code: "ERR_PKCS12_MAC_MISMATCH" });
  });

  it("lays the bags of nested SafeContents where they were", async () => {
    const nested = writer.safeBag(OID.safeContentsBag, sequence(certBag(certificate), keyBag(KEYS.first.pkcs8)));
    const file = await repackPkcs12(plainPfx(nested, certBag(KEYS.second.spki)), { protection: "graph", ...quick });
    expect((await parsePkcs12(file)).bags.map(({ at, kind }) => [at, kind])).toEqual([
      ["authSafe[0].safeBag[0]", "certBag"],
      ["authSafe[0].safeBag[1]", "pkcs8ShroudedKeyBag"],
      ["authSafe[0].safeBag[2]", "certBag"],
    ]);
  });

  it("writes in DER what was BER, and a MAC where there was none", async () => {
    const { bytes, entry } = ownVector("made-ber");
    const ber = await parsePkcs12(bytes, { password: entry.password ?? null });
    expect(ber.encoding).toBe("BER");
    const file = await repackPkcs12(bytes, { password: entry.password ?? null, protection: "graph", ...quick });
    expect((await parsePkcs12(file, { password: entry.password ?? null })).encoding).toBe("DER");
    const plain = await parsePkcs12(await repackPkcs12(odd(), { protection: "pbmac1", ...quick }));
    expect(plain.mac).toMatchObject({ kind: "pbmac1" });
  });

  it("takes its random octets from the source, and the provider and limits for opening", async () => {
    const make = () => repackPkcs12(odd(), { protection: "modern", ...quick, random: countingRandom().random });
    expect(await make()).toEqual(await make());
    const limited = repackPkcs12(odd(), { protection: "modern", limits: { bags: 6 } });
    await expect(limited).rejects.toMatchObject({ code: "ERR_PKCS12_BAGS" });
  });

  it("opens strictly: a part that does not open is no file to write again", async () => {
    const sealed = pfxOf(
      await sealedData("one", certBag(certificate)),
      data(await shroudedKeyBag(KEYS.first.pkcs8, "two")),
    );
    const protection = "graph";
    for (const [file, code] of [
      [sealed, "ERR_PKCS12_DECRYPT"],
      [plainPfx(lockedKeyBag()), "ERR_PKCS12_DECRYPT"],
      [Uint8Array.of(...odd(), 10), "ERR_ASN1_TRAILING_DATA"],
      [plainPfx(writer.safeBag(OID.keyBag, integer(5))), "ERR_PKCS12_STRUCTURE"],
      [Uint8Array.of(1), "ERR_PKCS12_NOT_PFX"],
    ] as const) {
      await expect(repackPkcs12(file, { password: "one", protection })).rejects.toMatchObject({ code });
    }
  });

  it("refuses its caller's mistakes before any work, without a word of the passwords", async () => {
    const locked = plainPfx(lockedKeyBag());
    for (const [options, message] of [
      [{ protection: "aes" }, /^"protection" expected /],
      [{ protection: "graph", newPassword: "secret\uD800" }, /^"newPassword" expected no half of a surrogate pair$/],
      [{ protection: "graph", password: "secret\uD800" }, /^"password" expected no half of a surrogate pair$/],
    ] as const) {
      await expect(repackPkcs12(locked, options as never)).rejects.toThrow(message);
    }
    await expect(repackPkcs12(odd(), { protection: "graph", iterations: 0 })).rejects.toThrow('"iterations" expected');
    await expect(repackPkcs12("file" as never, { protection: "graph" })).rejects.toThrow('"bytes" expected');
  });

  it("stops with its signal", async () => {
    const reason = new Error("enough");
    const stopped = repackPkcs12(odd(), { protection: "graph", signal: AbortSignal.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
  });
});
