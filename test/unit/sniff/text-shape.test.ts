import { describe, expect, it } from "vitest";
import { isControl, isReadable, looksLikeText, markedTextKind } from "../../../src/sniff/text-shape.js";
import { fromHex, octets, utf8 } from "./wrap.js";

describe("markedTextKind", () => {
  it.each([
    ["html", "<!DOCTYPE html><html>"],
    ["html", "<html lang=en>"],
    ["html", "<!-- saved -->\n<HTML>"],
    ["html", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'],
    ["xml", '<?xml version="1.0"?>\n<EntityDescriptor>'],
    ["xml", '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">'],
    ["xml", "<a/>"],
    ["json", "{}"],
    ["json", '{\n  "pkcs12Value": "'],
    ["json", "{"],
    ["json", '["a"]'],
    ["json", "[48, 130]"],
    ["json", "[ {"],
    ["openssh-key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA"],
    ["openssh-key", "---- BEGIN SSH2 PUBLIC KEY ----"],
    ["openssh-key", "ssh-rsa AAAAB3NzaC1yc2E"],
    ["openssh-key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@example"],
    ["openssh-key", "ecdsa-sha2-nistp256 AAAAE2VjZHNh"],
    ["openssh-key", "sk-ssh-ed25519@openssh.com AAAAGnNr"],
    ["putty-key", "PuTTY-User-Key-File-3: ssh-ed25519"],
  ])("knows %s: %s", (kind, text) => {
    expect(markedTextKind(utf8(text))).toBe(kind);
  });

  it.each([
    ["a sentence", "html is a language"],
    ["a comparison", "< 3 and > 2"],
    ["a heart", "<3 you"],
    ["braces of another language", "{ key: value }"],
    ["a line of a log", "[2026-01-01 00:00:00] started"],
    ["a section", "[section]\nkey=value"],
    ["a placeholder", "<password>".slice(0, 9)],
    ["a word about ssh-rsa", "ssh-rsa is deprecated"],
    ["a private key", "-----BEGIN PRIVATE KEY-----"],
    ["base64", "MIIKcQIBAzCC"],
    ["nothing", ""],
  ])("leaves alone: %s", (_, text) => {
    expect(markedTextKind(utf8(text))).toBeUndefined();
  });
});

describe("looksLikeText", () => {
  it.each([
    ["a text in UTF-8", utf8("Grüße\t€\r\n"), true],
    ["a text in Latin-1", octets("Gr\xfc\xdfe"), true],
    ["a terminal's text", utf8("\u001B[31mred\u0007"), true],
    ["a DER file", fromHex("308202f9308201e1a003020102"), false],
    ["text in UTF-16", octets("\xff\xfeM\0I\0"), false],
  ])("judges %s", (_, bytes, expected) => {
    expect(looksLikeText(bytes)).toBe(expected);
  });

  it("judges by the first four kilobytes", () => {
    expect(looksLikeText(octets(`${"a".repeat(4096)}\0`))).toBe(true);
    expect(looksLikeText(octets(`${"a".repeat(4095)}\0`))).toBe(false);
  });
});

describe("isReadable", () => {
  it.each([
    ["UTF-8", utf8("日本語"), true],
    ["UTF-8 that the head ends within", utf8(`${"a".repeat(4095)}€`), true],
    ["Latin-1", octets("Viele Gr\xfc\xdfe"), true],
    ["a few octets", fromHex("e9 41 f0 b2"), false],
  ])("judges %s", (_, bytes, expected) => {
    expect(isReadable(bytes)).toBe(expected);
  });
});

describe("isControl", () => {
  it("leaves white space, bell and escape to text", () => {
    const controls = Array.from({ length: 128 }, (_, code) => code).filter(isControl);
    expect(controls).toHaveLength(32 - 8);
    expect(controls).not.toContain(0x0a);
    expect(controls).toContain(0);
  });
});
