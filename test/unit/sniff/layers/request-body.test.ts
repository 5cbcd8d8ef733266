import { describe, expect, it } from "vitest";
import { peelRequestBody } from "../../../../src/sniff/layers/request-body.js";
import { utf8 } from "../wrap.js";

const peel = (text: string): ReturnType<typeof peelRequestBody> => peelRequestBody(utf8(text));

describe("peelRequestBody", () => {
  it("takes value and password out of a body", () => {
    expect(peel(' {"pkcs12Value": "MII\\/", "password": "p\\u00e4ss"}\n')).toEqual({
      layer: { kind: "request-body", pkcs12Value: "string", password: "string", misspelt: [] },
      bytes: utf8("MII/"),
      password: "päss",
    });
  });

  it.each([
    ['{"pkcs12Value":""}', "string", "absent"],
    ['{"pkcs12Value":"","password":""}', "string", "string"],
    ['{"pkcs12Value":null,"password":null}', "null", "null"],
    ['{"pkcs12Value":["MII"],"password":1234}', "other", "other"],
    ['{"pkcs12Value":"a\nb","password":true}', "other", "other"],
    ['{"password":"x"}', "absent", "string"],
  ])("says what the members of %j hold", (text, pkcs12Value, password) => {
    const peeled = peel(text);
    expect(peeled?.layer).toEqual({ kind: "request-body", pkcs12Value, password, misspelt: [] });
    expect(peeled?.bytes === undefined).toBe(pkcs12Value !== "string");
    expect(typeof peeled?.password).toBe(password === "string" ? "string" : "undefined");
  });

  it("reads members of another case and says so", () => {
    expect(peel('{"Pkcs12Value":"MII","PASSWORD":"x"}')).toEqual({
      layer: { kind: "request-body", pkcs12Value: "string", password: "string", misspelt: ["Pkcs12Value", "PASSWORD"] },
      bytes: utf8("MII"),
      password: "x",
    });
  });

  it("prefers the exact name", () => {
    expect(peel('{"PKCS12VALUE":"A","pkcs12Value":"B","Pkcs12value":"C"}')).toMatchObject({
      layer: { misspelt: [] },
      bytes: utf8("B"),
    });
  });

  it.each(["", "{}", "[]", '{"value":"MII"}', '{"a":{"pkcs12Value":"MII"}}', '{"pkcs12Value":"MII"', "text"])(
    "leaves alone: %j",
    (text) => {
      expect(peel(text)).toBeUndefined();
    },
  );
});
