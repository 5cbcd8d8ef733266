/** `graph-certkit contract drift` without a process and without a network. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CSDL_FACTS } from "../../../src/contract/drift/facts.generated.js";
import type { Host } from "../../../src/node/cli/host.js";
import { runCli } from "../../../src/node/cli/program.js";
import { fakeHost } from "../node/cli/fake-host.js";
import { toCsdlText } from "./csdl-of-model.js";

const folder = mkdtempSync(join(tmpdir(), "contract-drift-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AGREES = toCsdlText(CSDL_FACTS);
const member = '<Property Name="isDisabled" Type="Edm.Boolean" Nullable="true"/>';

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function drift(args: readonly string[], given: Parameters<typeof fakeHost>[0] = {}): Promise<Called> {
  const { host, stdout, stderr } = fakeHost(given);
  return { status: await runCli(["contract", "drift", ...args], host), stdout: stdout(), stderr: stderr() };
}

describe("contract drift of a file", () => {
  it("ends with 0 where nothing differs", async () => {
    const { status, stdout, stderr } = await drift(["--csdl", write("agrees.xml", AGREES)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^16 types and 10 actions against .*: 0 differences\n$/);
  });

  it("names each difference in a line, grouped, and ends with 1", async () => {
    const more = AGREES.replaceAll(member, "").replace(
      '<ComplexType Name="keyCredential">',
      '$&<Property Name="colour" Type="Edm.String"/>',
    );
    const { status, stdout } = await drift(["--csdl", write("differs.xml", more)]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^application\n {2}application\.isDisabled: here, not in the service\n\n/);
    expect(stdout).toContain("\nkeyCredential\n  keyCredential.colour: in the service, not here\n");
    expect(stdout).toContain(": 3 differences\n");
  });

  it("gives the same as JSON", async () => {
    const file = write("json.xml", AGREES.replaceAll(member, ""));
    const { status, stdout } = await drift(["--csdl", file, "--json"]);
    expect(status).toBe(1);
    const document = JSON.parse(stdout) as { readonly drifts: readonly object[] };
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool: { name: "graph-certkit" },
      source: file,
      types: 16,
      actions: 10,
    });
    expect(document.drifts).toHaveLength(2);
    expect(document.drifts[0]).toEqual({
      kind: "member-removed",
      group: "application",
      subject: "application.isDisabled",
      ours: "Edm.Boolean, nullable",
      theirs: null,
      message: "here, not in the service",
      known: null,
    });
  });

  it("makes names fit for a terminal", async () => {
    const evil = AGREES.replace(
      '<ComplexType Name="keyCredential">',
      '$&<Property Name="a\u001b]0;b\u202e" Type="Edm.String"/>',
    );
    const { status, stdout } = await drift(["--csdl", write("evil.xml", evil)]);
    expect(status).toBe(1);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u202e");
  });

  it("reads standard input", async () => {
    expect(await drift(["--csdl", "-"], { input: [AGREES.slice(0, 999), AGREES.slice(999)] })).toMatchObject({
      status: 0,
    });
  });

  it.each([
    ["nothing there", undefined, "ENOENT"],
    ["no XML", "{}", "ERR_CONTRACT_CSDL_XML"],
    ["no CSDL", "<a/>", "ERR_CONTRACT_CSDL_STRUCTURE"],
    ["none of our types", AGREES.replaceAll("microsoft.graph", "other"), "ERR_CONTRACT_CSDL_FOREIGN"],
    ["UTF-16", Buffer.from(`\ufeff${AGREES}`, "utf16le"), "ERR_SOURCE_ENCODING"],
    ["21 MB", Buffer.alloc(21 * 1024 * 1024, 0x20), "ERR_SOURCE_SIZE"],
  ])("ends with 2 for %s", async (name, content, code) => {
    const path = content === undefined ? join(folder, "none.xml") : write(`${name.replaceAll(" ", "-")}.xml`, content);
    const { status, stdout, stderr } = await drift(["--csdl", path]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^graph-certkit: cannot compare with [^\n]*\\(${code}\\)\n$`));
    const json = await drift(["--csdl", path, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ source: path, error: { code } });
  });
});

describe("contract drift over the network", () => {
  const answering = (response: () => Response | Promise<Response>): { fetch: Host["fetch"]; asked: string[] } => {
    const asked: string[] = [];
    const fetch = async (address: string, init: RequestInit): Promise<Response> => {
      expect(new Headers(init.headers).has("authorization")).toBe(false);
      expect(init.signal).toBeInstanceOf(AbortSignal);
      asked.push(address);
      return await response();
    };
    return { fetch, asked };
  };

  it("asks Graph where no source is given", async () => {
    const { fetch, asked } = answering(() => new Response(AGREES));
    expect(await drift([], { fetch })).toMatchObject({ status: 0, stderr: "" });
    expect(asked).toEqual(["https://graph.microsoft.com/v1.0/$metadata"]);
  });

  it("asks another address, and says in the help that a token is never sent", async () => {
    const { fetch, asked } = answering(() => new Response(AGREES));
    expect(await drift(["--csdl", "HTTPS://example.org/beta/$metadata"], { fetch })).toMatchObject({ status: 0 });
    expect(asked).toEqual(["HTTPS://example.org/beta/$metadata"]);
    expect((await drift(["--help"])).stdout).toContain("has not been verified");
  });

  const endless = (): Response =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) }));
  const broken = (): Response =>
    new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError("terminated")) }));
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

  it.each([
    ["401", () => new Response("", { status: 401 }), "ERR_SOURCE_HTTP", "the server answers 401: it wants a token"],
    ["503", () => new Response("later", { status: 503 }), "ERR_SOURCE_HTTP", "the server answers 503"],
    ["a page", () => new Response("<html><br></html>"), "ERR_CONTRACT_CSDL_XML", ""],
    ["an empty answer", () => new Response(null), "ERR_CONTRACT_CSDL_XML", ""],
    ["an answer without end", endless, "ERR_SOURCE_SIZE", ""],
    ["an answer that breaks off", broken, "ERR_SOURCE_NETWORK", "terminated"],
    [
      "no connection",
      () => Promise.reject(new TypeError("fetch failed", { cause: refused })),
      "ERR_SOURCE_NETWORK",
      "ECONNREFUSED",
    ],
    [
      "an answer that takes too long",
      () => Promise.reject(new DOMException("", "TimeoutError")),
      "ERR_SOURCE_TIMEOUT",
      "60 seconds",
    ],
  ])("ends with 2 for %s", async (_, response, code, words) => {
    const { status, stdout, stderr } = await drift([], { fetch: answering(response).fetch });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).toMatch(new RegExp(`\\(${code}\\)\n$`));
  });

  it("ends with 2 for what is no address", async () => {
    const { status, stderr } = await drift(["--csdl", "https://[/"]);
    expect(status).toBe(2);
    expect(stderr).toContain("ERR_SOURCE_ADDRESS");
  });
});
