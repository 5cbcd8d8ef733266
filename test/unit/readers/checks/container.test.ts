import { describe, expect, it } from "vitest";
import { MalformedError, PasswordError, UnsupportedError } from "../../../../src/errors.js";
import {
  bytesAlone,
  contentsAtMost,
  derAlone,
  nothingBehind,
  nothingNested,
  partsReadable,
} from "../../../../src/readers/checks/container.js";
import { openVector } from "../../credential/open-file.js";
import { places } from "../sample-traits.js";

const at = "authSafe[1]";

describe("bytesAlone", () => {
  it("names the outermost wrapping", () => {
    expect(places(bytesAlone)).toEqual([]);
    expect(places(bytesAlone, { layers: ["byte-order-mark", "base64"] })).toEqual(["pfx"]);
  });
});

describe("partsReadable", () => {
  const malformed = new MalformedError("x", { code: "ERR_PKCS12_STRUCTURE", at });
  const enveloped = new UnsupportedError("x", { code: "ERR_PKCS12_PUBLIC_KEY_MODE", at, oid: "1.2" });
  const cipher = new UnsupportedError("x", { code: "ERR_PKCS12_CIPHER", at, oid: "1.2" });
  const password = new PasswordError("x", { code: "ERR_PKCS12_DECRYPT", at });
  const trailing = new MalformedError("x", { code: "ERR_ASN1_TRAILING_DATA", at: "pfx" });

  it.each([malformed, enveloped])("refuses a part with $code", (error) => {
    expect(places(partsReadable, { unreadable: [{ at, error }] })).toEqual([at]);
  });

  it.each([cipher, password, trailing])("leaves $code to others", (error) => {
    expect(places(partsReadable, { unreadable: [{ at, error }] })).toEqual([]);
  });
});

describe("the form of a file", () => {
  it("is DER or BER", () => {
    expect(places(derAlone)).toEqual([]);
    expect(places(derAlone, { encoding: "BER" })).toEqual(["pfx"]);
  });

  it("ends with the PFX or goes on", () => {
    expect(places(nothingBehind)).toEqual([]);
    expect(places(nothingBehind, { trailingBytes: 1 })).toEqual(["pfx"]);
  });

  it("has few content infos or more", () => {
    expect(places(contentsAtMost(2))).toEqual([]);
    expect(places(contentsAtMost(2), { contents: 3 })).toEqual(["authSafe"]);
  });

  it("nests bags or does not", async () => {
    const flat = await openVector("made-plain");
    const nested = await openVector("made-nested-safe-contents");
    expect(places(nothingNested, { bags: flat.pkcs12?.bags ?? [] })).toEqual([]);
    expect(places(nothingNested, { bags: nested.pkcs12?.bags ?? [] })).toEqual([
      "authSafe[0].safeBag[0].safeBag[0].safeBag[0].safeBag[0]",
    ]);
  });
});
