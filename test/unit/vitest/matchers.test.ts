import { beforeAll, describe, expect, it } from "vitest";
import { installGraphMatchers } from "../../../src/vitest/matchers.js";

beforeAll(installGraphMatchers);

const ROOT = "https://graph.microsoft.com/v1.0";
const HEADERS = { "content-type": "application/json" };

/** As the documentation of uploadClientCertificate shows it. */
const connector = {
  "@odata.context": `${ROOT}/$metadata#identity/apiConnectors/$entity`,
  id: "45715bb8-13f9-4bf6-927f-ef96c102d394",
  displayName: "My API connector",
  targetUrl: "https://api.contoso.com/endpoint",
  authenticationConfiguration: {
    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
    certificateList: [
      {
        thumbprint: "0EB255CC895477798BA418B378255204304897AD",
        notAfter: 1666350522,
        notBefore: 1508670522,
        isActive: true,
      },
    ],
  },
};

/** The answer of Microsoft's page on addTokenSigningCertificate. */
const minted = {
  "@odata.context": `${ROOT}/$metadata#microsoft.graph.selfSignedCertificate`,
  customKeyIdentifier: "7LrTDbxPdZiWn+UupKwcnGP4aHQ=",
  displayName: "CN=customDisplayName",
  endDateTime: "2024-01-25T00:00:00Z",
  key: "MIICvDCCAaSgAwIBAgIIYXJsNtL4oUQwDQYJKoZIhvcNAQELBQAwHDEaMBgGA1UEAwwRY3VzdG9tRGlzcGxheU5hbWUwHhcNMjEwNTA1MTgyODUxWhcNMjQwMTI1MDAwMDAwWjAcMRowGAYDVQQDDBFjdXN0b21EaXNwbGF5TmFtZTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKquU9SuTQAS7Mpf9EcV4T5uYDputFDcXH6yZ09ITiowjBCRnASSQDEbiNRGl6Ivf/IBZS/t3UP2Z6xfy1E1R9SD7q2FkOhhbxRj/AfHbQ2GaizeO+HSPODaDLGxQW0G4/UgnWuXsO2B9LZX1ILG1e7WNUjZnibgvSPm0AZKzUGE9vaQB/D1aWfGDXnBazsanM8IFbyGUp0jEhnQCqX6GxKALrVts0Vs/tdk/I8qehPkxTN7aUvVVMijFCW/BkJw0BQjJg4nSS2ymUUIz/R6/4KICTFBlzAKGbc4eOeZnPHvf285RPnT0KRdVf9I7MIkjw+fiZriEq9QiAKsgFNIOYsCAwEAAaMCMAAwDQYJKoZIhvcNAQELBQADggEBAEJ3XJtXuUjqcqPPQobZZIVe1LlsLP8C71m2Fm3MaAJ72WhHUm9ttKlNMsV23oColDSNOG6uRTfuLV4SL5qd6pfeZyzVHa/tnUlmE/N7YL0lMNe4Ya5tp8XUldBSrPHCAwY4UDMDJT5RinfhiopcAXiV/0KgxthgwHWDfge2ItrZwrwxODFasAvoDjhqC4NtUvf5Xik8T5noPJ/bVs2AwoWVuV/lTXLxEtiUj07/dHOm/g9AHPaEbwJpeCbpcNrKNO3kkzKhWgTh5HhZQ4fybKImDCQ1A10ChS4TZfzS7JbhSteIa5Zu2w1CVDFS9SVvVUCAKkyH7ZRns+YngtgksMw=",
  keyId: "93bc223f-7235-4b9c-beea-d66847531c49",
  startDateTime: "2021-05-05T18:38:51.8100763Z",
  thumbprint: "ECBAD30DBC4F7598969FE52EA4AC1C9C63F86874",
  type: "AsymmetricX509Cert",
  usage: "Verify",
};

const GET = "identityApiConnector.get";
const MINT = "servicePrincipal.addTokenSigningCertificate";
const { authenticationConfiguration: configuration } = connector;
const [entry] = configuration.certificateList;
const listing = (certificateList: unknown) => ({
  ...connector,
  authenticationConfiguration: { ...configuration, certificateList },
});

describe("toSatisfyGraph", () => {
  it("is content with the documentation's examples, as Response and as plain value", async () => {
    const response = Response.json(connector);
    await expect(response).toSatisfyGraph(GET);
    expect(await response.json()).toEqual(connector); // The body is still there to read.
    await expect({ status: 200, body: connector }).toSatisfyGraph("identityApiConnector.uploadClientCertificate");
    await expect({ status: 200, body: minted }).toSatisfyGraph(MINT);
    await expect(new Response(null, { status: 204 })).toSatisfyGraph("identityApiConnector.delete");
    const error = { code: "Request_BadRequest", message: "no", innerError: { "request-id": connector.id } };
    await expect(Response.json({ error }, { status: 400 })).toSatisfyGraph(GET);
  });

  it.each<
    readonly [rule: string, operationId: typeof GET | typeof MINT, answer: Response | { status: number; body: unknown }]
  >([
    ["E1", GET, new Response(JSON.stringify(connector), { headers: { "content-type": "text/html" } })],
    ["E1", GET, new Response("{", { headers: HEADERS })],
    ["E3", GET, { status: 404, body: { error: "gone" } }],
    ["E3", GET, { status: 404, body: { error: { code: "a", message: "b", innererror: {} } } }],
    ["E5", GET, { status: 200, body: { ...connector, "@odata.context": "$metadata#identity/apiConnectors/$entity" } }],
    ["E5", MINT, { status: 200, body: { ...minted, "@odata.context": connector["@odata.context"] } }],
    ["E6", GET, { status: 200, body: { ...connector, authenticationConfiguration: { certificateList: [entry] } } }],
    ["E8", GET, { status: 200, body: listing(null) }],
    ["C2", GET, { status: 200, body: { ...connector, authenticationConfiguration: { pkcs12Value: "AA==" } } }],
    ["C5", GET, { status: 200, body: listing([{ ...entry, notAfter: 1666350522000 }]) }],
    ["S1", MINT, { status: 200, body: { ...minted, usage: "Sign" } }],
    ["S2", MINT, { status: 200, body: { ...minted, thumbprint: minted.thumbprint.toLowerCase() } }],
    ["S3", MINT, { status: 200, body: { ...minted, customKeyIdentifier: "AAAA" } }],
  ])("tells by %s what is wrong with an answer of %s", async (rule, operationId, answer) => {
    const judged = expect(answer).toSatisfyGraph(operationId);
    await expect(judged).rejects.toThrow(new RegExp(`^expected an answer that keeps the contract of ${operationId}`));
    await expect(judged).rejects.toThrow(
      new RegExp(`^${rule} .*\\n {2}why .*\\n {2}at .*\\n {2}expected .*\\n {2}actual `, "m"),
    );
    await expect(answer).not.toSatisfyGraph(operationId);
  });

  it("does not mind a member that nobody declared, nor what it cannot know", async () => {
    await expect({ status: 200, body: { ...connector, news: 1 } }).toSatisfyGraph(GET);
    // The thumbprint of an upload is another rule's, which needs the file.
    await expect({ status: 200, body: listing([{ ...entry, thumbprint: "00".repeat(20) }]) }).toSatisfyGraph(GET);
    const china = JSON.parse(
      JSON.stringify(connector).replaceAll("graph.microsoft.com", "microsoftgraph.chinacloudapi.cn"),
    );
    await expect({ status: 200, body: china as unknown }).toSatisfyGraph(GET);
  });

  it("says under .not that the answer keeps the contract", async () => {
    const judged = expect({ status: 200, body: connector }).not.toSatisfyGraph(GET);
    await expect(judged).rejects.toThrow(/^expected an answer that breaks the contract/);
  });

  it("names what it was called with wrongly", async () => {
    const read = Response.json(connector);
    await read.text();
    await expect(expect(read).toSatisfyGraph(GET)).rejects.toThrow('"response"');
    const nothing = JSON.parse("{}") as { status: number; body: unknown };
    await expect(expect(nothing).toSatisfyGraph(GET)).rejects.toThrow('"response"');
    const unknown = "servicePrincipal.fly" as typeof GET;
    await expect(expect(Response.json(connector)).toSatisfyGraph(unknown)).rejects.toThrow('"operationId"');
  });
});
