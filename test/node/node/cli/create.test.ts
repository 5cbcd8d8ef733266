/** `graph-certkit create`: the files that belong together, what each holds, and that they are all there or none is. */
import { createHash, X509Certificate } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../../../../src/node/cli/program.js";
import { contentOf, useFolder } from "../scratch-folder.js";
import { call, expectValid } from "./command.js";
import { fakeHost } from "./fake-host.js";

const NAMES = [
  "certificate.cer",
  "certificate.pem",
  "credential.pfx",
  "patch-service-principal.json",
  "self-signed-certificate.json",
  "upload-client-certificate.json",
];
const SECRET = ["credential.pfx", "password.txt", "patch-service-principal.json", "upload-client-certificate.json"];

const SIGN_KEY = "00000000-0000-4000-8000-000000000001";
const VERIFY_KEY = "00000000-0000-4000-8000-000000000002";

/** The clock of the fake host says 2026-01-01T00:00:00Z. */
const ARGS = ["--display-name", "CN=customDisplayName", "--end-date-time", "2027-01-25T00:00:00Z"];
const PASSOUT = ["--passout", "pass:hunter2"];
/** A key that is made in a moment. */
const QUICK = ["--key", "ec-p256"];

describe("create", () => {
  const folder = useFolder();
  const create = (...args: string[]): ReturnType<typeof call> => call(["create", "--out-dir", folder("out"), ...args]);
  const read = (name: string): Buffer => readFileSync(folder(`out/${name}`));
  const json = (name: string) => JSON.parse(read(name).toString("utf8"));

  it("mints the certificate that the documentation shows, and bodies that name it alike", async () => {
    const { status, stderr } = await create(...ARGS, ...PASSOUT);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(folder("out")).sort()).toEqual(NAMES);
    const der = read("certificate.cer");
    expect(der).toHaveLength(700);
    expect(der.subarray(0, 15).toString("hex")).toBe("308202b8308201a0a0030201020208");
    const certificate = new X509Certificate(der);
    expect(certificate.subject).toBe("CN=customDisplayName");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(new Date(certificate.validTo).toISOString()).toBe("2027-01-25T00:00:00.000Z");
    expect(new X509Certificate(read("certificate.pem")).raw.equals(der)).toBe(true);

    const sha1 = createHash("sha1").update(der).digest();
    const shared = { customKeyIdentifier: sha1.toString("base64"), displayName: "CN=customDisplayName" };
    const answer = json("self-signed-certificate.json");
    expect(answer).toMatchObject({ ...shared, key: der.toString("base64"), keyId: SIGN_KEY, usage: "Verify" });
    expect(answer.thumbprint).toBe(sha1.toString("hex").toUpperCase());
    expect(json("patch-service-principal.json")).toMatchObject({
      keyCredentials: [
        {
          ...shared,
          keyId: SIGN_KEY,
          type: "X509CertAndPassword",
          usage: "Sign",
          key: read("credential.pfx").toString("base64"),
        },
        { ...shared, keyId: VERIFY_KEY, type: "AsymmetricX509Cert", usage: "Verify", key: der.toString("base64") },
      ],
      passwordCredentials: [{ ...shared, keyId: SIGN_KEY, secretText: "hunter2" }],
    });
    expect(json("upload-client-certificate.json")).toEqual({
      pkcs12Value: read("credential.pfx").toString("base64"),
      password: "hunter2",
    });
  });

  it("makes what preflight accepts for token signing, and payload token-signing takes", async () => {
    await create(...ARGS, ...PASSOUT);
    const file = [folder("out/credential.pfx"), "--passin", "pass:hunter2"];
    expect(await call(["preflight", ...file, "--target", "token-signing"])).toMatchObject({ status: 0 });
    const { status, stdout } = await call(["payload", "token-signing", ...file]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).keyCredentials[0].customKeyIdentifier).toBe(
      json("self-signed-certificate.json").customKeyIdentifier,
    );
  });

  it.runIf(process.platform !== "win32")("lets only the owner read what is secret", async () => {
    await create(...QUICK);
    for (const name of [...NAMES, "password.txt"]) {
      expect([name, (statSync(folder(`out/${name}`)).mode & 0o777).toString(8)]).toEqual([
        name,
        SECRET.includes(name) ? "600" : "644",
      ]);
    }
    expect(statSync(folder("out")).mode & 0o777).toBe(0o700);
  });

  it("generates a password, says where it is and shows it nowhere", async () => {
    const { status, stdout, stderr } = await create(...QUICK);
    expect(status).toBe(0);
    expect(stderr).toBe(`graph-certkit: the password that was generated is in ${folder("out/password.txt")}\n`);
    const password = read("password.txt").toString("utf8").trimEnd();
    expect(password.length).toBeGreaterThan(20);
    expect(json("upload-client-certificate.json").password).toBe(password);
    expect(`${stdout}${stderr}`).not.toContain(password);
    const passin = ["--passin", `file:${folder("out/password.txt")}`];
    expect(await call(["preflight", folder("out/credential.pfx"), ...passin])).toMatchObject({ status: 0 });
  });

  it("tells people what was made and where it lies", async () => {
    const { stdout } = await create(...ARGS, ...PASSOUT);
    expect(stdout).toMatch(/^CREATED {2}CN=customDisplayName\n {9}graph profile, rsa-2048, graph protection\n/);
    const { thumbprint } = json("self-signed-certificate.json");
    expect(stdout).toContain(`thumbprint           ${thumbprint}\n`);
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^ {4}${name} `, "m"));
    expect(stdout).not.toMatch(/hunter2|password\.txt/);
  });

  it.each([
    [[...ARGS, ...PASSOUT], "graph", "rsa-2048", false],
    [["--profile", "portal"], "portal", "rsa-2048", true],
    [
      ["--profile", "client-auth", ...QUICK, "--protection", "modern", "--iterations", "10"],
      "client-auth",
      "ec-p256",
      true,
    ],
  ])("prints a valid document without any secret: %j", async (args, profile, key, isGenerated) => {
    const { status, stdout, stderr } = await create(...args, "--json", "--debug");
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expectValid(document, "created-credential");
    expect(document).toMatchObject({ profile, key, keyIds: { sign: SIGN_KEY, verify: VERIFY_KEY } });
    expect(document.selfSignedCertificate).toEqual(json("self-signed-certificate.json"));
    expect(document.files).toMatchObject({
      certificate: folder("out/certificate.cer"),
      password: isGenerated ? folder("out/password.txt") : null,
    });
    const { password, pkcs12Value } = json("upload-client-certificate.json");
    for (const secret of [password, pkcs12Value, pkcs12Value.slice(100, 160)]) {
      expect(`${stdout}${stderr}`).not.toContain(secret);
    }
  });

  it("takes the time of --at, or the host's clock", async () => {
    await create(...QUICK, ...PASSOUT, "--at", "2030-06-01T12:00:00Z");
    const { startDateTime, endDateTime } = json("self-signed-certificate.json");
    expect(startDateTime).toMatch(/^2030-06-01T12:00:00/);
    expect(endDateTime).toMatch(/^2033-06-01T12:00:00/);
    await create(...QUICK, ...PASSOUT, "--force");
    expect(json("self-signed-certificate.json").startDateTime).toMatch(/^2026-01-01T00:00:00/);
  });

  it.each([
    ["env:PFX", { environment: { PFX: "hunter2" } }],
    ["stdin", { input: ["hunter2\r\n"] }],
    ["prompt", { answer: "hunter2" }],
  ])("takes the password from %s", async (source, given) => {
    const { status, stdout, stderr, questions } = await call(
      ["create", "--out-dir", folder("out"), ...QUICK, "--passout", source],
      given,
    );
    expect(status).toBe(0);
    expect(json("upload-client-certificate.json").password).toBe("hunter2");
    expect(`${stdout}${stderr}`).not.toContain("hunter2");
    expect(questions).toEqual(source === "prompt" ? ["Password of the new file:", "The same once more:"] : []);
    expect(existsSync(folder("out/password.txt"))).toBe(false);
  });

  it("takes the password from a file", async () => {
    writeFileSync(folder("secret.txt"), "hunter2\n");
    await create(...QUICK, "--passout", `file:${folder("secret.txt")}`);
    expect(json("upload-client-certificate.json").password).toBe("hunter2");
  });

  it("asks for nothing and writes nothing where a file is there already", async () => {
    mkdirSync(folder("out"));
    writeFileSync(folder("out/certificate.pem"), "precious");
    const args = ["create", "--out-dir", folder("out"), ...QUICK, "--passout", "prompt"];
    const { status, stdout, stderr, questions } = await call(args, { answer: "hunter2" });
    expect({ status, stdout, questions }).toEqual({ status: 2, stdout: "", questions: [] });
    expect(stderr).toBe(
      `graph-certkit: cannot write ${folder("out/certificate.pem")}: it exists already; --force replaces it (EEXIST)\n`,
    );
    expect(contentOf(folder("out"))).toEqual({ "certificate.pem": "precious" });
  });

  it("replaces all files with --force, and no others", async () => {
    await create(...QUICK);
    writeFileSync(folder("out/other"), "other");
    const before = contentOf(folder("out"));
    expect(await create(...QUICK, "--force")).toMatchObject({ status: 0 });
    const after = contentOf(folder("out"));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    // The password is made of the host's octets, which are the same at each call of a test.
    for (const name of NAMES) expect([name, after[name] === before[name]]).toEqual([name, false]);
    expect(after["other"]).toBe("other");
  });

  it.each([
    ["a name without CN=", ["--display-name", "customDisplayName"], "--display-name: "],
    ["an empty name", ["--display-name", "CN="], "--display-name: "],
    ["a name of two parts", ["--display-name", "CN=a,O=b"], "--display-name: "],
    ["an end that is no time", ["--end-date-time", "tomorrow"], "--end-date-time: "],
    ["an end in the past", ["--end-date-time", "2025-12-31T00:00:00Z"], "--end-date-time: "],
    ["an end beyond three years", ["--end-date-time", "2029-01-02T00:00:00Z"], "--end-date-time: "],
    ["another profile", ["--profile", "secret"], "--profile expects one of graph, portal, client-auth"],
    ["another key", ["--key", "rsa-1024"], "--key expects one of rsa-2048"],
    ["another protection", ["--protection", "secret"], "--protection expects one of graph"],
    ["no iterations", ["--iterations", "0"], "--iterations expects a whole number"],
    ["another time", ["--at", "secret"], "--at expects a date"],
    ["a time before all certificates", ["--at", "1969-12-31"], "--at expects a time of the years 1970 to 9996"],
    ["a name with a control character", ["--display-name", "\u001b[2J"], "--display-name: "],
    ["the empty password", ["--passout", "pass:"], "--passout gives the empty password"],
    ["a stray password", ["--passout", "secret"], "--passout expects one of pass:PASSWORD"],
    ["a variable that is not set", ["--passout", "env:secret"], "--passout env:NAME names a variable"],
  ])("exits with 2 for %s, and writes nothing", async (_, args, expected) => {
    const { status, stdout, stderr } = await create(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`graph-certkit: ${expected}`);
    expect(stderr).not.toMatch(/secret|\[2J/);
    expect(contentOf(folder())).toEqual({});
  });

  it("names the code of what Graph would refuse", async () => {
    const { stderr } = await create("--end-date-time", "2029-01-02T00:00:00Z");
    expect(stderr).toContain("(ERR_GRAPH_END_DATE_TIME_LIFETIME)\n");
  });

  it("exits with 2 without a folder", async () => {
    expect(await call(["create"])).toMatchObject({ status: 2, stdout: "" });
    expect(await call(["create", "--out-dir", ""])).toMatchObject({ status: 2, stdout: "" });
  });

  it("exits with 3 where the folder is a file or a part of its path is one", async () => {
    writeFileSync(folder("out"), "precious");
    expect(await create(...QUICK)).toMatchObject({ status: 3, stdout: "" });
    expect(await call(["create", "--out-dir", folder("out/inner"), ...QUICK])).toMatchObject({ status: 3, stdout: "" });
    expect(readFileSync(folder("out"), "utf8")).toBe("precious");
  });

  it.runIf(process.platform !== "win32" && process.getuid?.() !== 0)(
    "leaves nothing in a folder that is read-only (not as root)",
    async () => {
      chmodSync(folder(), 0o555);
      expect(await create(...QUICK)).toMatchObject({ status: 3, stdout: "" });
      chmodSync(folder(), 0o755);
      expect(readdirSync(folder())).toEqual([]);
    },
  );

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leaves nothing where %s comes before the last file has its name", async (signal, expected) => {
    const { host, stdout } = fakeHost({
      onInterrupt: (listener) => {
        queueMicrotask(() => listener(signal));
        return () => {};
      },
    });
    expect(await runCli(["create", "--out-dir", folder("out"), ...QUICK], host)).toBe(expected);
    expect(stdout()).toBe("");
    expect(readdirSync(folder())).toEqual([]);
  });
});
