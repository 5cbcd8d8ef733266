import { sha1 } from "@noble/hashes/legacy.js";
import { describe, expect, it } from "vitest";
import { encodeHex } from "../../../src/bytes/hex.js";
import { readBasicConstraints } from "../../../src/x509/basic-constraints.js";
import { clientAuthExtensions } from "../../../src/x509/client-auth-extensions.js";
import { readSubjectAltName } from "../../../src/x509/general-name.js";
import { readSubjectKeyIdentifier } from "../../../src/x509/key-identifiers.js";
import { readExtKeyUsage, readKeyUsage } from "../../../src/x509/key-usage.js";
import { RSA_2048 } from "../credential/rsa-key.js";

const extensionsOf = (text: string) => ({
  extensions: clientAuthExtensions({ text, stringType: "UTF8String" }, RSA_2048.spki),
});

describe("clientAuthExtensions", () => {
  it("lets the key sign for a TLS client and nothing else", () => {
    const certificate = extensionsOf("a");
    expect(readBasicConstraints(certificate)).toMatchObject({ critical: true, value: { ca: false } });
    expect(readKeyUsage(certificate)).toMatchObject({ critical: true, value: ["digitalSignature"] });
    expect(readExtKeyUsage(certificate)).toMatchObject({ critical: false, value: ["1.3.6.1.5.5.7.3.2"] });
    expect(certificate.extensions).toHaveLength(5);
  });

  it("writes the shortest form that DER has", () => {
    expect(
      extensionsOf("a")
        .extensions.slice(0, 3)
        .map(({ value }) => encodeHex(value)),
    ).toEqual(["3000", "03020780", "300A06082B06010505070302"]);
  });

  it("identifies the key by SHA-1 over its octets alone", () => {
    const { value } = readSubjectKeyIdentifier(extensionsOf("a")) ?? {};
    // The key of RSA_2048 is what follows 24 octets: SEQUENCE, algorithm, tag, length and unused bits.
    expect(value).toBe(encodeHex(sha1(RSA_2048.spki.subarray(24))));
  });

  it.each(["api.example.org", "A-1.b", "xn--bcher-kva.example", `${"a".repeat(63)}.b`])("%s is a host", (text) => {
    expect(readSubjectAltName(extensionsOf(text))?.value).toMatchObject([{ kind: "dns", text }]);
  });

  it.each([
    "localhost",
    "192.0.2.1",
    "a..b",
    "-a.b",
    "a-.b",
    "*.example.org",
    "bücher.example",
    "a.b.",
    "a b.c",
    `${"a".repeat(64)}.b`,
    `${"a.".repeat(127)}a`,
  ])("%s is no host, so it is told as a name of the directory", (text) => {
    const [name] = readSubjectAltName(extensionsOf(text))?.value ?? [];
    expect(name).toMatchObject({ kind: "directory", text: `CN=${text}` });
  });
});
