/** A part of the file is encrypted with a key of 40 bits. */
import type { EncryptionDescription } from "../../pkcs12/description.js";
import type { Rule } from "../finding.js";
import { namePlaces, protectionOf } from "../protection.js";
import { REPACK_WHOLE } from "../repack.js";

/** What export rules once allowed: all keys of 2^40 can be tried on one machine. RC4 came with it. */
const MOST_BITS = 40;

/** `rc2-40` */
export const rc240: Rule = {
  id: "rc2-40",
  severity: { "api-connector": "info", "token-signing": "info", reader: "info" },
  evidence: "documented",
  reference: "OpenSSL's manual, OSSL_PROVIDER-legacy(7); RFC 7292 appendix C",
  summary: "RC2 or RC4 with a key of 40 bits: all keys can be tried, and OpenSSL 3 wants its legacy provider for it.",
  check({ opened }) {
    const found = protectionOf(opened)?.encryptions.filter(hasShortKey) ?? [];
    const ofKeys = found.filter(({ at }) => at.includes(".safeBag["));
    const [first] = [...ofKeys, ...found];
    if (first === undefined) return [];
    const places = namePlaces([first, ...found.filter((it) => it !== first)]);
    const fix = `Pack the file anew with Triple DES: ${REPACK_WHOLE}`;
    if (ofKeys.length === 0) {
      const message = `${first.cipher}, with a key of 40 bits, encrypts ${places}: OpenSSL 3 opens it only with its legacy provider.`;
      return [{ at: first.at, message, fix }];
    }
    const message = `${first.cipher}, with a key of 40 bits, encrypts a private key at ${places}: all such keys can be tried, whatever the password is. OpenSSL 3 opens it only with its legacy provider.`;
    return [{ at: first.at, severity: "warning", message, fix }];
  },
};

function hasShortKey({ cipher }: EncryptionDescription): boolean {
  const bits = cipher?.match(/^RC[24]-(\d+)/)?.[1];
  return bits !== undefined && Number(bits) <= MOST_BITS;
}
