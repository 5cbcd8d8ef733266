/** The client that insists on https, with the certificate that the mock mints for itself. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { randomOctets } from "../../../../src/crypto/random.js";
import { serve } from "../../../../src/node/serve/serve.js";
import { mintTlsCertificate } from "../../../../src/node/serve/tls-certificate.js";
import { useScratch } from "../../../cli/scratch.js";
import { expectReadings, LUGGAGE } from "./readings.js";
import { NOW, sampleMock } from "./sample-mock.js";
import type { Readings } from "./scenario.js";

const scratch = useScratch();
const WALK = resolve(import.meta.dirname, "https-walk.ts");

async function walk(origin: string, caFile: string | undefined): Promise<{ status: number; out: string; err: string }> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caFile ?? "" };
  const child = spawn(process.execPath, ["--import", "tsx", WALK, origin], { env });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  child.stdin.end(JSON.stringify(LUGGAGE));
  const closed = once(child, "close") as Promise<[number]>;
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { status, out, err };
}

async function listen(): Promise<{ url: string; caFile: string }> {
  const tls = await mintTlsCertificate({ now: new Date(), random: randomOctets });
  const serving = await serve(sampleMock().fetch, { tls });
  onTestFinished(() => serving.close(100));
  const caFile = scratch("ca.pem");
  writeFileSync(caFile, tls.ca);
  return { url: serving.url, caFile };
}

it("@microsoft/microsoft-graph-client drives it over https", async () => {
  const { url, caFile } = await listen();
  const { status, out, err } = await walk(url, caFile);
  expect([status, err]).toEqual([0, ""]);
  await expectReadings(JSON.parse(out) as Readings, NOW, "GraphError");
});

it("is not trusted by a process that was not told of its CA", async () => {
  const { url } = await listen();
  const { status, out } = await walk(url, undefined);
  expect([status, out]).toEqual([1, ""]);
});
