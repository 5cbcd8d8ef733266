import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cassetteHead } from "../../../../src/contract/cassette/format.js";
import { readCassette, readCassetteHead } from "../../../../src/contract/cassette/read.js";
import { createRecorder, toCassetteLine } from "../../../../src/contract/cassette/write.js";
import type { Exchange } from "../../../../src/contract/exchange.js";
import type { Upload } from "../../../../src/contract/model/upload-verdict.js";
import { testProvider } from "../../../setup/provider.js";
import { sampleExchange } from "../redaction/sample-exchange.js";

const HEAD = cassetteHead({
  recordedAt: new Date("2026-06-01T00:00:00Z"),
  baseUrl: "https://graph.microsoft.com/v1.0",
  mode: "mock",
});
const LINE = toCassetteLine(sampleExchange());

async function read(lines: readonly string[], lineCharacters?: number): Promise<readonly Exchange[]> {
  const found: Exchange[] = [];
  const feed = async function* (): AsyncGenerator<string> {
    yield* lines;
  };
  for await (const exchange of readCassette(feed(), { lineCharacters })) found.push(exchange);
  return found;
}

const bodies = fc.oneof(fc.string(), fc.json(), fc.constant(""));
const headers = fc.dictionary(fc.constantFrom("content-type", "request-id", "x"), fc.string());
const uploads = fc.oneof(
  fc.record({
    verdict: fc.constant("good" as const),
    thumbprint: fc.string(),
    notBefore: fc.nat(),
    notAfter: fc.nat(),
  }),
  fc.record({ verdict: fc.constantFrom("bad" as const, "open" as const), reason: fc.string() }),
);
const samples = fc
  .record({
    request: fc.record({ method: fc.constantFrom("GET", "POST"), url: fc.webUrl(), headers, body: bodies }),
    response: fc.record({ status: fc.nat(599), headers, body: bodies }),
    step: fc.string(),
    operationId: fc.option(fc.string(), { nil: undefined }),
    key: fc.option(fc.string(), { nil: undefined }),
    times: fc.tuple(fc.nat(), fc.nat()),
    isSettled: fc.boolean(),
    group: fc.option(fc.string(), { nil: undefined }),
    upload: fc.option<Upload, undefined>(uploads, { nil: undefined }),
  })
  .map(({ times: [sentAt, receivedAt], group, upload, ...rest }) =>
    sampleExchange({
      ...rest,
      sentAt,
      receivedAt,
      ...(group === undefined ? {} : { relation: { kind: "page", group, variant: "" } }),
      ...(upload === undefined ? {} : { facts: { upload } }),
    }),
  );

describe("a cassette", () => {
  it("gives back what was written, each with its line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(samples, { maxLength: 4 }), async (exchanges) => {
        const found = await read([HEAD, ...exchanges.map(toCassetteLine)]);
        expect(found).toEqual(exchanges.map((exchange, i) => ({ ...exchange, origin: `line ${i + 2}` })));
      }),
    );
  });

  it("passes over empty lines, and counts them", async () => {
    expect((await read([HEAD, "", LINE, " "])).map(({ origin }) => origin)).toEqual(["line 3"]);
  });

  it("tells of its head", () => {
    expect(readCassetteHead(HEAD)).toEqual({
      format: "graph-certkit-cassette",
      version: 1,
      redaction: 1,
      recordedAt: "2026-06-01T00:00:00.000Z",
      baseUrl: "https://graph.microsoft.com/v1.0",
      mode: "mock",
    });
  });

  it.each<[string, readonly string[]]>([
    ["nothing", []],
    ["an exchange without a head", [LINE]],
    ["a HAR", ['{"log":{"entries":[]}}']],
    ["no JSON", ["PK"]],
  ])("refuses %s", async (_, lines) => {
    const details = { name: "MalformedError", code: "ERR_CONTRACT_CASSETTE_HEAD", at: "line 1" };
    await expect(read(lines)).rejects.toMatchObject(details);
  });

  it.each([
    ["version", { version: 2 }],
    ["redaction", { redaction: 2 }],
    ["a missing redaction", { redaction: undefined }],
  ])("refuses another %s", async (_, change) => {
    const head = JSON.stringify({ ...JSON.parse(HEAD), ...change });
    const details = { name: "UnsupportedError", code: "ERR_CONTRACT_CASSETTE_VERSION", at: "line 1" };
    await expect(read([head, LINE])).rejects.toMatchObject(details);
  });

  it.each([
    ["a line that was cut off", LINE.slice(0, -1)],
    ["another head", HEAD],
    ["a list", "[]"],
    ["an address that is none", LINE.replace("https://graph", "graph")],
    ["a header that is no text", LINE.replace('"application/json"', "1")],
    ["a verdict that is none", LINE.replace(/\}$/, ',"facts":{"upload":{"verdict":"fine"}}}')],
  ])("refuses %s, and says where", async (_, line) => {
    const details = { name: "MalformedError", code: "ERR_CONTRACT_CASSETTE_LINE", at: "line 3" };
    await expect(read([HEAD, LINE, line])).rejects.toMatchObject(details);
  });

  it("refuses a line that is too long, and takes one that is just not", async () => {
    const details = { name: "LimitError", code: "ERR_CONTRACT_CASSETTE_LIMIT", at: "line 2", limit: "lineCharacters" };
    await expect(read([HEAD, LINE], LINE.length - 1)).rejects.toMatchObject({ ...details, actual: LINE.length });
    expect(await read([HEAD, LINE], LINE.length)).toHaveLength(1);
  });
});

describe("createRecorder", () => {
  it("writes neither secrets nor names, and says what an upload was", async () => {
    const recorder = createRecorder({
      recordedAt: new Date(0),
      baseUrl: "https://proxy.contoso.com/v1.0",
      mode: "live",
      provider: testProvider,
    });
    recorder.secret("an opaque token", "token");
    const request = { body: { pkcs12Value: "bm8gUEZY", password: "hunter22" } };
    const line = await recorder.line(sampleExchange({ request, response: { body: "hunter22, an opaque token" } }));
    const [exchange] = await read([recorder.head, line]);
    expect(readCassetteHead(recorder.head).baseUrl).toBe("https://host-1.example/v1.0");
    expect(exchange).toMatchObject({
      key: "0a0a0a0a-0000-4000-8000-000000000001",
      request: { json: { pkcs12Value: "[pkcs12Value 1]", password: "[password 1]" } },
      response: { text: "[password 1], [token 1]" },
      facts: { upload: { verdict: "bad", reason: "no PFX" } },
    });
  });
});
