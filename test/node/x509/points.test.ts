/** Private values at the edges of each curve, and the curves' numbers themselves, against OpenSSL. */
import { createECDH } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { CURVES } from "../../../src/x509/curves.js";
import { derivePublicIdentity } from "../../../src/x509/derive-public-key.js";
import { decodeEcParameters } from "../../../src/x509/ec-parameters.js";
import { ecIdentity } from "../../../src/x509/identity.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { decodePublicKey } from "../../../src/x509/public-key.js";
import { integer, octetString, oid, sequence } from "../../setup/der.js";
import { createOpenssl, opensslVersion } from "./openssl.js";

/** The identifiers of the curves and OpenSSL's names where they differ from ours. */
const OIDS: Readonly<Record<string, string>> = {
  "P-192": "1.2.840.10045.3.1.1",
  "P-224": "1.3.132.0.33",
  "P-256": "1.2.840.10045.3.1.7",
  "P-384": "1.3.132.0.34",
  "P-521": "1.3.132.0.35",
  secp192k1: "1.3.132.0.31",
  secp224k1: "1.3.132.0.32",
  secp256k1: "1.3.132.0.10",
  ...Object.fromEntries(
    [160, 192, 224, 256, 320, 384, 512].flatMap((bits, index) => [
      [`brainpoolP${bits}r1`, `1.3.36.3.3.2.8.1.1.${index * 2 + 1}`],
      [`brainpoolP${bits}t1`, `1.3.36.3.3.2.8.1.1.${index * 2 + 2}`],
    ]),
  ),
  SM2: "1.2.156.10197.1.301",
};
const OPENSSL_NAMES: Readonly<Record<string, string>> = {
  "P-192": "prime192v1",
  "P-224": "secp224r1",
  "P-256": "prime256v1",
  "P-384": "secp384r1",
  "P-521": "secp521r1",
};
const names = Object.keys(CURVES);

function octetsOf(value: bigint): Uint8Array {
  return Uint8Array.from(
    value
      .toString(16)
      .padStart(2, "0")
      .replace(/^(?=(..)*.$)/, "0")
      .match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  );
}

describe("points", () => {
  it.each(names)("of %s are those that OpenSSL computes", async (name) => {
    const n = BigInt(`0x${CURVES[name]?.n}`);
    const ecdh = createECDH(OPENSSL_NAMES[name] ?? name);
    for (const value of [1n, 2n, 3n, 255n, 256n, 2n ** 64n + 1n, n >> 1n, n - 2n, n - 1n, (n * 5n) / 7n]) {
      ecdh.setPrivateKey(octetsOf(value));
      const point = new Uint8Array(ecdh.getPublicKey());
      const half = (point.length - 1) / 2;
      const ecPrivateKey = sequence(integer(1n), octetString(octetsOf(value)));
      const algorithm = sequence(oid("1.2.840.10045.2.1"), oid(OIDS[name] ?? ""));
      const key = parsePrivateKey(sequence(integer(0n), algorithm, octetString(ecPrivateKey)), "key");
      const expected = ecIdentity(name, point.subarray(1, half + 1), ((point.at(-1) ?? 0) & 1) === 1);
      expect(await derivePublicIdentity(key)).toBe(expected);
    }
  });
});

const version = opensslVersion();

describe.runIf(version !== undefined)(`curves of ${version}`, () => {
  it.each(names)("%s has the same numbers", (name) => {
    const openssl = createOpenssl();
    try {
      const options = ["-param_enc", "explicit", "-outform", "DER", "-out", "curve.der"];
      openssl.run("ecparam", "-name", OPENSSL_NAMES[name] ?? name, ...options);
      const curve = decodeEcParameters(decodeWhole(openssl.read("curve.der"), "curve"), "curve");
      expect(curve).toMatchObject({ name, isExplicit: true, label: name });
      const { p, a, b, gx, gy, n } = curve.explicit ?? {};
      const ours = CURVES[name];
      expect([p, a, b, gx, gy, n]).toEqual(
        [ours?.p, ours?.a, ours?.b, ours?.gx, ours?.gy, ours?.n].map((hex) => BigInt(`0x${hex}`)),
      );
    } finally {
      openssl.remove();
    }
  });

  it("points in every form, with the curve's name or numbers, have one identity", () => {
    const openssl = createOpenssl();
    try {
      openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP384r1", "-out", "ec.key");

      const identities = ["compressed", "uncompressed", "hybrid"].flatMap((form) =>
        ["named_curve", "explicit"].map((encoding) => {
          const options = ["-ec_conv_form", form, "-ec_param_enc", encoding, "-outform", "DER", "-out", "ec.pub"];
          openssl.run("pkey", "-in", "ec.key", "-pubout", ...options);
          return decodePublicKey(decodeWhole(openssl.read("ec.pub"), "key"), "key").identity;
        }),
      );
      expect(new Set(identities).size).toBe(1);
      expect(identities[0]).toMatch(/^EC:brainpoolP384r1:/);
    } finally {
      openssl.remove();
    }
  });
});
