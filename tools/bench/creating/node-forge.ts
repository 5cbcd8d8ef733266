/** node-forge as its README makes a certificate and packs it, its own JavaScript for the key: what it does in a browser. */
import { promisify } from "node:util";
import forge from "node-forge";
import type { Creator } from "./creator.js";
import { COMMON_NAME, FORGE, PASSWORD } from "./creator.js";

const generate = promisify<forge.pki.rsa.GenerateKeyPairOptions, forge.pki.rsa.KeyPair>(forge.pki.rsa.generateKeyPair);

const toBytes = (value: forge.asn1.Asn1): Uint8Array => Buffer.from(forge.asn1.toDer(value).getBytes(), "binary");

/** The types of node-forge leave out where its settings are. */
const { options } = forge as typeof forge & { readonly options: { usePureJavaScript: boolean } };

/** In Node it would hand the key to OpenSSL unless it is told not to. */
export const forgeCreator: Creator = {
  name: FORGE,
  create: async () => {
    options.usePureJavaScript = true;
    const keys = await generate({ bits: 2048, e: 0x10001, workers: 0 });
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.serialNumber = "0123456789abcdef";
    certificate.validity.notBefore = new Date();
    certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
    const name = [{ name: "commonName", value: COMMON_NAME }];
    certificate.setSubject(name);
    certificate.setIssuer(name);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    const pfx = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], PASSWORD, { algorithm: "3des", count: 2048 });
    return { certificate: toBytes(forge.pki.certificateToAsn1(certificate)), pfx: toBytes(pfx) };
  },
};
