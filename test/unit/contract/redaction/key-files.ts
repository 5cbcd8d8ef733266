/** Files of keys, as tests of redaction need them: made once, thrown away. */
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { decodeHex } from "../../../../src/bytes/hex.js";
import { decodeBinary } from "../../../../src/contract/model/binary.js";
import { createMaterial } from "../../../../src/contract/session/material.js";
import { decodePrivateKeyInfo } from "../../../../src/x509/private-key-info.js";
import { testProvider } from "../../../setup/provider.js";

/** DER. */
export interface KeyFiles {
  readonly pfx: Uint8Array;
  readonly pkcs8: Uint8Array;
  readonly pkcs1: Uint8Array;
  readonly sec1: Uint8Array;
  readonly ed25519: Uint8Array;
  readonly certificate: Uint8Array;
}

const COUNTING = Array.from({ length: 65 }, (_, i) => (i + 16).toString(16)).join("");
/** ECPrivateKey (RFC 5915) on P-256 and PKCS#8 of an Ed25519 key (RFC 8410 section 7), around octets that count. */
const SEC1 = `30770201010420${COUNTING.slice(0, 64)}a00a06082a8648ce3d030107a14403420004${COUNTING.slice(0, 128)}`;
const ED25519 = `302e020100300506032b657004220420${COUNTING.slice(0, 64)}`;

export async function createKeyFiles(): Promise<KeyFiles> {
  const material = createMaterial(testProvider);
  const credential = await material.credential(Date.parse("2026-06-01"), -1, 30);
  const { pkcs12Value } = await material.upload(credential, "a password");
  return {
    pfx: decodeBinary(pkcs12Value) ?? new Uint8Array(),
    pkcs8: credential.privateKey,
    pkcs1: decodePrivateKeyInfo(credential.privateKey, "key").privateKey,
    sec1: decodeHex(SEC1, "key"),
    ed25519: decodeHex(ED25519, "key"),
    certificate: credential.certificate,
  };
}

/** RFC 7468. */
export function toPem(label: string, der: Uint8Array): string {
  const lines = encodeBase64(der).replaceAll(/.{64}/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
