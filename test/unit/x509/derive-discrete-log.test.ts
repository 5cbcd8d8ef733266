import { describe, expect, it } from "vitest";
import { derivePublicIdentity } from "../../../src/x509/derive-public-key.js";
import { parsePrivateKey } from "../../../src/x509/private-key.js";
import { integer, octetString, oid, sequence } from "../../setup/der.js";

// 2 generates the subgroup of order 11 modulo 23.
const DSA = "1.2.840.10040.4.1";
const PKCS3 = "1.2.840.113549.1.3.1";
const X942 = "1.2.840.10046.2.1";

function derive(type: string, parameters: readonly bigint[] | undefined, x: bigint): Promise<string | undefined> {
  const algorithm = sequence(oid(type), ...(parameters ? [sequence(...parameters.map(integer))] : []));
  return derivePublicIdentity(parsePrivateKey(sequence(integer(0n), algorithm, octetString(integer(x))), "key"));
}
const refused = expect.objectContaining({ code: "ERR_X509_PRIVATE_KEY", at: "key" });

describe("DSA and DH keys", () => {
  it.each([
    ["DSA", DSA, [23n, 11n, 2n], "DSA:0D"],
    ["PKCS #3", PKCS3, [23n, 2n], "DH:0D"],
    ["PKCS #3 with a length", PKCS3, [23n, 2n, 5n], "DH:0D"],
    ["X9.42", X942, [23n, 2n, 11n], "DH:0D"],
  ])("of %s are raised to the private value", async (_, type, parameters, identity) => {
    // 2^7 = 128 = 13 modulo 23.
    expect(await derive(type, parameters, 7n)).toBe(identity);
  });

  it("say nothing without parameters", async () => {
    expect(await derive(DSA, undefined, 7n)).toBeUndefined();
  });

  it.each([
    ["a private value of zero", DSA, [23n, 11n, 2n], 0n],
    ["a private value of the order", DSA, [23n, 11n, 2n], 11n],
    ["a generator of one", DSA, [23n, 11n, 1n], 7n],
    ["a generator over the prime", DSA, [23n, 11n, 25n], 7n],
    ["a subgroup larger than the group", DSA, [23n, 29n, 2n], 7n],
    ["no generator", DSA, [23n, 11n], 7n],
    ["a prime of zero", PKCS3, [0n, 2n], 7n],
    ["a prime of 8208 bits", PKCS3, [1n << 8207n, 2n], 7n],
    ["a private value over the prime", PKCS3, [23n, 2n], 23n],
  ])("refuse %s", async (_, type, parameters, x) => {
    await expect(derive(type, parameters, x)).rejects.toThrow(refused);
  });
});
