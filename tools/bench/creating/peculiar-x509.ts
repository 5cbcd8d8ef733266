/** @peculiar/x509 as its README makes a self-signed certificate, over Node's WebCrypto. */
import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { cryptoProvider, X509CertificateGenerator } from "@peculiar/x509";
import type { Creator } from "./creator.js";
import { COMMON_NAME, PECULIAR } from "./creator.js";

const ALGORITHM = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
} as const;

/** Packs no PFX: it has none. */
export const peculiarCreator: Creator = {
  name: PECULIAR,
  create: async () => {
    cryptoProvider.set(webcrypto as Crypto);
    const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"])) as CryptoKeyPair;
    const certificate = await X509CertificateGenerator.createSelfSigned({
      serialNumber: "0123456789abcdef",
      name: `CN=${COMMON_NAME}`,
      notBefore: new Date(),
      notAfter: new Date(Date.now() + 86_400_000),
      signingAlgorithm: ALGORITHM,
      keys,
    });
    return { certificate: new Uint8Array(certificate.rawData) };
  },
};
