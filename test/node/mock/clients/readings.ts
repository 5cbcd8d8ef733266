/** What every client must have read, predicted by the library from the same files and certificates. */
import { expect } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { toSelfSignedCertificate } from "../../../../src/graph/add-token-signing-certificate.js";
import { preflight } from "../../../../src/preflight/preflight.js";
import { parseCertificate } from "../../../../src/x509/certificate.js";
import { formatName } from "../../../../src/x509/name.js";
import { thumbprint } from "../../../../src/x509/thumbprint.js";
import { ownVector } from "../../../setup/own-vectors.js";
import { entries } from "../../../unit/mock/client.js";
import type { Luggage, Readings, Upload } from "./scenario.js";
import { CONNECTOR, END, NOBODY, PATCHED_NAME, SUBJECTS } from "./scenario.js";
import type { Json } from "./scenario-client.js";

const FIRST = ownVector("openssl-legacy");
const REPLACEMENT = ownVector("keytool-default");

const toUpload = ({ bytes, entry }: typeof FIRST): Upload => ({
  pkcs12Value: encodeBase64(bytes),
  password: entry.password ?? "",
});

/** Two files that real tools have made. */
export const LUGGAGE: Luggage = { first: toUpload(FIRST), replacement: toUpload(REPLACEMENT) };

/** Checks all readings. @param now - the mock's clock; @param type - the class of the client's errors */
export async function expectReadings(readings: Readings, now: Date, type: string): Promise<void> {
  await expectConnector(readings, now);
  expectFailures(readings, type);
  expectRollover(readings, now);
}

async function expectConnector(readings: Readings, now: Date): Promise<void> {
  const { created, uploaded, read, patched } = readings;
  const id = created["id"];
  expect(plain(created)).toEqual({ ...CONNECTOR, id });
  expect(plain(readings.afterWrongPassword)).toEqual(plain(created));
  const predicted = await predict(FIRST, now);
  expect(entries((predicted as Json)["certificateList"])).toHaveLength(1);
  expect(plain(uploaded)).toEqual({ ...CONNECTOR, id, authenticationConfiguration: predicted });
  expect(plain(read)).toEqual(plain(uploaded));
  const replaced = await predict(REPLACEMENT, now);
  const expected = { ...CONNECTOR, id, displayName: PATCHED_NAME, authenticationConfiguration: replaced };
  expect(plain(patched)).toEqual(expected);
}

function expectFailures({ wrongPassword, afterDeletion, unknownId, created }: Readings, type: string): void {
  const guid = expect.stringMatching(/^[\da-f]{8}-/) as string;
  const wrong = { status: 400, code: "AADB2C90213", message: expect.stringContaining("password") as string };
  expect(wrongPassword).toEqual({ type, ...wrong, requestId: guid });
  const missing = { type, status: 404, code: "Request_ResourceNotFound", requestId: guid };
  const about = (id: string) => ({ ...missing, message: expect.stringContaining(`'${id}' does not exist`) as string });
  expect(afterDeletion).toEqual(about(created["id"] as string));
  expect(unknownId).toEqual(about(NOBODY));
}

function expectRollover({ principal, minted, afterTwo, activated, afterRemoval }: Readings, now: Date): void {
  expect(principal["displayName"]).toBe("Rolled over");
  for (const [index, answer] of minted.entries()) expectMinted(answer, SUBJECTS[index] ?? "", now);
  const [first, second] = minted.map(plain) as [Json, Json];
  expect(first["thumbprint"]).not.toBe(second["thumbprint"]);

  const both = plain(afterTwo);
  const identifiers = (list: unknown) => entries(list).map((entry) => entry["customKeyIdentifier"]);
  const [one, two] = [first["customKeyIdentifier"], second["customKeyIdentifier"]];
  expect(identifiers(both["keyCredentials"]).sort()).toEqual([one, one, two, two].sort());
  expect(identifiers(both["passwordCredentials"])).toEqual([one, two]);
  for (const answer of [first, second]) expectTriple(both, answer);
  expect(both["preferredTokenSigningKeyThumbprint"]).toBeUndefined();

  expect(plain(activated)).toEqual({ ...both, preferredTokenSigningKeyThumbprint: second["thumbprint"] });
  const isSecond = (entry: Json): boolean => entry["customKeyIdentifier"] === two;
  expect(plain(afterRemoval)).toEqual({
    ...plain(activated),
    keyCredentials: entries(both["keyCredentials"]).filter(isSecond),
    passwordCredentials: entries(both["passwordCredentials"]).filter(isSecond),
  });
}

/** The answer says of the certificate what its own octets say. */
function expectMinted(answer: Json, displayName: string, now: Date): void {
  const der = Uint8Array.from(atob(answer["key"] as string), (character) => character.charCodeAt(0));
  const certificate = parseCertificate(der, "key");
  const predicted = toSelfSignedCertificate({
    displayName,
    der,
    thumbprint: thumbprint(der),
    signKeyId: answer["keyId"] as string,
    startDateTime: now.toISOString(),
    endDateTime: END,
  });
  expect(plain(answer)).toEqual(plain({ ...predicted }));
  expect(formatName(certificate.subject)).toBe(displayName);
  expect(certificate.notAfter).toEqual(new Date(END));
}

/** The Sign entry and the password have the keyId of the answer, the Verify entry has the certificate. */
function expectTriple(principal: Json, { keyId, key, customKeyIdentifier }: Json): void {
  const own = ({ customKeyIdentifier: identifier }: Json): boolean => identifier === customKeyIdentifier;
  const keys = entries(principal["keyCredentials"]).filter(own);
  expect(keys.filter(({ usage }) => usage === "Sign").map((entry) => [entry["keyId"], entry["key"]])).toEqual([
    [keyId, undefined],
  ]);
  expect(keys.filter(({ usage }) => usage === "Verify").map((entry) => entry["key"])).toEqual([key]);
  const passwords = entries(principal["passwordCredentials"]).filter(own);
  expect(passwords.map((entry) => [entry["keyId"], entry["secretText"]])).toEqual([[keyId, undefined]]);
}

async function predict({ bytes, entry }: typeof FIRST, now: Date): Promise<unknown> {
  const options = { file: "upload", target: "api-connector", password: entry.password ?? "", now } as const;
  return (await preflight(bytes, options)).authenticationConfiguration;
}

/** Without null members, which some clients drop, without the context URL, and with dates as JavaScript writes them. */
function plain(json: Json): Json {
  const text = JSON.stringify(json, (name, value: unknown) => {
    if (value === null || name === "@odata.context") return undefined;
    const isDate = typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
    return isDate ? new Date(value).toISOString() : value;
  });
  return JSON.parse(text) as Json;
}
