/** A WebCrypto beside the global one does all the work: neither takes the other's keys, pkijs' own engine has the global. */
import { X509Certificate } from "node:crypto";
import { Crypto } from "@peculiar/webcrypto";
import { expect, it } from "vitest";
import { createTokenSigningCertificate } from "../../../src/graph/create-token-signing-certificate.js";
import { KEY_TYPES } from "../../../src/x509/key-type.js";

const OTHER_TYPES = KEY_TYPES.filter((type) => !["rsa-3072", "rsa-4096"].includes(type));

it.each(OTHER_TYPES)("makes a credential over %s", async (key) => {
  const provider = new Crypto();
  expect(provider.subtle).not.toBe(globalThis.crypto.subtle);
  const newId = (): string => globalThis.crypto.randomUUID();
  const now = new Date("2026-01-01T00:00:00Z");
  const created = await createTokenSigningCertificate({ now, newId, provider, key });
  const certificate = new X509Certificate(created.certificate);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});
