import { describe, expect, it } from "vitest";
import { LimitError, MalformedError, PasswordError } from "../../../src/errors.js";
import { structureError } from "../../../src/pkcs12/structure-error.js";

const place = { at: "inner" };

describe("structureError", () => {
  it("gives the error of a reader of ASN.1 this room's code and place, and keeps it as the cause", () => {
    const cause = new MalformedError("odd", { code: "ERR_ASN1_UNEXPECTED", ...place });
    const error = structureError(cause, "authSafe[1]");
    expect(error).toBeInstanceOf(MalformedError);
    expect(error).toMatchObject({ code: "ERR_PKCS12_STRUCTURE", at: "authSafe[1]", cause });
    expect(error.message).toContain("authSafe[1]");
    expect(error.message).toContain("odd");
  });

  it.each([
    new MalformedError("odd", { code: "ERR_PKCS12_CIPHER_PARAMETERS", ...place }),
    new LimitError("much", { code: "ERR_ASN1_LIMIT", limit: "depth", actual: 65, ...place }),
    new PasswordError("wrong", { code: "ERR_PKCS12_DECRYPT", ...place }),
  ])("leaves $code as it is", (error) => {
    expect(structureError(error, "authSafe[1]")).toBe(error);
  });

  it("throws on what is no error of the toolkit", () => {
    const bug = new TypeError("x is undefined");
    expect(() => structureError(bug, "authSafe[1]")).toThrow(bug);
  });
});
