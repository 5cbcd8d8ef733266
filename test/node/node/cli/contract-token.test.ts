/** Where tokens come from, how long they are kept, and that they are never told. */

import { createHash, createPublicKey, verify, X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultProvider } from "../../../../src/crypto/provider.js";
import { readTarget } from "../../../../src/node/cli/contract-target.js";
import type { TokenFlags } from "../../../../src/node/cli/contract-token.js";
import { openTokenSource } from "../../../../src/node/cli/contract-token.js";
import type { Host } from "../../../../src/node/cli/host.js";
import { buildPkcs12 } from "../../../../src/pkcs12/build.js";
import { generateSigningKey } from "../../../../src/x509/generate-key.js";
import { createSelfSigned } from "../../../../src/x509/self-signed.js";
import { useScratch } from "../../../cli/scratch.js";
import { vector } from "./command.js";
import { fakeHost } from "./fake-host.js";

const GRAPH = "https://graph.microsoft.com/v1.0";
const TENANT = "11111111-2222-3333-4444-555555555555";
const CLIENT = "66666666-7777-8888-9999-000000000000";
const scratch = useScratch();

function source(flags: TokenFlags, given: Partial<Host> = {}, baseUrl = GRAPH): () => Promise<string> {
  return openTokenSource(flags, readTarget({ baseUrl }), fakeHost(given).host);
}

function jwt(exp: number): string {
  return `e30.${Buffer.from(JSON.stringify({ exp })).toString("base64url")}.x`;
}

describe("openTokenSource", () => {
  it("takes the variable, and for a mock of this machine any text", async () => {
    expect(await source({}, { environment: { GRAPH_TOKEN: " abc\n" } })()).toBe("abc");
    expect(await source({}, {}, "http://127.0.0.1:1/v1.0")()).toBe("mock");
    expect(() => source({})).toThrow("GRAPH_TOKEN");
    expect(() => source({}, { environment: { GRAPH_TOKEN: "two words" } })).toThrow("the variable GRAPH_TOKEN");
  });

  it("runs a command, again only when its token is about to end", async () => {
    const file = scratch("count");
    let now = Date.parse("2026-01-01T00:00:00Z");
    const token = jwt(now / 1000 + 3600);
    const give = source({ tokenCommand: `echo x >> '${file}'; echo '${token}'` }, { now: () => new Date(now) });
    expect(await Promise.all([give(), give()])).toEqual([token, token]);
    now += 3000_000;
    await give();
    const count = (): number => readFileSync(file, "utf8").length / 2;
    expect(count()).toBe(1);
    now += 400_000;
    await give();
    expect(count()).toBe(2);
  });

  it("says how a command failed, without what it printed", async () => {
    const failing = source({ tokenCommand: "echo secret-text; exit 3" });
    await expect(failing()).rejects.toThrow(/^--token-command ended with 3$/);
    await expect(source({ tokenCommand: "echo secret text" })()).rejects.toThrow(/^--token-command gave no token/);
  });

  it.each<[string, TokenFlags, string]>([
    ["a certificate without an app", { certificate: "x", tenant: TENANT }, "--client-id"],
    ["a certificate without a tenant", { certificate: "x", clientId: CLIENT }, "--tenant"],
    ["an app without a certificate", { clientId: CLIENT }, "--client-id is for --certificate"],
    ["two sources", { certificate: "x", tokenCommand: "y" }, "one of --token-command and --certificate"],
  ])("refuses %s", (_, flags, words) => {
    expect(() => source(flags)).toThrow(words);
  });
});

describe("sign-in with a certificate", () => {
  const flags = {
    certificate: vector("openssl-default"),
    passin: "pass:graph-certkit",
    clientId: CLIENT,
    tenant: TENANT,
  };

  it("asks the login authority of the cloud with an assertion that the certificate signed", async () => {
    const provider = defaultProvider();
    const key = await generateSigningKey("rsa-2048", provider);
    const notBefore = new Date("2026-01-01T00:00:00Z");
    const fields = {
      serialNumber: Uint8Array.of(1),
      notBefore,
      notAfter: new Date("2027-01-01T00:00:00Z"),
      extensions: [],
    };
    const name = { text: "app", stringType: "UTF8String" } as const;
    const der = await createSelfSigned(key, { ...fields, name }, provider);
    const options = { password: "of the app", protection: "modern", iterations: 2, provider } as const;
    writeFileSync(
      scratch("app.pfx"),
      await buildPkcs12([{ certificate: der, privateKey: key.pkcs8, chain: [] }], options),
    );

    const asked: { address: string; body: URLSearchParams }[] = [];
    const fetch: Host["fetch"] = (address, { body }) => {
      asked.push({ address, body: new URLSearchParams(String(body)) });
      return Promise.resolve(Response.json({ access_token: "the-token" }));
    };
    const give = source(
      { ...flags, certificate: scratch("app.pfx"), passin: "pass:of the app" },
      { fetch },
      "https://graph.microsoft.us/v1.0",
    );
    expect(await give()).toBe("the-token");
    const [{ address, body } = { address: "", body: new URLSearchParams() }] = asked;
    expect(address).toBe(`https://login.microsoftonline.us/${TENANT}/oauth2/v2.0/token`);
    expect(body.get("scope")).toBe("https://graph.microsoft.us/.default");
    expect(body.get("client_id")).toBe(CLIENT);
    const [header = "", claims = "", signature = ""] = (body.get("client_assertion") ?? "").split(".");
    const certificate = new X509Certificate(der);
    const publicKey = createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }));
    const padding = { key: publicKey, padding: 6, saltLength: 32 };
    expect(verify("sha256", Buffer.from(`${header}.${claims}`), padding, Buffer.from(signature, "base64url"))).toBe(
      true,
    );
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toMatchObject({
      "x5t#S256": createHash("sha256").update(der).digest("base64url"),
    });
  });

  it("tells the authority's codes and nothing else that it says", async () => {
    const error_description = "AADSTS700027: The certificate with identifier used to sign … secret detail";
    const fetch: Host["fetch"] = () =>
      Promise.resolve(Response.json({ error: "invalid_client", error_description }, { status: 401 }));
    const give = source(flags, { fetch });
    await expect(give()).rejects.toThrow(/^sign-in was refused with 401: invalid_client, AADSTS700027$/);
  });

  it("says what is wrong with file, app, cloud or network", async () => {
    await expect(source({ ...flags, passin: "pass:no" })()).rejects.toThrow("ERR_PKCS12_MAC_MISMATCH");
    await expect(source({ ...flags, clientId: "x" })()).rejects.toThrow("--client-id");
    await expect(source({ ...flags, tenant: "common" })()).rejects.toThrow("--tenant");
    await expect(source(flags)()).rejects.toThrow("login.microsoftonline.com cannot be reached");
    await expect(source(flags, {}, "https://graph.example/v1.0")()).rejects.toThrow("--cloud");
  });
});
