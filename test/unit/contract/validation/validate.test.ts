import { describe, expect, it } from "vitest";
import { validate, validateRequest, validateValue } from "../../../../src/contract/validation/validate.js";

const CONNECTOR = { id: "b2x", displayName: "b2x", targetUrl: "https://example.com/" };
const withConfiguration = (authenticationConfiguration: unknown): unknown => ({
  ...CONNECTOR,
  authenticationConfiguration,
});

/** What is found in an answer of a connector, as one line each. */
function found(body: unknown): string[] {
  return validate("identityApiConnector.get", 200, body).map(({ kind, pointer, keyword }) =>
    [kind, pointer, keyword].join(" "),
  );
}

const PLACE = "/authenticationConfiguration";
const CERTIFICATES = "#microsoft.graph.clientCertificateAuthentication";
const CERTIFICATE = { thumbprint: "0EB255CC895477798418B378255204304897AD", notAfter: 1, notBefore: 0, isActive: true };

describe("validate", () => {
  it("is silent on what keeps the contract", () => {
    expect(found(CONNECTOR)).toEqual([]);
    expect(found(withConfiguration(null))).toEqual([]);
    expect(found(withConfiguration({ "@odata.type": CERTIFICATES, certificateList: [CERTIFICATE] }))).toEqual([]);
    expect(validate("identityApiConnector.update", 204, undefined)).toEqual([]);
  });

  it("names the place in the branch that the tag names, and nothing of the others", () => {
    const list = (certificate: unknown): unknown =>
      withConfiguration({ "@odata.type": CERTIFICATES, certificateList: [CERTIFICATE, certificate] });
    expect(found(list({ ...CERTIFICATE, isActive: "yes" }))).toEqual([
      `violation ${PLACE}/certificateList/1/isActive type`,
    ]);
    expect(found(list({ ...CERTIFICATE, notAfter: 0.5 }))).toEqual([
      `violation ${PLACE}/certificateList/1/notAfter type`,
    ]);
    expect(found(withConfiguration({ "@odata.type": "#microsoft.graph.nonsense" }))).toEqual([
      `violation ${PLACE}/@odata.type enum`,
    ]);
    expect(found(withConfiguration("text"))).toEqual([`violation ${PLACE} type`]);
  });

  it("says which member is missing, at the object", () => {
    expect(validate("identityApiConnector.get", 200, withConfiguration({ garbage: 1 }))).toEqual([
      { pointer: PLACE, keyword: "required", message: "must have the member @odata.type", kind: "violation" },
    ]);
  });

  it("never shows a value", () => {
    const secret = { secretText: ["hunter2"], endDateTime: "hunter2" };
    const findings = validate("servicePrincipal.addPassword", 200, secret);
    expect(findings.map(({ pointer }) => pointer).sort()).toEqual(["/endDateTime", "/endDateTime", "/secretText"]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  it("judges errors by the class of their status", () => {
    const error = { error: { code: "Request_BadRequest", message: "no" } };
    expect(validate("servicePrincipal.get", 404, error)).toEqual([]);
    expect(validate("servicePrincipal.get", 503, error)).toEqual([]);
    expect(validate("servicePrincipal.get", 404, { error: "no" })).toMatchObject([
      { pointer: "/error", keyword: "type" },
    ]);
  });

  it("finds a status that is not documented, and a body where there is none or the other way round", () => {
    expect(validate("identityApiConnector.get", 302, {})).toMatchObject([{ keyword: "status", kind: "violation" }]);
    expect(validate("identityApiConnector.update", 204, {})).toMatchObject([{ keyword: "body", pointer: "" }]);
    expect(validate("identityApiConnector.get", 200, undefined)).toMatchObject([{ keyword: "body", pointer: "" }]);
  });

  it("refuses operations and statuses that are none", () => {
    expect(() => validate("identityApiConnector.explode", 200, {})).toThrow(/"operationId" expected/);
    expect(() => validate("identityApiConnector.get", 99, {})).toThrow(/"status" expected/);
    expect(() => validateRequest("toString", {})).toThrow(RangeError);
    expect(() => validateValue("microsoft.graph.nothing", {})).toThrow(/"schema" expected/);
  });
});

describe("unknown members", () => {
  it("are drift on closed types, wherever these are", () => {
    expect(found({ ...CONNECTOR, colour: "red" })).toEqual(["drift /colour unknown-member"]);
    const basic = { "@odata.type": "#microsoft.graph.basicAuthentication", "user/name": "x" };
    expect(found(withConfiguration(basic))).toEqual([`drift ${PLACE}/user~1name unknown-member`]);
    const principal = { keyCredentials: [{ shine: { deep: 1 } }] };
    expect(validate("servicePrincipal.get", 200, principal)).toMatchObject([
      { pointer: "/keyCredentials/0/shine", kind: "drift", message: "is no member of microsoft.graph.keyCredential" },
    ]);
  });

  it("are silent on open types and for annotations", () => {
    expect(validate("servicePrincipal.get", 200, { extension_0123_colour: "red", anything: { at: "all" } })).toEqual(
      [],
    );
    expect(found({ "@odata.context": "x", "@microsoft.graph.tips": "x", "id@odata.type": "x", ...CONNECTOR })).toEqual(
      [],
    );
  });
});

describe("validateRequest", () => {
  it("judges the body of a request", () => {
    const operation = "identityApiConnector.uploadClientCertificate";
    expect(validateRequest(operation, { pkcs12Value: "AAAA", password: "" })).toEqual([]);
    expect(validateRequest(operation, { pkcs12Value: "AA_-", password: "" })).toMatchObject([
      { pointer: "/pkcs12Value", keyword: "pattern", kind: "violation" },
    ]);
    expect(
      validateRequest(operation, {})
        .map(({ message }) => message)
        .sort(),
    ).toEqual(["must have the member password", "must have the member pkcs12Value"]);
    expect(validateRequest("identityApiConnector.get", undefined)).toEqual([]);
    expect(validateRequest("identityApiConnector.get", {})).toMatchObject([{ keyword: "body" }]);
    expect(validateRequest("identityApiConnector.create", undefined)).toMatchObject([{ keyword: "body" }]);
  });
});
