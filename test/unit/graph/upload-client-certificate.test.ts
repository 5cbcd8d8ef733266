import { describe, expect, it } from "vitest";
import type { IdentityApiConnector, Pkcs12CertificateInformation } from "../../../src/graph/model.js";
import {
  predictAuthenticationConfiguration,
  predictUpload,
  toUploadClientCertificate,
} from "../../../src/graph/upload-client-certificate.js";
import { ownVector } from "../../setup/own-vectors.js";
import { NOW, open, openVector } from "../credential/open-file.js";
import { at, leaderOf, openPair, uploaded, withThumbprint } from "./fixtures.js";

/** The connector of the action's reference page, and the answer that the page shows for it. */
const SAMPLE_CONNECTOR = {
  id: "45715bb8-13f9-4bf6-927f-ef96c102d394",
  displayName: "My API connector",
  targetUrl: "https://api.contoso.com/endpoint",
} as const;
const SAMPLE_THUMBPRINT = "0EB255CC895477798BA418B378255204304897AD";
const SAMPLE_ANSWER = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors/$entity",
  ...SAMPLE_CONNECTOR,
  authenticationConfiguration: {
    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
    certificateList: [{ thumbprint: SAMPLE_THUMBPRINT, notAfter: 1666350522, notBefore: 1508670522, isActive: true }],
  },
} as const;

const entry = (thumbprint: string, isActive: boolean): Pkcs12CertificateInformation => ({
  thumbprint,
  notAfter: 2_000_000_000,
  notBefore: 1_500_000_000,
  isActive,
});
const withList = (...certificateList: Pkcs12CertificateInformation[]): IdentityApiConnector => ({
  ...SAMPLE_CONNECTOR,
  authenticationConfiguration: { "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList },
});
const samplePair = () => openPair("20171022110842Z", "20221021110842Z");

/** Thumbprint and isActive of the entries. */
function outline({ authenticationConfiguration: it }: IdentityApiConnector): readonly (readonly [string, boolean])[] {
  if (it?.["@odata.type"] !== "#microsoft.graph.clientCertificateAuthentication") return [];
  return it.certificateList.map(({ thumbprint, isActive }) => [thumbprint, isActive] as const);
}

describe("predictUpload", () => {
  it("gives the answer of the reference page, member by member", async () => {
    const opened = withThumbprint(await samplePair(), SAMPLE_THUMBPRINT);
    const answer = predictUpload(SAMPLE_CONNECTOR, opened, new Date("2021-10-22T00:00:00Z"));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(SAMPLE_ANSWER);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(SAMPLE_ANSWER));
  });

  it("has nothing active once the certificate has expired", async () => {
    const answer = predictUpload(SAMPLE_CONNECTOR, withThumbprint(await samplePair(), "AA"), at(1666350523));
    expect(outline(answer)).toEqual([["AA", false]]);
  });

  it("takes the certificate of the first credential, whatever lies first in the file", async () => {
    const { entry: vector } = ownVector("made-ca-first");
    const answer = predictUpload(SAMPLE_CONNECTOR, await openVector("made-ca-first"), NOW);
    expect(outline(answer)).toEqual([[vector.leafThumbprint, true]]);
  });

  it.each<[string, NonNullable<IdentityApiConnector["authenticationConfiguration"]> | null]>([
    ["null", null],
    [
      "basicAuthentication",
      { "@odata.type": "#microsoft.graph.basicAuthentication", username: "u", password: "******" },
    ],
    ["an empty list", { "@odata.type": "#microsoft.graph.clientCertificateAuthentication", certificateList: [] }],
  ])("starts a list where the connector has %s", async (_, authenticationConfiguration) => {
    const opened = withThumbprint(await samplePair(), SAMPLE_THUMBPRINT);
    const answer = predictUpload({ ...SAMPLE_CONNECTOR, authenticationConfiguration }, opened, at(1_600_000_000));
    expect(JSON.stringify(answer)).toBe(JSON.stringify(SAMPLE_ANSWER));
  });

  it("adds to the end of a list and activates anew", async () => {
    const opened = withThumbprint(await samplePair(), "CC");
    const connector = withList(entry("AA", false), entry("BB", true));
    expect(outline(predictUpload(connector, opened, at(1_600_000_000)))).toEqual([
      ["AA", false],
      ["BB", false],
      ["CC", true],
    ]);
    expect(outline(predictUpload(connector, opened, at(1_700_000_000)))).toEqual([
      ["AA", false],
      ["BB", true],
      ["CC", false],
    ]);
  });

  it("knows the list by its type without the leading #, as the documentation also writes it", async () => {
    const connector = JSON.stringify(withList(entry("AA", true))).replace('"#microsoft', '"microsoft');
    const answer = predictUpload(JSON.parse(connector) as IdentityApiConnector, await samplePair(), at(1_600_000_000));
    expect(outline(answer).map(([thumbprint]) => thumbprint)).toEqual(["AA", expect.any(String)]);
  });

  it("keeps the dates of the entries that are there", async () => {
    const before = entry("AA", true);
    const answer = predictUpload(withList(before), await samplePair(), at(1_700_000_000));
    expect(answer.authenticationConfiguration).toMatchObject({ certificateList: [before, { isActive: false }] });
  });

  it("has null for members that the connector does not show", async () => {
    const answer = predictUpload({ id: "1" }, await samplePair(), NOW);
    expect(answer).toMatchObject({ id: "1", displayName: null, targetUrl: null });
  });

  it("modifies neither the connector nor the file", async () => {
    const connector = withList(entry("AA", true));
    const opened = await samplePair();
    const before = structuredClone([connector, opened.credentials]);
    predictUpload(connector, opened, at(1_600_000_000));
    expect([connector, opened.credentials]).toEqual(before);
  });

  it.each([
    ["openssl-certificates-only", undefined],
    ["openssl-key-only", undefined],
    ["made-key-mismatch", undefined],
    ["made-no-bags", undefined],
    ["openssl-aes-128", "wrong"],
  ])("throws for a file without a key and its certificate: %s", async (id, password) => {
    const opened = await openVector(id, password);
    expect(() => predictUpload(SAMPLE_CONNECTOR, opened, NOW)).toThrow(
      expect.objectContaining({ name: "MalformedError", code: "ERR_GRAPH_NO_CREDENTIAL", at: "pfx" }),
    );
  });
});

describe("predictAuthenticationConfiguration", () => {
  it("is what predictUpload has in the connector", async () => {
    const opened = await samplePair();
    const leader = leaderOf(opened);
    const { notBefore, notAfter } = leader.certificate;
    const { authenticationConfiguration } = predictUpload(SAMPLE_CONNECTOR, opened, NOW);
    const certificate = { thumbprint: leader.thumbprint, notBefore, notAfter };
    expect(predictAuthenticationConfiguration(null, certificate, NOW)).toEqual(authenticationConfiguration);
    expect(predictAuthenticationConfiguration(undefined, certificate, NOW)).toEqual(authenticationConfiguration);
  });

  it("chains: one upload's result is the next one's start", () => {
    const now = at(150);
    const [old, renewed] = [uploaded("AA", 100, 200), uploaded("BB", 140, 300)];
    const one = predictAuthenticationConfiguration(null, old, now);
    const two = predictAuthenticationConfiguration(one, renewed, now);
    expect(two.certificateList.map(({ thumbprint, isActive }) => [thumbprint, isActive])).toEqual([
      ["AA", false],
      ["BB", true],
    ]);
  });
});

describe("toUploadClientCertificate", () => {
  const decode = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  it.each([
    [0, ""],
    [1, "AA=="],
    [2, "AAE="],
    [3, "AAEC"],
  ])("pads %i octets", (length, pkcs12Value) => {
    const body = toUploadClientCertificate(
      Uint8Array.from({ length }, (_, index) => index),
      "secret",
    );
    expect(JSON.stringify(body)).toBe(JSON.stringify({ pkcs12Value, password: "secret" }));
  });

  it("writes the standard alphabet", () => {
    expect(toUploadClientCertificate(Uint8Array.of(0xfb, 0xff, 0xbf), "").pkcs12Value).toBe("+/+/");
  });

  it("writes any length without line breaks and gives it back", () => {
    const pfx = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 7919) >> 3);
    const { pkcs12Value } = toUploadClientCertificate(pfx, "");
    expect(pkcs12Value).toMatch(/^[A-Za-z0-9+/]*={0,2}$/);
    expect(pkcs12Value.length % 4).toBe(0);
    expect(decode(pkcs12Value).join()).toBe(pfx.join());
  });

  it("sends the empty password, and passwords as they are", () => {
    expect(toUploadClientCertificate(new Uint8Array(1), "").password).toBe("");
    expect(toUploadClientCertificate(new Uint8Array(1), ' clé 🔑" ').password).toBe(' clé 🔑" ');
  });

  it("carries a file that opens with the body's own password", async () => {
    const { bytes, entry: vector } = ownVector("openssl-emoji");
    const body = JSON.parse(JSON.stringify(toUploadClientCertificate(bytes, vector.password ?? ""))) as {
      readonly pkcs12Value: string;
      readonly password: string;
    };
    const { credentials } = await open(decode(body.pkcs12Value), body.password);
    expect(credentials[0]?.certificate.thumbprint).toBe(vector.leafThumbprint);
  });
});
