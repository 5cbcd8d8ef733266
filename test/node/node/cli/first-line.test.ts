/** The first line, however it comes in. */
import { describe, expect, it } from "vitest";
import { readFirstLine } from "../../../../src/node/cli/first-line.js";
import { chunks } from "./fake-host.js";

const read = (...parts: (string | Uint8Array)[]): Promise<string> => readFirstLine(chunks(parts), "the input", 100);
const octets = (text: string, encoding: BufferEncoding): Uint8Array[] =>
  Array.from(Buffer.from(text, encoding), (octet) => Uint8Array.of(octet));

describe("readFirstLine", () => {
  it.each([
    ["password", "password"],
    ["password\n", "password"],
    ["password\r\nsecond\r\n", "password"],
    ["password\rsecond", "password"],
    ["\nsecond", ""],
    [" with spaces \t\n", " with spaces \t"],
    ["\uFEFFpassword\n", "password"],
    ["a\uFEFFb\n", "a\uFEFFb"],
    ["clé 🔑\n", "clé 🔑"],
  ])("reads %j as %j", async (text, line) => {
    expect(await read(text)).toBe(line);
    expect(await read(...octets(text, "utf8"))).toBe(line);
  });

  it("reads UTF-16 of both byte orders where a byte order mark says so", async () => {
    const little = Buffer.from("\uFEFFclé ਊ🔑\r\nsecond", "utf16le"); // U+0A0A has two octets of a line feed
    expect(await read(little)).toBe("clé ਊ🔑");
    expect(await read(...octets(little.toString("latin1"), "latin1"))).toBe("clé ਊ🔑");
    expect(await read(Buffer.from(little).swap16())).toBe("clé ਊ🔑");
  });

  it("does not wait for more than the line", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("password\n"));
      throw new Error("read on");
    }
    expect(await readFirstLine(endless(), "the input", 100)).toBe("password");
  });

  it.each([
    ["nothing", []],
    ["a line that is too long", ["x".repeat(101)]],
    ["octets that are no UTF-8", [Uint8Array.of(0x70, 0xe9, 0x0a)]],
  ])("refuses %s", async (_, parts) => {
    await expect(read(...parts)).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(/^the input/),
    });
  });

  it("does not mind what follows the line", async () => {
    expect(await read(Buffer.concat([Buffer.from("password\n"), Buffer.of(0xff, 0xfe)]))).toBe("password");
  });
});
