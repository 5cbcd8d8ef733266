/** The browser's unpacking: whole or not at all, also when two runs start at once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { unpackOnce } from "../setup/unpack.js";

let folder = "";
let target = "";

function compressed(name: string, content: Uint8Array): string {
  const file = resolve(folder, name);
  writeFileSync(file, brotliCompressSync(content));
  return file;
}

beforeEach(() => {
  folder = mkdtempSync(resolve(tmpdir(), "unpack-"));
  target = resolve(folder, "cache/browser-1");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One entry of a tar archive (POSIX ustar), padded to its block, and the end of the archive. */
function tar(name: string, content: string): Uint8Array {
  const header = Buffer.alloc(512);
  const size = content.length.toString(8).padStart(11, "0");
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\0", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content.padEnd(512, "\0")), Buffer.alloc(1024)]);
}

it("lays out an executable file and the content of an archive", async () => {
  await unpackOnce([compressed("tool.br", Buffer.from("#!")), compressed("all.tar.br", tar("lib/a.so", "a"))], target);
  expect(readFileSync(resolve(target, "tool"), "utf8")).toBe("#!");
  expect(statSync(resolve(target, "tool")).mode & 0o111).not.toBe(0);
  expect(readFileSync(resolve(target, "lib/a.so"), "utf8")).toBe("a");
});

it("two that start at once both succeed and leave one folder", async () => {
  const files = [compressed("tool.br", Buffer.alloc(2 ** 20))];
  await Promise.all([unpackOnce(files, target), unpackOnce(files, target), unpackOnce(files, target)]);
  expect(readdirSync(resolve(target, ".."))).toEqual(["browser-1"]);
  expect(statSync(resolve(target, "tool")).size).toBe(2 ** 20);
});

it("does nothing where the folder is there", async () => {
  await unpackOnce([compressed("tool.br", Buffer.from("1"))], target);
  await unpackOnce([resolve(folder, "absent.br")], target);
  expect(readdirSync(target)).toEqual(["tool"]);
});

it("leaves nothing behind where a file is damaged or no archive", async () => {
  const broken = resolve(folder, "broken.br");
  writeFileSync(broken, "not brotli");
  await expect(unpackOnce([broken], target)).rejects.toThrow();
  await expect(unpackOnce([compressed("x.tar.br", Buffer.from("no tar".repeat(200)))], target)).rejects.toThrow(/tar/);
  expect(readdirSync(resolve(target, ".."))).toEqual([]);
});
