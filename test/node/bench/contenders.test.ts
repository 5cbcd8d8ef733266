/** The contenders find in files of OpenSSL what the manifest of the vectors says, or say that they cannot. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Contender } from "../../../tools/bench/opening/contender.js";
import { openFileContender, parsePkcs12Contender } from "../../../tools/bench/opening/graph-certkit.js";
import { nativeContender } from "../../../tools/bench/opening/native.js";
import { forgeContender } from "../../../tools/bench/opening/node-forge.js";
import { pkijsContender } from "../../../tools/bench/opening/pkijs.js";

const PASSWORD = "graph-certkit";
const THUMBPRINT = "9D7032E6BABBCEF019F27D627DC72C0644C09528";
const source = resolve(import.meta.dirname, "../../../src/index.ts");

function vector(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(import.meta.dirname, "../../vectors/pkcs12", `${name}.p12`)));
}

const ours = await openFileContender(source);
const parser = await parsePkcs12Contender(source);

describe.each([ours, parser, forgeContender, pkijsContender])("$name", ({ open }) => {
  it("finds certificate and key under AES-256", async () => {
    expect(await open(vector("openssl-default"), PASSWORD)).toEqual({ thumbprint: THUMBPRINT, hasPrivateKey: true });
  });

  it("misses a key that is not there", async () => {
    const opening = await open(vector("openssl-certificates-only"), PASSWORD);
    expect(opening.hasPrivateKey).toBe(false);
  });

  it("refuses a wrong password", async () => {
    await expect(Promise.resolve().then(() => open(vector("openssl-default"), "wrong"))).rejects.toThrow();
  });
});

describe.each([ours, parser, forgeContender])("$name", ({ open }: Contender) => {
  it("finds certificate and key under RC2 and 3DES", async () => {
    expect(await open(vector("openssl-legacy"), PASSWORD)).toEqual({ thumbprint: THUMBPRINT, hasPrivateKey: true });
  });
});

describe(pkijsContender.name, () => {
  it("says that it cannot open 3DES, which is told instead of a time", async () => {
    await expect(pkijsContender.open(vector("openssl-3des"), PASSWORD)).rejects.toThrow(/Unknown "contentEncryption/);
  });
});

describe(nativeContender.name, () => {
  it("opens AES-256 and hands no certificate out", async () => {
    const opening = await nativeContender.open(vector("openssl-default"), PASSWORD);
    expect(opening).toEqual({ thumbprint: undefined, hasPrivateKey: true });
  });

  it("refuses a wrong password", () => {
    expect(() => nativeContender.open(vector("openssl-default"), "wrong")).toThrow(/mac verify failure/);
  });
});
