import { describe, expect, it } from "vitest";
import type { Layer } from "../../../src/sniff/layer.js";
import { unwrap } from "../../../src/sniff/unwrap.js";
import { octetString } from "../../setup/der.js";
import { ownVector } from "../../setup/own-vectors.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { certBag, data, plainPfx } from "../credential/pfx-writer.js";
import {
  base64,
  base64url,
  dataUrl,
  fromHex,
  hexText,
  jsonString,
  octets,
  pemBlock,
  quoted,
  requestBody,
  utf8,
  utf16,
  withMark,
} from "./wrap.js";

const certificate = writeCertificate({ key: KEYS.first, subject: "leaf" });
/** Its base64 has a slash and needs padding. */
const pfx = plainPfx(certBag(certificate, { friendlyName: "\uFFFF\uFFFFab" }));
const jks = fromHex("feedfeed000000020000000100000001");
const kinds = (bytes: Uint8Array): readonly string[] => unwrap(bytes).layers.map(({ kind }) => kind);

const standard: Layer = { kind: "base64", alphabet: "base64", isPadded: true, lineBreaks: 0 };
const body: Layer = { kind: "request-body", pkcs12Value: "string", password: "string", misspelt: [] };

describe("unwrap", () => {
  it("leaves a PFX as it is, whatever follows it", () => {
    for (const file of [pfx, Uint8Array.of(...pfx, 0x0a), pfx.subarray(0, 20)]) {
      expect(unwrap(file)).toEqual({ bytes: file, kind: "pfx", layers: [], password: undefined });
    }
  });

  it.each<[string, Uint8Array, readonly Layer[]]>([
    ["base64", base64(pfx), [standard]],
    ["base64 in lines", base64(pfx, "\r\n"), [{ ...standard, lineBreaks: Math.ceil((pfx.length * 4) / 3 / 64) - 1 }]],
    ["base64url", base64url(pfx), [{ ...standard, alphabet: "base64url", isPadded: false }]],
    ["base64 twice", base64(base64(pfx)), [standard, standard]],
    ["hexadecimal", hexText(pfx), [{ kind: "hex" }]],
    ["quotes", quoted(base64(pfx), "'"), [{ kind: "quotes" }, standard]],
    ["UTF-16", utf16(base64(pfx), "le"), [{ kind: "byte-order-mark", encoding: "utf-16le" }, standard]],
    ["a mark before binary", withMark(pfx), [{ kind: "byte-order-mark", encoding: "utf-8" }]],
    ["a data: URL", dataUrl(pfx), [{ kind: "data-url" }]],
    ["PEM", pemBlock(pfx, "PKCS12"), [{ kind: "pem", label: "PKCS12" }]],
    ["PEM of certutil", pemBlock(pfx, "CERTIFICATE"), [{ kind: "pem", label: "CERTIFICATE" }]],
    ["a request body", requestBody(base64(pfx)), [body, standard]],
    ["a request body as a JSON string", jsonString(requestBody(base64(pfx))), [{ kind: "quotes" }, body, standard]],
    ["hexadecimal of base64", hexText(base64(pfx)), [{ kind: "hex" }, standard]],
    ["PEM in a body", requestBody(pemBlock(pfx, "PFX")), [body, { kind: "pem", label: "PFX" }]],
    ["a data: URL in a body", requestBody(dataUrl(pfx)), [body, { kind: "data-url" }]],
  ])("reads through %s", (_, bytes, layers) => {
    expect(unwrap(bytes)).toEqual({
      bytes: pfx,
      kind: "pfx",
      layers,
      password: kinds(bytes).includes("request-body") ? "" : undefined,
    });
  });

  it("hands on the password of a body, whatever it is", () => {
    expect(unwrap(requestBody(base64(pfx), { password: 'pä"ss' })).password).toBe('pä"ss');
    expect(unwrap(requestBody(base64(pfx), { password: "" })).password).toBe("");
    expect(unwrap(quoted(requestBody(base64(pfx), { password: "x" }))).password).toBe("x");
    for (const password of [null, 1, undefined]) {
      expect(unwrap(requestBody(base64(pfx), { password })).password).toBeUndefined();
    }
  });

  it.each<[string, Uint8Array, string, readonly string[]]>([
    ["base64 of a key store", base64(jks), "jks", ["base64"]],
    ["base64 of PEM", base64(pemBlock(certificate, "CERTIFICATE")), "pem-certificate", ["base64"]],
    ["base64 of a certificate", base64(certificate), "certificate", ["base64"]],
    ["hexadecimal of a private key", hexText(KEYS.first.pkcs8), "pkcs8", ["hex"]],
    ["PEM of PKCS#7", pemBlock(data(), "PKCS7"), "pkcs7", ["pem"]],
    ["a key under another label", pemBlock(KEYS.first.pkcs8, "CERTIFICATE"), "pkcs8", ["pem"]],
    ["base64 of a web page", base64(utf8("<!doctype html><p>Sign in</p>")), "html", ["base64"]],
    ["JSON behind a mark", withMark(utf8('{"a":1}')), "json", ["byte-order-mark"]],
    ["text in UTF-16", utf16(utf8("hello"), "be"), "text", ["byte-order-mark"]],
    ["a token in a body", requestBody(utf8("eyJlbmMiOiJBMTI4R0NNIn0.A.B.C.D")), "jwe", ["request-body"]],
    ["a certificate in a body", requestBody(base64(certificate)), "certificate", ["request-body", "base64"]],
    ["text in a body", requestBody(utf8("hello")), "text", ["request-body"]],
    ["nothing in a body", requestBody(utf8("")), "empty", ["request-body"]],
    ["no value in a body", utf8('{"password":"x"}'), "json", ["request-body"]],
    ["null in a body", utf8('{"pkcs12Value":null}'), "json", ["request-body"]],
  ])("names %s", (_, bytes, kind, layers) => {
    expect(unwrap(bytes)).toMatchObject({ kind, layers: layers.map((layer) => ({ kind: layer })) });
  });

  it.each<[string, Uint8Array, string]>([
    ["a word", utf8("password"), "text"],
    ["words", utf8("four five nine none"), "text"],
    ["digits", utf8("12345678"), "text"],
    ["a thumbprint", utf8("9D7032E6BABBCEF019F27D627DC72C0644C09528"), "text"],
    ["quoted text", utf8('"hello"'), "text"],
    ["base64 of text", base64(utf8("hello, world")), "text"],
    ["base64 of nothing known", base64(octets("\x01\x02\x03\x04")), "text"],
    ["base64 of other ASN.1", base64(octetString(pfx)), "text"],
    ["a data: URL of text", dataUrl(utf8("hello"), "text/plain"), "text"],
    ["PEM of a certificate", pemBlock(certificate, "CERTIFICATE"), "pem-certificate"],
    ["PEM of a private key", pemBlock(KEYS.first.pkcs8, "PRIVATE KEY"), "pem-private-key"],
    ["two blocks of PEM", utf8(`${"-----BEGIN PKCS12-----\nMIIC\n-----END PKCS12-----\n".repeat(2)}`), "pem"],
    ["JSON", utf8('{"value":"MIIC"}'), "json"],
    ["binary", octets("\0\x01"), "unknown"],
    ["a mark before nothing known", withMark(octets("\0\x01")), "unknown"],
    ["nothing", new Uint8Array(), "empty"],
  ])("leaves alone: %s", (_, bytes, kind) => {
    expect(unwrap(bytes)).toEqual({ bytes, kind, layers: [], password: undefined });
  });

  it("knows the official sample for the head of a JWE in a body", () => {
    const sample = utf8(`{
    "pkcs12Value": "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ...kDJ04sJShkkgjL9Bm49plA",
    "password": "<password>"
}`);
    expect(unwrap(sample)).toMatchObject({ kind: "jwe", layers: [body], password: "<password>" });
  });

  it("takes base64 that was cut off for a PFX that was cut off", () => {
    const text = base64(ownVector("openssl-legacy").bytes);
    for (let length = 100; length < 104; length++) {
      expect(unwrap(text.subarray(0, length)), `${length}`).toMatchObject({
        kind: "pfx",
        layers: [{ kind: "base64" }],
      });
    }
  });

  it("takes off eight layers at most", () => {
    const wrap = (times: number): Uint8Array => (times === 0 ? pfx : base64(wrap(times - 1)));
    expect(kinds(wrap(8))).toHaveLength(8);
    expect(unwrap(wrap(9))).toMatchObject({ kind: "text", layers: [] });
  });

  it("only sniffs what is larger than 64 MiB", () => {
    const text = new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20);
    text.set(base64(pfx));
    expect(unwrap(text)).toMatchObject({ kind: "text", layers: [] });
    expect(kinds(text.subarray(0, 1024 * 1024))).toEqual(["base64"]);
  });

  it("does not modify its input", () => {
    const text = base64(pfx, "\n");
    const before = text.slice();
    unwrap(text);
    expect(text).toEqual(before);
  });
});
