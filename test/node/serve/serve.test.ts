/** A server around a handler: what it answers, what it survives, and how it ends. */
import { X509Certificate } from "node:crypto";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { randomOctets } from "../../../src/crypto/random.js";
import { LostResponseError } from "../../../src/mock/chaos.js";
import type { FetchHandler, ServedRequest, ServeOptions, Serving } from "../../../src/node/serve/serve.js";
import { serve } from "../../../src/node/serve/serve.js";
import { mintTlsCertificate } from "../../../src/node/serve/tls-certificate.js";
import { send, sendRaw } from "./requests.js";

const open: Serving[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((serving) => serving.close(100)));
});

const echo: FetchHandler = async (request) =>
  Response.json({ method: request.method, url: request.url, body: await request.text() }, { status: 201 });

async function start(handler: FetchHandler = echo, options: ServeOptions = {}): Promise<Serving> {
  const serving = await serve(handler, options);
  open.push(serving);
  return serving;
}

describe("serve", () => {
  it("hands requests on and answers back, on a free port of this machine alone", async () => {
    const { url, port } = await start();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    const { status, headers, body } = await send(`${url}/v1.0/x?$top=1`, { method: "POST", body: "größe" });
    expect(status).toBe(201);
    expect(headers["content-type"]).toContain("application/json");
    expect(JSON.parse(body)).toEqual({ method: "POST", url: `${url}/v1.0/x?$top=1`, body: "größe" });
  });

  it("leaves the global Request and Response alone", async () => {
    const before = [globalThis.Request, globalThis.Response];
    await start();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it("refuses ports that are none, and tells of a port that is taken", async () => {
    await expect(serve(echo, { port: 65_536 })).rejects.toThrow(/"port" expected/);
    const { port } = await start();
    await expect(serve(echo, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("tells of each request without its query", async () => {
    const served: ServedRequest[] = [];
    const { url } = await start(echo, { onServed: (one) => served.push(one) });
    await send(`${url}/v1.0/applications?secret=1`, { headers: { authorization: "Bearer secret" } });
    await setTimeout(10);
    expect(served).toEqual([
      { method: "GET", path: "/v1.0/applications", status: 201, durationMs: expect.any(Number) as number },
    ]);
  });

  it("answers 500 without a word where the handler fails, and goes on", async () => {
    const errors: unknown[] = [];
    const failing: FetchHandler = (request) =>
      request.url.endsWith("/bad") ? Promise.reject(new Error("secret")) : echo(request);
    const { url } = await start(failing, { onError: (error) => errors.push(error) });
    expect(await send(`${url}/bad`)).toMatchObject({ status: 500, body: "" });
    expect(errors).toHaveLength(1);
    expect((await send(`${url}/good`)).status).toBe(201);
  });

  it("breaks the connection where an answer is to be lost", async () => {
    const { url } = await start(() => Promise.reject(new LostResponseError()));
    await expect(send(url)).rejects.toMatchObject({ code: "ECONNRESET" });
  });
});

describe("limits", () => {
  it("answers 431 to headers that are too long", async () => {
    const { url } = await start(echo, { headerBytes: 4096 });
    expect((await send(url, { headers: { a: "x".repeat(3000) } })).status).toBe(201);
    expect((await send(url, { headers: { a: "x".repeat(5000) } })).status).toBe(431);
  });

  it("answers 413 to a body that says it is too long, and never hands it on", async () => {
    let calls = 0;
    const { port } = await start(
      (request) => {
        calls += 1;
        return echo(request);
      },
      { bodyBytes: 10 },
    );
    const answer = await sendRaw(port, "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 11\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(calls).toBe(0);
  });

  it("cuts off a body that does not say how long it is", async () => {
    const { url, port } = await start(echo, { bodyBytes: 10 });
    const head = "POST / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";
    expect(await sendRaw(port, `${head}a\r\n0123456789\r\n0\r\n\r\n`)).toContain('"body":"0123456789"');
    expect(await sendRaw(port, `${head}b\r\n0123456789a\r\n0\r\n\r\n`)).toBe("");
    expect((await send(url)).status).toBe(201);
  });
});

describe("what is no request", () => {
  it.each([
    ["noise", "\u0000\u0001\u0002\r\n\r\n"],
    ["TLS on a port of http", Buffer.from("16030100050100000100", "hex")],
    ["a method that is none", "G@T / HTTP/1.1\r\nhost: localhost\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nhost: a b/c?d\r\nconnection: close\r\n\r\n"],
    ["a target that is none", "GET http://[ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"],
    ["a chunk that is none", "POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
    ["a tunnel", "CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n"],
  ])("%s costs its own connection and nothing else", async (_, octets) => {
    const { url, port } = await start();
    expect(await sendRaw(port, octets)).toMatch(/^$|^HTTP\/1\.1 [45]\d\d /);
    expect((await send(url)).status).toBe(201);
  });

  it("survives clients that go away in the middle of a body", async () => {
    const errors: unknown[] = [];
    const { url, port } = await start(echo, { onError: (error) => errors.push(error) });
    for (let i = 0; i < 20; i++) {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nabc");
      await setTimeout(2);
      socket.destroy();
    }
    expect((await send(url)).status).toBe(201);
    expect(errors).toEqual([]);
  });
});

describe("close", () => {
  it("lets a request under way finish, ends waiting connections and takes no new ones", async () => {
    const gate = deferred();
    const { url, port, close } = await start(async (request) => {
      if (request.url.endsWith("/slow")) await gate.promise;
      return echo(request);
    });
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      request(url, { agent }, (response) => response.resume().on("end", resolve)).end();
    });
    const silent = connect(port, "127.0.0.1");
    const slow = send(`${url}/slow`);
    await setTimeout(30);
    const closing = close(2000);
    await setTimeout(30);
    await expect(send(url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    gate.resolve();
    const started = performance.now();
    expect((await slow).status).toBe(201);
    await closing;
    expect(performance.now() - started).toBeLessThan(1000);
    silent.destroy();
    agent.destroy();
  });

  it("ends a request that does not finish when its time is over, and may be called twice", async () => {
    const { url, close } = await start(() => new Promise<Response>(() => {}));
    const stuck = send(url);
    stuck.catch(() => {});
    await setTimeout(30);
    await Promise.all([close(50), close(50)]);
    await expect(stuck).rejects.toMatchObject({ code: "ECONNRESET" });
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe("https", () => {
  it("closes also where a connection has not finished its handshake", async () => {
    const { key, cert } = await mintTlsCertificate({ now: new Date(), random: randomOctets });
    const { port, close } = await start(echo, { tls: { key, cert } });
    const silent = connect(port, "127.0.0.1");
    silent.on("error", () => {});
    await setTimeout(30);
    const started = performance.now();
    await close(2000);
    expect(performance.now() - started).toBeLessThan(1000);
    silent.destroy();
  });

  it("is trusted under each of its names by whoever trusts its CA, and by nobody else", async () => {
    const { key, cert, ca } = await mintTlsCertificate({ now: new Date(), random: randomOctets });
    const { url, port } = await start(echo, { tls: { key, cert } });
    expect(url).toBe(`https://127.0.0.1:${port}`);
    expect((await send(url, { ca })).status).toBe(201);
    expect((await send(`https://localhost:${port}`, { ca })).status).toBe(201);
    await expect(send(url)).rejects.toMatchObject({ code: expect.stringMatching(/SELF_SIGNED|UNABLE/) as string });
    expect(await sendRaw(port, "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")).not.toMatch(/ 200 /);
    expect((await send(url, { ca })).status).toBe(201);
  });

  it("has a certificate of its own CA for 397 days, with names as asked for", async () => {
    const now = new Date("2026-06-01T12:00:00.700Z");
    const host = "2001:db8::192.0.2.1";
    const minted = await mintTlsCertificate({ now, random: randomOctets, host });
    const certificate = new X509Certificate(minted.cert);
    const ca = new X509Certificate(minted.ca);
    expect(certificate.checkIssued(ca)).toBe(true);
    expect(certificate.verify(ca.publicKey)).toBe(true);
    expect([ca.ca, certificate.ca]).toEqual([true, false]);
    expect(certificate.subjectAltName).toBe(
      "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:2001:DB8:0:0:0:0:C000:201",
    );
    expect(certificate.checkIP("::1")).toBe("::1");
    expect(new Date(certificate.validFrom).toISOString()).toBe("2026-05-31T12:00:00.000Z");
    expect(new Date(certificate.validTo).toISOString()).toBe("2027-07-03T12:00:00.000Z");
    expect(certificate.serialNumber).not.toBe(ca.serialNumber);
  });

  it.each([
    ["mock.example", "mock.example", true],
    ["192.0.2.7", "192.0.2.7", true],
    ["0.0.0.0", "0.0.0.0", false],
    ["::", "0:0:0:0:0:0:0:0", false],
  ])("bound to %s it is named so: %s, %s", async (host, name, isNamed) => {
    const { cert } = await mintTlsCertificate({ now: new Date(), random: randomOctets, host });
    expect(new X509Certificate(cert).subjectAltName?.endsWith(`:${name}`)).toBe(isNamed);
  });

  it("refuses a host that is none", async () => {
    const minting = mintTlsCertificate({ now: new Date(), random: randomOctets, host: "a b" });
    await expect(minting).rejects.toThrow(/"host" expected/);
  });
});
