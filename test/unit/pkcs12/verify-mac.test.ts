import { describe, expect, it } from "vitest";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { PasswordError } from "../../../src/errors.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { macCost } from "../../../src/pkcs12/derivation-cost.js";
import type { Opened } from "../../../src/pkcs12/description.js";
import { readMacData } from "../../../src/pkcs12/mac-data.js";
import { createSession } from "../../../src/pkcs12/session.js";
import { verifyMac } from "../../../src/pkcs12/verify-mac.js";
import type { Der } from "../../setup/der.js";
import { algorithm, macDataOf } from "../../setup/pfx.js";
import { encodings, hmacMacData, pbmac1MacData } from "../../setup/protect.js";
import { testProvider } from "../../setup/provider.js";
import { recordProvider } from "../../setup/recording-provider.js";

const authSafe = Uint8Array.of(1, 2, 3);
const { bmp, latin1, utf8 } = encodings;

async function verify(
  macData: Der,
  password: string,
  data: Uint8Array = authSafe,
  provider = testProvider,
  limits = DEFAULT_LIMITS,
): Promise<Opened> {
  const session = createSession(password, provider, limits, undefined);
  return await verifyMac(readMacData(decodeWhole(macData, "test"), "macData"), data, session);
}

const mismatch = expect.objectContaining({ code: "ERR_PKCS12_MAC_MISMATCH", at: "macData" });

describe("the HMAC of RFC 7292", () => {
  it.each([
    ["ASCII", "abc", bmp("abc"), "bmp-string", false],
    ["outside ASCII", "Ελ", bmp("Ελ"), "bmp-string", false],
    ["outside the BMP", "🔑", bmp("🔑"), "bmp-string", false],
    ["empty as no bytes", "", new Uint8Array(), "none", false],
    ["empty as a terminator", "", bmp(""), "bmp-string", false],
    ["UTF-8 bytes as characters (OpenSSL 1.0)", "é", bmp("\u00c3\u00a9"), "utf-8-as-bmp-string", true],
    ["the same without high bits (keytool)", "é", bmp("C)"), "utf-8-7-bit-as-bmp-string", true],
    ["composed where it was typed decomposed", "e\u0301", bmp("\u00e9"), "nfc", true],
    ["decomposed where it was typed composed", "\u00e9", bmp("e\u0301"), "nfd", true],
  ])("fits a password %s", async (_, password, bytes, passwordForm, misencoded) => {
    expect(await verify(await hmacMacData(authSafe, bytes), password)).toEqual({ passwordForm, misencoded });
  });

  it.each([
    ["another password", "abd", bmp("abc")],
    ["another case", "ABC", bmp("abc")],
    ["none", "", bmp("abc")],
    ["UTF-8, which only PKCS#5 takes", "é", utf8("é")],
    ["no terminator", "abc", bmp("abc").subarray(0, 6)],
  ])("does not fit %s", async (_, password, bytes) => {
    await expect(verify(await hmacMacData(authSafe, bytes), password)).rejects.toThrow(mismatch);
  });

  it("is tried with mistaken encodings as far as the limit on iterations allows, with right ones in any case", async () => {
    const mistaken = await hmacMacData(authSafe, bmp("\u00c3\u00a9"));
    const empty = await hmacMacData(authSafe, bmp(""));
    const cost = macCost(readMacData(decodeWhole(mistaken, "test"), "macData"));
    const within = (macData: Der, password: string, iterations: number): Promise<Opened> =>
      verify(macData, password, authSafe, testProvider, { ...DEFAULT_LIMITS, iterations });
    expect((await within(mistaken, "é", cost)).misencoded).toBe(true);
    await expect(within(mistaken, "é", cost - 1)).rejects.toThrow(mismatch);
    expect((await within(empty, "", 0)).passwordForm).toBe("bmp-string");
  });

  it("does not fit altered contents, and cannot tell that from a wrong password", async () => {
    const macData = await hmacMacData(authSafe, bmp("abc"));
    const failure = await verify(macData, "abc", Uint8Array.of(1, 2, 4)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PasswordError);
    expect(failure).toEqual(mismatch);
    expect(String(failure)).toContain("wrong password or altered file");
  });

  it.each([0, 31, 33])("does not fit a code of %i bytes that is right as far as it goes", async (length) => {
    const whole = readMacData(decodeWhole(await hmacMacData(authSafe, bmp("abc")), "test"), "macData");
    const digest = new Uint8Array(length);
    digest.set(whole.digest.subarray(0, length));
    const session = createSession("abc", testProvider, DEFAULT_LIMITS, undefined);
    await expect(verifyMac({ ...whole, digest }, authSafe, session)).rejects.toThrow(mismatch);
  });
});

describe("PBMAC1 (RFC 9879)", () => {
  it.each([
    ["ASCII", "abc", utf8("abc"), "utf-8", false],
    ["outside ASCII", "Ελ 🔑", utf8("Ελ 🔑"), "utf-8", false],
    ["Latin-1", "é", latin1("é"), "latin-1", true],
    ["as a BMPString", "abc", bmp("abc"), "bmp-string", true],
    ["decomposed", "\u00e9", utf8("e\u0301"), "nfd", true],
  ])("fits a password %s", async (_, password, bytes, passwordForm, misencoded) => {
    expect(await verify(await pbmac1MacData(authSafe, bytes), password)).toEqual({ passwordForm, misencoded });
  });

  it("does not fit another password", async () => {
    await expect(verify(await pbmac1MacData(authSafe, utf8("abc")), "abd")).rejects.toThrow(mismatch);
  });

  it.each([20, 64])("derives a key of %i octets where the file says so", async (keyBytes) => {
    const macData = await pbmac1MacData(authSafe, utf8("abc"), { keyBytes });
    expect(await verify(macData, "abc")).toMatchObject({ passwordForm: "utf-8" });
  });
});

it("tries each candidate once, and stops at the first that fits", async () => {
  const derivations = async (password: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
    const { subtle, calls } = recordProvider();
    await verify(await pbmac1MacData(authSafe, bytes), password, authSafe, { subtle }).catch(() => undefined);
    return calls.filter(({ method }) => method === "deriveBits").length;
  };
  expect(await derivations("é", utf8("é"))).toBe(1);
  expect(await derivations("é", bmp("é"))).toBe(3);
  expect(await derivations("é", utf8("another"))).toBe(4);
  expect(await derivations("e", utf8("another"))).toBe(2);
});

it("leads with the form that fitted in what follows", async () => {
  const session = createSession("é", testProvider, DEFAULT_LIMITS, undefined);
  await verifyMac(
    readMacData(decodeWhole(await hmacMacData(authSafe, bmp("e\u0301")), "test"), "macData"),
    authSafe,
    session,
  );
  const forms = session.pkcs12.candidates().map(({ form }) => form);
  expect(forms.slice(0, 3)).toEqual(["nfd", "bmp-string", "utf-8-as-bmp-string"]);
});

it("names a MAC that is not supported, whatever the password", async () => {
  const whirlpool = macDataOf(algorithm("1.0.10118.3.0.55"), Uint8Array.of(1));
  await expect(verify(whirlpool, "abc")).rejects.toThrow(
    expect.objectContaining({ code: "ERR_PKCS12_MAC_ALGORITHM", at: "macData", oid: "1.0.10118.3.0.55" }),
  );
});
