import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import type { FaultName } from "../../../src/mock/fault-set.js";
import { FAULT_NAMES } from "../../../src/mock/fault-set.js";
import type { MockGraphOptions } from "../../../src/mock/server.js";
import { writeCertificate } from "../credential/certificate-writer.js";
import { certBag, keyBag, plainPfx } from "../credential/pfx-writer.js";
import { PRIMES, RSA_2048, rsaKey } from "../credential/rsa-key.js";
import { client, entries } from "./client.js";

const AUTHORITY = rsaKey(PRIMES.first, PRIMES.third);
const authority = writeCertificate({ key: AUTHORITY, subject: "authority" });

/** A PFX whose first certificate is not that of its key. */
function pfx(notBefore: string, notAfter: string): string {
  const leaf = writeCertificate({ key: RSA_2048, subject: "leaf", issuer: "authority", notBefore, notAfter });
  return encodeBase64(plainPfx(certBag(authority), certBag(leaf), keyBag(RSA_2048.pkcs8)));
}

/** Everything that one user of the mock sees in a day. */
async function transcript(options: MockGraphOptions): Promise<string> {
  let counter = 0;
  const random = (length: number) => Uint8Array.from({ length }, () => (counter = (counter + 7) & 0xff));
  const graph = client({ random, ...options });
  const seen: unknown[] = [];
  const send: typeof graph.send = async (...request) => {
    const reply = await graph.send(...request);
    seen.push([reply.status, Object.fromEntries(reply.headers), reply.text]);
    return reply;
  };
  const ids: string[] = [];
  for (const name of ["a", "b", "c"]) {
    const { json } = await send("POST", "/identity/apiConnectors", {
      displayName: name,
      targetUrl: "https://a.example",
    });
    ids.push(String(json["id"]));
  }
  const path = `/identity/apiConnectors/${ids[0]}`;
  const upload = (from: string, to: string, password = "") =>
    send("POST", `${path}/uploadClientCertificate`, { pkcs12Value: pfx(from, to), password });
  await upload("20200101000000Z", "20270101000000Z");
  await upload("20210101000000Z", "20280101000000Z");
  await upload("20300101000000Z", "20320101000000Z");
  await send("POST", `${path}/uploadClientCertificate`, { pkcs12Value: "AAAA", password: "a-secret" });
  await send("GET", path);
  graph.mock.advance(86_400_000 * 365 * 2);
  await send("GET", path, undefined, { origin: "https://page.example", "client-request-id": "mine" });
  const pkcs12 = { pkcs12Value: pfx("20200101000000Z", "20300101000000Z"), password: "" };
  await send("PATCH", path, {
    authenticationConfiguration: { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...pkcs12 },
  });
  await send("GET", path.toLowerCase());
  const first = await send("GET", "/identity/apiConnectors?$top=2&$count=true");
  const next = String(first.json["@odata.nextLink"]);
  if (next.startsWith("https:")) await send("GET", next);
  await send("PATCH", `/identity/apiConnectors/${ids[1]}`, { displayName: "changed" });
  await send("GET", `/identity/apiConnectors/${ids[1]}`);
  await send("DELETE", `/identity/apiConnectors/${ids[2]}`);
  await send("GET", `/identity/apiConnectors/${ids[2]}`);
  await send("POST", "/identity/apiConnectors", "{");
  await send("POST", "/$batch", { requests: [{ id: "1", method: "GET", url: "/applications" }] });

  await graph.principal();
  const { id, appId } = await graph.principal();
  const principal = `/servicePrincipals/${id}`;
  await send("POST", `${principal}/addTokenSigningCertificate`, { displayName: "CN=first" });
  await send("POST", `${principal}/addTokenSigningCertificate`, {
    displayName: "CN=b",
    endDateTime: "2029-01-01T00:00:00Z",
  });
  await send("POST", `${principal}/addTokenSigningCertificate`, { displayName: "no" });
  await send("POST", `${principal}/addPassword`, {});
  await send("GET", principal);
  await send("GET", `/servicePrincipals(appId='${appId}')?$select=id,keyCredentials,passwordCredentials`);
  const { keyCredentials, passwordCredentials } = await graph.read(id);
  const identifier = entries(keyCredentials)[0]?.["customKeyIdentifier"];
  const isKept = (entry: { readonly customKeyIdentifier?: unknown }) => entry.customKeyIdentifier !== identifier;
  await send("PATCH", principal, {
    keyCredentials: entries(keyCredentials).filter(isKept),
    passwordCredentials: entries(passwordCredentials).filter(isKept),
  });
  await send("GET", `${principal}?$select=keyCredentials,passwordCredentials`);
  return JSON.stringify(seen);
}

/** These take more than one user in a day; they have tests of their own. */
const OTHERS: readonly FaultName[] = ["parallel-loses", "flapping-replica", "no-retry-after"];

describe("a planted fault", () => {
  it("is not there by default: two runs are the same", async () => {
    expect(await transcript({})).toBe(await transcript({ faults: [] }));
  });

  it.each(FAULT_NAMES.filter((name) => !OTHERS.includes(name)))("%s is seen by who uses the mock", async (fault) => {
    expect(await transcript({ faults: [fault] })).not.toBe(await transcript({}));
  });

  it("parallel-loses loses one of two requests side by side", async () => {
    const left = async (faults: readonly FaultName[]) => {
      const { send, principal, read } = client({ faults });
      const { id } = await principal();
      const mint = () => send("POST", `/servicePrincipals/${id}/addTokenSigningCertificate`, {});
      await Promise.all([mint(), mint()]);
      return entries((await read(id))["keyCredentials"]).length;
    };
    expect(await left([])).toBe(4);
    expect(await left(["parallel-loses"])).toBe(2);
  });

  it("flapping-replica shows now the one and now the other", async () => {
    const { send, connector } = client({ faults: ["flapping-replica"] });
    const id = await connector();
    const statuses: number[] = [];
    for (let i = 0; i < 14; i++) statuses.push((await send("GET", `/identity/apiConnectors/${id}`)).status);
    const six = new Array<number>(6).fill(200);
    expect(statuses).toEqual([...six, 404, ...six, 404]);
  });

  it("no-retry-after leaves out when to try again", async () => {
    const budget = { perApp: { units: 1, windowMs: 10_000 } };
    const retryAfter = async (faults: readonly FaultName[]) => {
      const { send } = client({ faults, throttling: { cpim: budget } });
      await send("GET", "/identity/apiConnectors");
      const { status, headers } = await send("GET", "/identity/apiConnectors");
      return [status, headers.get("retry-after")];
    };
    expect(await retryAfter([])).toEqual([429, "10"]);
    expect(await retryAfter(["no-retry-after"])).toEqual([429, null]);
  });
});
