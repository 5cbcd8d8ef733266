/** The shapes of certificates that are made here: Graph's action's, the portal's, and a good one for TLS clients. */
import type { RandomSource } from "../crypto/random.js";
import { clientAuthExtensions } from "../x509/client-auth-extensions.js";
import type { CommonName } from "../x509/common-name.js";
import { isPrintable } from "../x509/common-name.js";
import type { SelfSignedFields } from "../x509/self-signed.js";

/**
 * - `graph`: what addTokenSigningCertificate makes, by one such certificate decoded whole and the beginnings of five more:
 *   a serial number of 8 octets, the name as UTF8String, no extensions. That notBefore lies ten minutes before the
 *   creation is inferred from the one whole certificate. Over RSA with 2048 bits the DER has 666 + 2n octets for a name
 *   of n octets, up to 116.
 * - `portal`: what the portal's "SAML Signing Certificate" makes, by three such certificates: a serial number of 16
 *   octets, the name as PrintableString (where it has other characters: UTF8String, unverified), valid from the creation.
 * - `client-auth`: for an API connector, by RFC 5280: a serial number of 20 octets, its longest, and the extensions of a
 *   TLS client; notBefore ten minutes before the creation, so that a clock that is late does not refuse it.
 */
export const CERTIFICATE_PROFILES = ["graph", "portal", "client-auth"] as const;

/** One of {@link CERTIFICATE_PROFILES}. */
export type CertificateProfile = (typeof CERTIFICATE_PROFILES)[number];

/** What a profile is filled with. */
export interface ProfileInput {
  readonly commonName: string;
  readonly createdAt: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** Gives the serial number. */
  readonly random: RandomSource;
}

interface Shape {
  readonly serialOctets: number;
  readonly stringType: (text: string) => CommonName["stringType"];
  readonly backdatedMs: number;
  readonly hasExtensions: boolean;
}

const TEN_MINUTES_MS = 600_000;

const SHAPES: Readonly<Record<CertificateProfile, Shape>> = {
  graph: { serialOctets: 8, stringType: () => "UTF8String", backdatedMs: TEN_MINUTES_MS, hasExtensions: false },
  portal: {
    serialOctets: 16,
    stringType: (text) => (isPrintable(text) ? "PrintableString" : "UTF8String"),
    backdatedMs: 0,
    hasExtensions: false,
  },
  "client-auth": {
    serialOctets: 20,
    stringType: () => "UTF8String",
    backdatedMs: TEN_MINUTES_MS,
    hasExtensions: true,
  },
};

/**
 * What a certificate of this profile says.
 * @throws {RangeError} naming `profile`, or `random` that gives another length than asked for
 */
export function fillProfile(profile: CertificateProfile, input: ProfileInput): SelfSignedFields {
  if (!CERTIFICATE_PROFILES.includes(profile)) {
    throw new RangeError(`"profile" expected one of ${CERTIFICATE_PROFILES.join(", ")}`);
  }
  const { serialOctets, stringType, backdatedMs, hasExtensions } = SHAPES[profile];
  const name = { text: input.commonName, stringType: stringType(input.commonName) };
  return {
    name,
    serialNumber: drawSerialNumber(serialOctets, input.random),
    notBefore: new Date(input.createdAt.getTime() - backdatedMs),
    notAfter: input.notAfter,
    extensions: hasExtensions ? clientAuthExtensions(name, input.spki) : [],
  };
}

/**
 * A positive INTEGER of exactly so many octets: the top bit is cleared and a first octet of zero becomes one, since DER
 * would leave a zero out (X.690 section 8.3.2). Little more than one bit of the randomness is lost.
 */
function drawSerialNumber(octets: number, random: RandomSource): Uint8Array {
  const [first = 0, ...rest] = random(octets);
  if (rest.length !== octets - 1) throw new RangeError(`"random" expected ${octets} bytes, got ${rest.length + 1}`);
  return Uint8Array.of(first & 0x7f || 1, ...rest);
}
