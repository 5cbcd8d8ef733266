import { describe, expect, it } from "vitest";
import { magicKind } from "../../../src/sniff/magic-numbers.js";
import { fromHex, octets } from "./wrap.js";

describe("magicKind", () => {
  // The beginnings of files that keytool 17 wrote, the last two with Bouncy Castle 1.80.
  it.each([
    ["jks", "feedfeed000000020000000100000001000161000001a201a5e3fb"],
    ["jceks", "cececece000000020000000100000001000161000001a201a5e782"],
    ["bks", "0000000200000014024c618c5700ce4f8170fa61492315bb384052380000054804000161000001a2"],
    ["bks", "0000000100000014e3043e6d8283ca5f2d663cda07eb49ba2525b8ec0000050bc84edeb7b850407d"],
    ["zip", "504b0304 1400"],
    ["zip", "504b0506 0000"],
    ["gzip", "1f8b0808 0000"],
  ])("knows %s: %s", (kind, head) => {
    expect(magicKind(fromHex(head))).toBe(kind);
  });

  it("knows the binary form of an OpenSSH key", () => {
    expect(magicKind(octets("openssh-key-v1\0\0\0\0\x04none"))).toBe("openssh-key");
  });

  it.each([
    ["nothing", ""],
    ["three of four octets", "feedfe"],
    ["a class file of Java", "cafebabe"],
    ["the letters PK", "504b"],
    ["numbers without the salt", "0000000200000014"],
    ["a salt of 21 octets", `0000000200000015${"00".repeat(21)}00000548`],
    ["a store of version 3", `0000000300000014${"00".repeat(20)}00000548`],
    ["no iterations", `0000000200000014${"00".repeat(20)}00000000`],
    ["zeros", "00".repeat(64)],
  ])("leaves alone: %s", (_, hex) => {
    expect(magicKind(fromHex(hex))).toBeUndefined();
  });

  it("reads a view on a part of its memory", () => {
    const bytes = fromHex("ffff0000000200000014024c618c5700ce4f8170fa61492315bb3840523800000548");
    expect(magicKind(bytes.subarray(2))).toBe("bks");
  });
});
