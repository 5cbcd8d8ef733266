/** `graph-certkit payload token-signing` and `payload remove`: bodies that keep what is there. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  clientSecret,
  guid,
  secondTriple,
  servicePrincipal,
  triple,
} from "../../../unit/audit/sample-service-principal.js";
import { contentOf, useFolder } from "../scratch-folder.js";
import { call, vector } from "./command.js";

const PASSIN = ["--passin", "pass:graph-certkit"];
const FILE = vector("openssl-legacy");
const THUMBPRINT = "9D7032E6BABBCEF019F27D627DC72C0644C09528";
const SHA1 = Buffer.from(THUMBPRINT, "hex").toString("base64");

/** What a GET with `$select` shows of a servicePrincipal with two certificates and a client's secret. */
const SAMPLE = servicePrincipal([triple({ hasKey: true }), secondTriple({ hasKey: true })], {
  passwords: [clientSecret()],
  others: { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#servicePrincipals/$entity" },
});

describe("payload token-signing", () => {
  const folder = useFolder();
  const make = (...args: string[]): ReturnType<typeof call> => call(["payload", "token-signing", ...args]);

  it("prints the three entries, which share what they have to", async () => {
    const { status, stdout, stderr } = await make(FILE, ...PASSIN);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/^ {4}error /m);
    expect(stderr).toContain("graph-certkit: the body replaces every credential that the service principal has;");
    const [sign, verify] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    expect(JSON.parse(stdout)).toMatchObject({
      keyCredentials: [
        {
          customKeyIdentifier: SHA1,
          type: "X509CertAndPassword",
          usage: "Sign",
          keyId: sign,
          key: readFileSync(FILE).toString("base64"),
        },
        { customKeyIdentifier: SHA1, type: "AsymmetricX509Cert", usage: "Verify", keyId: verify },
      ],
      passwordCredentials: [{ customKeyIdentifier: SHA1, keyId: sign, secretText: "graph-certkit" }],
    });
  });

  it("keeps what the service principal has", async () => {
    writeFileSync(folder("sp.json"), JSON.stringify(SAMPLE));
    const { status, stdout, stderr } = await make(FILE, ...PASSIN, "--service-principal", folder("sp.json"));
    expect(status).toBe(0);
    expect(stderr).not.toContain("replaces");
    const { keyCredentials, passwordCredentials } = JSON.parse(stdout);
    expect(keyCredentials).toHaveLength(6);
    expect(keyCredentials.slice(0, 4)).toEqual(SAMPLE.keyCredentials.map((entry) => ({ ...entry, key: null })));
    expect(passwordCredentials.slice(0, 3)).toEqual(SAMPLE.passwordCredentials);
    expect(passwordCredentials[3]).toMatchObject({ customKeyIdentifier: SHA1 });
  });

  it("reads the service principal as PowerShell writes it, and from standard input", async () => {
    writeFileSync(folder("sp.json"), Buffer.from(`\uFEFF${JSON.stringify(SAMPLE)}`, "utf16le"));
    const expected = await make(FILE, ...PASSIN, "--service-principal", folder("sp.json"));
    expect(expected.status).toBe(0);
    const piped = await call(["payload", "token-signing", FILE, ...PASSIN, "--service-principal", "-"], {
      input: [JSON.stringify(SAMPLE)],
    });
    expect(piped.stdout).toBe(expected.stdout);
  });

  it.each([
    ["sha1", 20],
    ["sha256-of-hex-thumbprint", 32],
    ["hex-as-base64", 30],
    ["double-base64", 28],
  ])("writes the identifier as %s", async (convention, octets) => {
    const { stdout } = await make(FILE, ...PASSIN, "--key-identifier", convention);
    const { keyCredentials, passwordCredentials } = JSON.parse(stdout);
    const [identifier] = new Set(
      [...keyCredentials, ...passwordCredentials].map(({ customKeyIdentifier: shared }) => shared),
    );
    expect(Buffer.from(identifier, "base64")).toHaveLength(octets);
  });

  it("writes a new file that only its owner can read, and says where", async () => {
    const out = folder("body.json");
    const { status, stdout, stderr } = await make(FILE, ...PASSIN, "--out", out);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain(`graph-certkit: the body with key and password is in ${out}\n`);
    if (process.platform !== "win32") expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(out, "utf8"))).toHaveProperty("keyCredentials");
    expect(await make(FILE, ...PASSIN, "--out", out)).toMatchObject({ status: 2 });
    expect(await make(FILE, ...PASSIN, "--out", out, "--force")).toMatchObject({ status: 0 });
  });

  it("tells that a certificate is expired, and makes the body all the same", async () => {
    const { status, stderr } = await make(vector("openssl-expired"), ...PASSIN);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^ {4}warning +expired at /m);
  });

  it.each([
    ["the empty password, and how to pack anew", vector("openssl-empty-password"), "pass:", "empty-password"],
    ["a wrong password", FILE, "pass:another", "wrong-password"],
    ["a file without key", vector("openssl-certificates-only"), "pass:graph-certkit", "no-private-key"],
  ])("makes nothing for %s", async (_, file, passin, id) => {
    const { status, stdout, stderr } = await make(file, "--passin", passin, "--out", folder("body.json"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^graph-certkit: no body is made of /);
    expect(stderr).toMatch(new RegExp(`^ {4}error +${id} at `, "m"));
    const command = "graph-certkit repack old.pfx --passout prompt --protection graph --out new.pfx";
    if (id === "empty-password") expect(stderr.replace(/\s+/g, " ")).toContain(command);
    expect(contentOf(folder())).toEqual({});
  });

  it.each([
    ["no JSON", "{ secret", "no JSON (RFC 8259)"],
    ["no service principal", '{"secret":1}', "ERR_GRAPH_SERVICE_PRINCIPAL"],
    ["a list", '{"value":[]}', "ERR_GRAPH_SERVICE_PRINCIPAL"],
  ])("exits with 1 for %s, asks for no password and repeats nothing", async (_, text, expected) => {
    writeFileSync(folder("sp.json"), text);
    const args = ["payload", "token-signing", FILE, "--service-principal", folder("sp.json"), "--debug"];
    const { status, stdout, stderr, questions } = await call(args, { answer: "graph-certkit" });
    expect({ status, stdout, questions }).toEqual({ status: 1, stdout: "", questions: [] });
    expect(stderr).toContain(`graph-certkit: ${folder("sp.json")}: `);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain("secret");
  });

  it("does not add what is there already", async () => {
    const first = JSON.parse((await make(FILE, ...PASSIN)).stdout);
    writeFileSync(folder("sp.json"), JSON.stringify({ ...first, id: guid(1) }));
    const { status, stderr } = await make(FILE, ...PASSIN, "--service-principal", folder("sp.json"));
    expect(status).toBe(1);
    expect(stderr).toContain("ERR_GRAPH_CREDENTIAL_EXISTS");
    expect(stderr).not.toContain("secretText");
  });

  it.each([
    ["a convention that Graph takes no more", ["--key-identifier", "ascii-hex"]],
    ["--force without --out", ["--force"]],
    ["two that read standard input", ["--service-principal", "-", "--passin", "stdin"]],
  ])("exits with 2 for %s", async (_, args) => {
    expect(await make(FILE, ...args)).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("payload remove", () => {
  const folder = useFolder();
  const first = triple().verify.customKeyIdentifier ?? "";
  const hex = Buffer.from(first, "base64").toString("hex");

  async function remove(json: unknown, ...args: string[]): ReturnType<typeof call> {
    writeFileSync(folder("sp.json"), JSON.stringify(json));
    return await call(["payload", "remove", "--service-principal", folder("sp.json"), ...args]);
  }

  it.each([
    ["thumbprint", ["--thumbprint", hex]],
    ["thumbprint with colons", ["--thumbprint", hex.toUpperCase().replace(/..(?=.)/g, "$&:")]],
    ["customKeyIdentifier", ["--custom-key-identifier", first]],
  ])("prints one body that keeps the others, by %s", async (_, args) => {
    const { status, stdout, stderr } = await remove(SAMPLE, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { sign, verify, password } = secondTriple();
    expect(JSON.parse(stdout)).toEqual([
      { keyCredentials: [sign, verify], passwordCredentials: [password, clientSecret()] },
    ]);
  });

  it("clears the active certificate before it removes it", async () => {
    const active = { ...SAMPLE, preferredTokenSigningKeyThumbprint: hex.toUpperCase() };
    const { stdout } = await remove(active, "--thumbprint", hex);
    const bodies = JSON.parse(stdout);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toEqual({ preferredTokenSigningKeyThumbprint: null });
    expect(bodies[1].keyCredentials).toHaveLength(2);
  });

  it("writes a file, whole or not at all", async () => {
    const { status, stdout, stderr } = await remove(SAMPLE, "--thumbprint", hex, "--out", folder("bodies.json"));
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toBe(`graph-certkit: the body is in ${folder("bodies.json")}\n`);
    expect(JSON.parse(readFileSync(folder("bodies.json"), "utf8"))).toHaveLength(1);
    expect(await remove(SAMPLE, "--thumbprint", hex, "--out", folder("bodies.json"))).toMatchObject({ status: 2 });
  });

  it("exits with 1 where there is no such certificate", async () => {
    const { status, stdout, stderr } = await remove(SAMPLE, "--thumbprint", THUMBPRINT);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("ERR_GRAPH_CREDENTIAL_NOT_FOUND");
    expect(await remove([], "--thumbprint", THUMBPRINT)).toMatchObject({ status: 1, stdout: "" });
  });

  it.each([
    ["no certificate", []],
    ["two certificates", ["--thumbprint", hex, "--custom-key-identifier", first]],
    ["a thumbprint that is none", ["--thumbprint", "secret"]],
    ["an identifier that is none", ["--custom-key-identifier", "sec.ret"]],
    ["an identifier that is cut off", ["--custom-key-identifier", "A"]],
    ["an empty identifier", ["--custom-key-identifier", ""]],
  ])("exits with 2 for %s", async (_, args) => {
    const { status, stdout, stderr } = await remove(SAMPLE, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).not.toMatch(/secret|sec\.ret/);
  });

  it("exits with 3 for a file that is not there", async () => {
    const args = ["payload", "remove", "--service-principal", folder("none"), "--thumbprint", hex];
    expect(await call(args)).toMatchObject({ status: 3, stdout: "" });
  });
});
