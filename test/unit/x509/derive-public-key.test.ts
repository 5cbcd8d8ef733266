import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { derivePublicIdentity } from "../../../src/x509/derive-public-key.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { decodePublicKey } from "../../../src/x509/public-key.js";
import { der, integer, octetString, oid, sequence } from "../../setup/der.js";
import { fromBase64, OTHER_RSA_PKCS8, PAIRS } from "./fixtures.js";

const identityOf = (spki: string): string => decodePublicKey(decodeWhole(fromBase64(spki), "key"), "key").identity;
const derive = (pkcs8: Uint8Array): Promise<string | undefined> => derivePublicIdentity(parsePrivateKey(pkcs8, "key"));
const refused = expect.objectContaining({ name: "MalformedError", code: "ERR_X509_PRIVATE_KEY", at: "key" });
const key = (algorithm: readonly Uint8Array[], secret: Uint8Array, ...rest: Uint8Array[]): Uint8Array =>
  sequence(integer(0n), sequence(...algorithm), octetString(secret), ...rest);

describe("derivePublicIdentity", () => {
  it.each(Object.entries(PAIRS).filter(([name]) => name !== "secp160r1"))(
    "finds the public key of %s",
    async (_, pair) => {
      expect(await derive(fromBase64(pair.pkcs8))).toBe(identityOf(pair.spki));
    },
  );

  it("believes the stored public key of a curve that it lacks", async () => {
    expect(await derive(fromBase64(PAIRS.secp160r1.pkcs8))).toBe(identityOf(PAIRS.secp160r1.spki));
  });

  it("is another one for another key of the same algorithm", async () => {
    expect(await derive(fromBase64(OTHER_RSA_PKCS8))).not.toBe(identityOf(PAIRS.rsa.spki));
  });

  it("reads the public key of an unknown algorithm, and says nothing without one", async () => {
    const algorithm = [oid("1.2.3")];
    expect(await derive(key(algorithm, Uint8Array.of(1), der(0x81, Uint8Array.of(0, 0xab))))).toBe("1.2.3:AB");
    expect(await derive(key(algorithm, Uint8Array.of(1)))).toBeUndefined();
  });
});

describe("EC keys", () => {
  const EC = oid("1.2.840.10045.2.1");
  const P256 = oid("1.2.840.10045.3.1.7");
  const ORDER = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
  const holding = (value: bigint, ...rest: Uint8Array[]): Uint8Array =>
    key([EC, P256], sequence(integer(1n), octetString(integer(value).subarray(2)), ...rest));
  const base = "EC:P-256:6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296:1";

  it("multiply the base point: 1 gives it, n - 1 its negative", async () => {
    expect(await derive(holding(1n))).toBe(base);
    expect(await derive(holding(ORDER - 1n))).toBe(base.replace(/1$/, "0"));
  });

  it("ignore leading zeros of the private value", async () => {
    const padded = octetString(new Uint8Array(40), Uint8Array.of(1));
    expect(await derive(key([EC, P256], sequence(integer(1n), padded)))).toBe(base);
  });

  it("take the bare private value in place of an ECPrivateKey", async () => {
    expect(await derive(key([EC, P256], Uint8Array.of(0, 1)))).toBe(base);
  });

  it.each([0n, ORDER, ORDER + 1n])("refuse a private value out of range: %s", async (value) => {
    await expect(derive(holding(value))).rejects.toThrow(refused);
  });

  it("do not trust the stored public key", async () => {
    const lie = der(0xa1, der(0x03, Uint8Array.of(0, 4), new Uint8Array(64).fill(9)));
    const parsed = parsePrivateKey(holding(1n, lie), "key");
    expect(await derivePublicIdentity(parsed)).toBe(base);
    expect(parsed.statedIdentity).not.toBe(base);
  });

  it("take the curve from the AlgorithmIdentifier where the ECPrivateKey names another", async () => {
    expect(await derive(holding(1n, der(0xa0, oid("1.3.132.0.10"))))).toBe(base);
  });

  it("say nothing without a curve and without a public key", async () => {
    expect(await derive(key([EC], sequence(integer(1n), octetString(Uint8Array.of(1)))))).toBeUndefined();
  });

  describe("with numbers in place of a name", () => {
    const numbers = (p: bigint, a: bigint, b: bigint, point: Uint8Array, n: bigint): Uint8Array =>
      sequence(
        integer(1n),
        sequence(oid("1.2.840.10045.1.1"), integer(p)),
        sequence(octetString(integer(a).subarray(2)), octetString(integer(b).subarray(2))),
        octetString(point),
        integer(n),
      );
    const withCurve = (curve: Uint8Array, value: number): Uint8Array =>
      key([EC, curve], sequence(integer(1n), octetString(Uint8Array.of(value))));
    // y² = x³ + x + 4 over 23 elements has 29 points; (13, 11) is one, and twice it is (1, 11).
    const point = Uint8Array.of(4, 13, 11);

    it("multiply on that curve, whatever the form of the base point", async () => {
      expect(await derive(withCurve(numbers(23n, 1n, 4n, point, 29n), 2))).toMatch(/:01:1$/);
      expect(await derive(withCurve(numbers(23n, 1n, 4n, Uint8Array.of(3, 13), 29n), 2))).toMatch(/:01:1$/);
    });

    it.each([
      ["a base point off the curve", numbers(23n, 1n, 4n, Uint8Array.of(4, 13, 13), 29n)],
      ["a compressed base point off the curve", numbers(23n, 1n, 5n, Uint8Array.of(3, 1), 29n)],
      ["a singular curve", numbers(23n, 0n, 0n, Uint8Array.of(4, 1, 1), 29n)],
      ["a field of zero elements", numbers(0n, 1n, 4n, point, 29n)],
      ["an even field", numbers(1n << 200n, 1n, 4n, point, 29n)],
      ["a field of 1025 bits", numbers(1n << 1024n, 1n, 4n, point, 29n)],
      ["an order of 0", numbers(23n, 1n, 4n, point, 0n)],
      ["a compressed base point where p = 1 modulo 4", numbers(29n, 1n, 4n, Uint8Array.of(3, 13), 29n)],
    ])("refuse %s", async (_, curve) => {
      await expect(derive(withCurve(curve, 2))).rejects.toThrow(refused);
    });

    it("answer soon for a composite field of 1024 bits", async () => {
      const p = (1n << 1023n) + 105n * 3n;
      const [x, y] = [(1n << 1000n) + 9n, (1n << 1001n) + 7n];
      const b = (((y * y - x ** 3n - x) % p) + p) % p;
      const base1024 = Uint8Array.of(4, ...coordinate(x), ...coordinate(y));
      const pkcs8 = withCurve(numbers(p, 1n, b, base1024, p), 3);
      const started = performance.now();
      await derive(pkcs8).catch((error: unknown) => expect(error).toEqual(refused));
      expect(performance.now() - started).toBeLessThan(2000);
    });

    function coordinate(value: bigint): Uint8Array {
      return Uint8Array.from(value.toString(16).padStart(256, "0").match(/../g) ?? [], (pair) =>
        Number.parseInt(pair, 16),
      );
    }
  });
});

describe("RFC 8410 keys", () => {
  it.each([
    ["1.3.101.112", 32],
    ["1.3.101.110", 32],
    ["1.3.101.113", 57],
    ["1.3.101.111", 56],
  ])("%s: bare octets are as good as an OCTET STRING, another length is refused", async (type, bytes) => {
    const secret = new Uint8Array(bytes).fill(5);
    const wrapped = await derive(key([oid(type)], octetString(secret)));
    expect(wrapped).toMatch(new RegExp(`^${type}:[0-9A-F]{${bytes * 2}}$`));
    expect(await derive(key([oid(type)], secret))).toBe(wrapped);
    await expect(derive(key([oid(type)], octetString(secret.subarray(1))))).rejects.toThrow(refused);
    await expect(derive(key([oid(type)], secret.subarray(1)))).rejects.toThrow(refused);
  });

  it("end at the point that has no u where the scalar is a multiple of the order, as four times it is for X448", async () => {
    const order = 2n ** 446n - 13818066809895115352007386748515426880336692474882178609894547503885n;
    const secret = Uint8Array.from({ length: 56 }, (_, i) => Number(((4n * order) >> BigInt(8 * i)) & 0xffn));
    // RFC 7748 section 5 gives 0 for it.
    expect(await derive(key([oid("1.3.101.111")], octetString(secret)))).toBe(`1.3.101.111:${"00".repeat(56)}`);
  });

  it("agree with RFC 8032 section 7.1, test 1", async () => {
    const secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    const octets = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(await derive(key([oid("1.3.101.112")], octetString(octets)))).toBe(
      "1.3.101.112:D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A",
    );
  });
});

describe("ML-KEM keys", () => {
  const ML_KEM_512 = oid("2.16.840.1.101.3.4.4.1");
  const expanded = Uint8Array.from({ length: 1632 }, (_, index) => index >> 3);
  const encapsulationKey = expanded.subarray(768, 768 + 800);
  const identity = `2.16.840.1.101.3.4.4.1:${Array.from(encapsulationKey, (octet) =>
    octet.toString(16).padStart(2, "0"),
  )
    .join("")
    .toUpperCase()}`;
  const seed = new Uint8Array(64);

  it.each([
    ["expandedKey", octetString(expanded)],
    ["both", sequence(octetString(seed), octetString(expanded))],
    ["bare octets", expanded],
  ])("are found by the encapsulation key in %s", async (_, secret) => {
    expect(await derive(key([ML_KEM_512], secret))).toBe(identity);
  });

  it.each([
    ["tagged", der(0x80, seed)],
    ["bare", seed],
  ])("say nothing as a %s seed, unless the public key is stored", async (_, secret) => {
    expect(await derive(key([ML_KEM_512], secret))).toBeUndefined();
    expect(await derive(key([ML_KEM_512], secret, der(0x81, Uint8Array.of(0), encapsulationKey)))).toBe(identity);
  });

  it.each([
    ["of another length", octetString(expanded.subarray(1))],
    ["of another type", integer(1n)],
  ])("are refused when %s", async (_, secret) => {
    await expect(derive(key([ML_KEM_512], secret))).rejects.toThrow(refused);
  });
});
