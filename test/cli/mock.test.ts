/** `graph-certkit mock`: it tells where it listens, answers what preflight predicts, and ends in order. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CONNECTOR, json, startMock } from "./mock-process.js";
import { MAIN, PASSWORD, run, runMain, vector } from "./run-main.js";
import { useScratch } from "./scratch.js";

const scratch = useScratch();
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PASSIN = ["--passin", `pass:${PASSWORD}`];

describe("mock", () => {
  it("answers an upload with what preflight predicted, field by field", async () => {
    const file = vector("openssl-default");
    const preflight = await runMain(["preflight", file, ...PASSIN, "--json"]);
    const report = JSON.parse(preflight.stdout) as { readonly prediction?: unknown };
    const payload = await runMain(["payload", "upload", file, ...PASSIN]);
    const mock = await startMock();
    const { id } = json(await mock.send("POST", "/identity/apiConnectors", CONNECTOR));
    const path = `/identity/apiConnectors/${String(id)}/uploadClientCertificate`;
    const uploaded = await mock.send("POST", path, JSON.parse(payload.stdout));
    expect(uploaded.status).toBe(200);
    const { authenticationConfiguration } = json(uploaded);
    const predicted = findPredicted(report);
    expect(predicted).toBeDefined();
    expect(authenticationConfiguration).toEqual(predicted);
    expect(json(await mock.send("GET", `/identity/apiConnectors/${String(id)}`))).toMatchObject({
      authenticationConfiguration: predicted,
    });
    expect(uploaded.body).not.toContain(PASSWORD);
  });

  it("prints one line of JSON and nothing else, and ends with 0 on SIGTERM and on SIGINT", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const mock = await startMock();
      const { url, port, pid } = mock.ready;
      expect(mock.ready).toEqual({
        url: `http://127.0.0.1:${port}`,
        graphRoot: `${url}/v1.0`,
        host: "127.0.0.1",
        port,
        pid,
        caFile: null,
        stateFile: null,
        seed: null,
        cloud: "global",
      });
      expect((await mock.send("GET", "/applications")).status).toBe(200);
      const started = performance.now();
      const ended = await mock.end(signal);
      expect(performance.now() - started).toBeLessThan(3000);
      expect(ended).toMatchObject({ status: 0, signal: null, stderr: "" });
      expect(ended.stdout.split("\n")).toHaveLength(2);
    }
  });

  it("tells requests with --verbose, without what they hold", async () => {
    const mock = await startMock("--verbose");
    const { body } = await mock.send("POST", "/identity/apiConnectors?$select=id", CONNECTOR);
    const { stderr } = await mock.end("SIGTERM");
    expect(stderr).toMatch(/^POST \/v1\.0\/identity\/apiConnectors \d+ [\d.]+ ms\n$/);
    expect(stderr).not.toContain("connector-password");
    expect(body).not.toContain("connector-password");
  });

  it("makes the same ids again with the same --seed, and keys that nobody can make again", async () => {
    const trace = async (seed: string): Promise<{ readonly ids: string; readonly key: unknown }> => {
      const mock = await startMock("--seed", seed);
      const app = json(await mock.send("POST", "/applications", { displayName: "App" }));
      const principal = json(await mock.send("POST", "/servicePrincipals", { appId: app["appId"] }));
      const path = `/servicePrincipals/${String(principal["id"])}/addTokenSigningCertificate`;
      const minted = await mock.send("POST", path, { displayName: "CN=seeded" });
      expect(minted.status).toBe(200);
      return { ids: [app["id"], app["appId"], principal["id"]].join(), key: json(minted)["key"] };
    };
    const [first, again, other] = await Promise.all([trace("7"), trace("7"), trace("8")]);
    expect(again.ids).toBe(first.ids);
    expect(other.ids).not.toBe(first.ids);
    expect(again.key).not.toBe(first.key);
  });

  it("begins with --seed-data", async () => {
    const file = scratch("seed.json");
    writeFileSync(file, JSON.stringify({ applications: [{ displayName: "Seeded" }], apiConnectors: [{}, {}] }));
    const mock = await startMock("--seed-data", file);
    const { value } = json(await mock.send("GET", "/applications"));
    expect(value).toMatchObject([{ displayName: "Seeded", id: expect.stringMatching(GUID) as string }]);
    expect(json(await mock.send("GET", "/identity/apiConnectors"))["value"]).toHaveLength(2);
  });

  it("shows that reads lag, that servers fail and that limits are met, where asked to", async () => {
    const lagging = await startMock("--lag", "3600000", "--seed", "1");
    await lagging.send("POST", "/applications", { displayName: "App" });
    expect(json(await lagging.send("GET", "/applications"))["value"]).toEqual([]);
    const failing = await startMock("--chaos", "1");
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => failing.send("GET", "/applications")));
    const statuses = answers.map((answer) => (answer.status === "fulfilled" ? answer.value.status : "lost"));
    expect(new Set(statuses)).toEqual(new Set([500, 503, "lost"]));
    const throttled = await startMock("--throttle", "small");
    let refused: Awaited<ReturnType<typeof throttled.send>> | undefined;
    for (let i = 0; i < 201; i++) refused = await throttled.send("GET", "/identity/apiConnectors");
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("judges permissions and clouds where asked to", async () => {
    const mock = await startMock("--permissions", "enforce");
    expect([401, 403]).toContain((await mock.send("GET", "/applications")).status);
    const other = await startMock("--cloud", "us-gov-l4");
    expect(other.ready.cloud).toBe("us-gov-l4");
    const { id } = json(await other.send("POST", "/identity/apiConnectors", CONNECTOR));
    const path = `/identity/apiConnectors/${String(id)}/uploadClientCertificate`;
    expect((await other.send("POST", path, {})).status).toBe(400);
  });
});

/** The prediction of a report, wherever it stands. */
function findPredicted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if ("@odata.type" in value && "certificateList" in value) return value;
  return Object.values(value)
    .map(findPredicted)
    .find((found) => found !== undefined);
}

describe("mock --https", () => {
  it("is trusted by whoever has NODE_EXTRA_CA_CERTS from the ready line, and leaves no file behind", async () => {
    const mock = await startMock("--https");
    const { url, caFile, graphRoot } = mock.ready;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:/);
    const script = `fetch("${graphRoot}/applications", { headers: { authorization: "Bearer x" } }).then(r => console.log(r.status), e => console.log(e.cause.code))`;
    const trusting = await run(process.execPath, ["-e", script], { env: { NODE_EXTRA_CA_CERTS: caFile ?? "" } });
    expect(trusting.stdout.trim()).toBe("200");
    const strange = await run(process.execPath, ["-e", script]);
    expect(strange.stdout.trim()).toMatch(/SELF_SIGNED|UNABLE/);
    const ended = await mock.end("SIGTERM");
    expect(ended.status).toBe(0);
    expect(existsSync(caFile ?? "")).toBe(false);
    expect(`${ended.stdout}${ended.stderr}`).not.toContain("PRIVATE KEY");
  });

  it("writes the CA where it is asked to, over an earlier one, and over nothing else", async () => {
    const file = scratch("ca.pem");
    for (const _ of [1, 2]) {
      const mock = await startMock("--https", "--ca-out", file);
      expect(mock.ready.caFile).toBe(file);
      expect((await mock.send("GET", "/applications")).status).toBe(200);
      await mock.end("SIGTERM");
      expect(readFileSync(file, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect(readFileSync(file, "utf8")).not.toContain("PRIVATE");
      if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o644);
    }
    writeFileSync(file, "precious");
    const refused = await runMain(["mock", "--port", "0", "--https", "--ca-out", file]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(readFileSync(file, "utf8")).toBe("precious");
  });
});

describe("mock, called wrongly", () => {
  it.each([
    ["--port", ["--port", "65536"]],
    ["--port", ["--port", "x"]],
    ["--lag", ["--lag", "-1"]],
    ["--seed", ["--seed", "1.5"]],
    ["--chaos", ["--chaos", "2"]],
    ["--throttle", ["--throttle", "huge"]],
    ["--cloud", ["--cloud", "moon"]],
    ["--permissions", ["--permissions", "some"]],
    ["--fault", ["--fault", "no-such-fault"]],
    ["--ca-out", ["--ca-out", "x.pem"]],
    ["--state", ["--state", ""]],
    ["--behaviours", ["--behaviours", "--faults"]],
    ["--host", ["--host", "no such host", "--port", "0"]],
  ])("says what %s expects: %j", async (option, args) => {
    const { status, stdout, stderr } = await runMain(["mock", ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^graph-certkit: /);
    expect(stderr).toContain(option);
  });

  it("says that a port is taken", async () => {
    const { ready } = await startMock();
    const { status, stderr } = await runMain(["mock", "--port", String(ready.port)]);
    expect(status).toBe(2);
    expect(stderr).toContain("--port 0 takes a free one (EADDRINUSE)");
  });

  it("says where objects to begin with are wrong", async () => {
    const file = scratch("seed.json");
    writeFileSync(file, JSON.stringify({ applications: [{ id: "secret" }] }));
    const { status, stderr } = await runMain(["mock", "--port", "0", "--seed-data", file]);
    expect(status).toBe(1);
    expect(stderr).toBe(`graph-certkit: ${file}: applications[0].id is no GUID (ERR_MOCK_SEED_DATA)\n`);
    expect((await runMain(["mock", "--port", "0", "--seed-data", scratch("absent")])).status).toBe(3);
  });
});

describe("mock for people", () => {
  it("warns where other machines reach it", async () => {
    const mock = await startMock("--host", "0.0.0.0");
    const { stderr } = await mock.end("SIGTERM");
    expect(stderr).toMatch(/^graph-certkit: warning: whoever reaches 0\.0\.0\.0 can read and change/);
  });

  it("tells in one line where it listens", async () => {
    const script = `const c = require("child_process").spawn(process.execPath, [${JSON.stringify(MAIN)}, "mock", "--port", "0"]); c.stdout.on("data", (d) => { process.stdout.write(d); c.kill("SIGTERM"); });`;
    const { stdout } = await run(process.execPath, ["-e", script]);
    expect(stdout).toMatch(/^graph-certkit mock listens on http:\/\/127\.0\.0\.1:\d+\/v1\.0 \(pid \d+\)\n$/);
  });

  it.each(["--behaviours", "--faults"])("lists %s as text and as JSON", async (list) => {
    const text = await runMain(["mock", list]);
    const asJson = await runMain(["mock", list, "--json"]);
    expect([text.status, asJson.status]).toEqual([0, 0]);
    const rows = JSON.parse(asJson.stdout) as readonly { readonly id?: string; readonly name?: string }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, name } of rows) expect(text.stdout).toContain(`${id ?? name}\n`);
  });
});
