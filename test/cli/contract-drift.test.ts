/** `graph-certkit contract drift` as users run it: files, a server on this machine, and what goes wrong. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CSDL_FACTS } from "../../src/contract/drift/facts.generated.js";
import { toCsdlText } from "../node/drift/csdl-of-model.js";
import { runMain } from "./run-main.js";
import { useScratch } from "./scratch.js";

const AGREES = toCsdlText(CSDL_FACTS);
const CLOSED = AGREES.replace(
  ' BaseType="microsoft.graph.directoryObject" OpenType="true"',
  ' BaseType="graph.directoryObject"',
);

function drift(...args: string[]): ReturnType<typeof runMain> {
  return runMain(["contract", "drift", ...args]);
}

describe("contract drift", () => {
  const scratch = useScratch();
  let server: Server;
  let address = "";

  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      if (url === "/moved") return response.writeHead(302, { location: "/$metadata" }).end();
      if (url === "/$metadata") return response.writeHead(200, { "content-type": "application/xml" }).end(AGREES);
      return response.writeHead(401).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise((done) => server.close(done)));

  it("ends with 0 where file or server agree", async () => {
    writeFileSync(scratch("agrees.xml"), AGREES);
    expect(await drift("--csdl", scratch("agrees.xml"))).toMatchObject({ status: 0, stderr: "" });
    expect(await drift("--csdl", `${address}/$metadata`)).toMatchObject({ status: 0, stderr: "" });
    expect(await drift("--csdl", `${address}/moved`)).toMatchObject({ status: 0, stderr: "" });
    const fromStdin = await runMain(["contract", "drift", "--csdl", "-"], {
      stdin: readFileSync(scratch("agrees.xml")),
    });
    expect(fromStdin).toMatchObject({ status: 0, stderr: "" });
  });

  it("ends with 1 and a line where they differ", async () => {
    writeFileSync(scratch("closed.xml"), CLOSED);
    const { status, stdout } = await drift("--csdl", scratch("closed.xml"));
    expect(status).toBe(1);
    expect(stdout).toContain("application\n  application: is closed in the service, open here\n");
  });

  it.each([
    ["a server that wants a token", () => `${address}/secret`, "ERR_SOURCE_HTTP"],
    ["a server that is not there", () => "http://127.0.0.1:9", "ERR_SOURCE_NETWORK"],
    ["a file that is not there", () => scratch("none.xml"), "ENOENT"],
  ])("ends with 2 for %s", async (_, source, code) => {
    const { status, stdout, stderr } = await drift("--csdl", source());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`(${code})`);
    const json = await drift("--json", "--csdl", source());
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code } });
  });

  it("ends with 2 for an option that it does not have", async () => {
    expect(await drift("--token", "x")).toMatchObject({ status: 2, stdout: "" });
  });
});
