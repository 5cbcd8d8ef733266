/** Self-signed certificates (RFC 5280 section 4.1), built and signed by pkijs. */
import { fromBER, Integer } from "asn1js";
import { Certificate, Extension as PkiExtension, PublicKeyInfo, Time, TimeType } from "pkijs";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { CryptoProvider } from "../crypto/provider.js";
import type { CommonName } from "./common-name.js";
import { toPkiName } from "./common-name.js";
import { createEngine } from "./engine.js";
import type { Extension } from "./extension.js";
import type { SigningKey } from "./generate-key.js";

/** What a self-signed certificate says beside its key. */
export interface SelfSignedFields {
  /** Issuer and subject. */
  readonly name: CommonName;
  /** Contents octets of a positive INTEGER in its shortest form (X.690 section 8.3.2). */
  readonly serialNumber: Uint8Array;
  /** Certificates count whole seconds: a fraction is dropped, from both dates. */
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** In the order of the file; where there is none, the member `extensions` is left out as a whole. */
  readonly extensions: readonly Extension[];
}

/** The years that UTCTime is for; all others take GeneralizedTime (RFC 5280 section 4.1.2.5). */
const FIRST_UTC_TIME = 1950;
const LAST_UTC_TIME = 2049;

/**
 * Signs a certificate of version 3 with the key that it is about.
 *
 * Nothing is checked: names, numbers and dates are written as they are given.
 * @param key - its CryptoKey is `provider`'s
 * @returns DER
 */
export async function createSelfSigned(
  key: SigningKey,
  fields: SelfSignedFields,
  provider: CryptoProvider,
): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = new Certificate();
  certificate.version = 2; // counted from zero
  certificate.serialNumber = new Integer({ valueHex: toOwnedBytes(fields.serialNumber) });
  certificate.issuer = toPkiName(fields.name);
  certificate.subject = toPkiName(fields.name);
  certificate.notBefore = toTime(fields.notBefore);
  certificate.notAfter = toTime(fields.notAfter);
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: fromBER(key.spki).result });
  if (fields.extensions.length > 0) {
    certificate.extensions = fields.extensions.map(
      ({ oid, critical, value }) => new PkiExtension({ extnID: oid, critical, extnValue: toOwnedBytes(value).buffer }),
    );
  }
  await certificate.sign(key.privateKey, key.hash, createEngine(provider));
  return new Uint8Array(certificate.toSchema().toBER());
}

function toTime(date: Date): Time {
  const year = date.getUTCFullYear();
  const isUtcTime = year >= FIRST_UTC_TIME && year <= LAST_UTC_TIME;
  const value = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return new Time({ type: isUtcTime ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}
