/** The keys and files of a run, made once: a few RSA keys, and PFX files with certificates past, present and to come. */
import { encodeBase64 } from "../../src/bytes/base64.js";
import type { CryptoProvider } from "../../src/crypto/provider.js";
import { createTokenSigningCertificate } from "../../src/graph/create-token-signing-certificate.js";
import { buildPkcs12 } from "../../src/pkcs12/build.js";
import { parseCertificate } from "../../src/x509/certificate.js";
import { thumbprint } from "../../src/x509/thumbprint.js";
import type { Uploaded } from "./expected-state.js";

/** A certificate with its key, in a PFX. */
export interface Sample {
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** PKCS#8. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
  readonly pfx: string;
  readonly password: string;
  readonly uploaded: Uploaded;
  /** As RFC 4514 writes it. */
  readonly subject: string;
}

/** What all sequences of a run share. */
export interface Samples {
  readonly files: readonly Sample[];
  /** A WebCrypto that generates no RSA key but gives out those of the pool in turns. */
  readonly provider: () => CryptoProvider;
}

/** When the sequences begin. */
export const START: number = Date.parse("2026-06-01T00:00:00.250Z");

const DAY = 86_400_000;
const KEYS = 3;

/** Validity in days from the start, and password. The first two are valid; two share a certificate's time. */
const FILES: readonly (readonly [from: number, to: number, password: string])[] = [
  [-30, 335, "graph-certkit"],
  [0, 1000, "pässwörd"],
  [-400, -35, "expired"],
  [10, 375, "future"],
  [-1, 1, "one day"],
  [-30, 335, ""],
];

/** Makes them; takes as long as three RSA keys. */
export async function makeSamples(): Promise<Samples> {
  const pairs: CryptoKeyPair[] = [];
  for (let left = KEYS; left > 0; left--) pairs.push(await generatePair());
  const provider = (): CryptoProvider => poolOf(pairs);
  const shared = provider();
  const files: Sample[] = [];
  for (const [index, [from, to, password]] of FILES.entries()) files.push(await makeFile(index, from, to, password));
  return { files, provider };

  async function makeFile(index: number, from: number, to: number, password: string): Promise<Sample> {
    const { certificate, privateKey, selfSignedCertificate } = await createTokenSigningCertificate({
      displayName: `CN=sample ${index}`,
      // The action's profile begins ten minutes before the creation.
      now: new Date(START + from * DAY),
      endDateTime: new Date(START + to * DAY).toISOString(),
      newId: () => globalThis.crypto.randomUUID(),
      provider: shared,
      iterations: 1,
    });
    const pfx = await buildPkcs12([{ privateKey, certificate }], { password, protection: "graph", iterations: 16 });
    const { notBefore, notAfter } = parseCertificate(certificate, "sample");
    const uploaded = {
      thumbprint: thumbprint(certificate),
      notBefore: notBefore.getTime() / 1000,
      notAfter: notAfter.getTime() / 1000,
    };
    const { displayName: subject = "" } = selfSignedCertificate;
    return { certificate, privateKey, pfx: encodeBase64(pfx), password, uploaded, subject: subject ?? "" };
  }
}

async function generatePair(): Promise<CryptoKeyPair> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: "SHA-256",
  };
  return await globalThis.crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

/** The native WebCrypto but for `generateKey`. */
function poolOf(pairs: readonly CryptoKeyPair[]): CryptoProvider {
  let taken = 0;
  const generateKey = (): Promise<CryptoKeyPair | undefined> => Promise.resolve(pairs[taken++ % pairs.length]);
  const { subtle } = globalThis.crypto;
  const pooled = new Proxy(subtle, {
    get: (target, member) => {
      if (member === "generateKey") return generateKey;
      const value: unknown = Reflect.get(target, member);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { subtle: pooled };
}
