/** Certificates that one key signs about another (RFC 5280 section 4.1), built and signed by pkijs. */
import { fromBER, Integer } from "asn1js";
import { Certificate, Extension as PkiExtension, PublicKeyInfo, Time, TimeType } from "pkijs";
import { writeSequence } from "../asn1/write.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { CryptoProvider } from "../crypto/provider.js";
import type { CommonName } from "./common-name.js";
import { toPkiName } from "./common-name.js";
import { createEngine } from "./engine.js";
import type { Extension } from "./extension.js";
import type { SigningKey } from "./generate-key.js";

/** What an issued certificate says. */
export interface IssuedFields {
  readonly issuer: CommonName;
  readonly subject: CommonName;
  /** SubjectPublicKeyInfo in DER: the key that the certificate is about. */
  readonly spki: Uint8Array;
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
 * Signs a certificate of version 3 with the issuer's key.
 *
 * Nothing is checked: names, numbers, dates and extensions are written as they are given.
 * @param issuerKey - its CryptoKey is `provider`'s
 * @returns DER
 */
export async function createIssued(
  issuerKey: Pick<SigningKey, "privateKey" | "hash">,
  fields: IssuedFields,
  provider: CryptoProvider,
): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = new Certificate();
  certificate.version = 2; // counted from zero
  certificate.serialNumber = new Integer({ valueHex: toOwnedBytes(fields.serialNumber) });
  certificate.issuer = toPkiName(fields.issuer);
  certificate.subject = toPkiName(fields.subject);
  certificate.notBefore = toTime(fields.notBefore);
  certificate.notAfter = toTime(fields.notAfter);
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: fromBER(toOwnedBytes(fields.spki)).result });
  if (fields.extensions.length > 0) {
    certificate.extensions = fields.extensions.map(
      ({ oid, critical, value }) => new PkiExtension({ extnID: oid, critical, extnValue: toOwnedBytes(value).buffer }),
    );
  }
  await certificate.sign(issuerKey.privateKey, issuerKey.hash, createEngine(provider));
  // As pkijs' own toSchema(), which reads the signed part again before it writes it.
  return writeSequence(
    certificate.tbsView,
    new Uint8Array(certificate.signatureAlgorithm.toSchema().toBER()),
    new Uint8Array(certificate.signatureValue.toBER()),
  );
}

function toTime(date: Date): Time {
  const year = date.getUTCFullYear();
  const isUtcTime = year >= FIRST_UTC_TIME && year <= LAST_UTC_TIME;
  const value = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return new Time({ type: isUtcTime ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}
