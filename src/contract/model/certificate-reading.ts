/** What the certificate in a body says of itself: read from its octets, its signature verified. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Certificate } from "../../x509/certificate.js";
import { parseCertificate } from "../../x509/certificate.js";
import { thumbprint } from "../../x509/thumbprint.js";
import { decodeBinary } from "./binary.js";

/** A certificate that stood in base64 in a body; or why there is none. */
export type CertificateReading =
  | {
      readonly isReadable: true;
      readonly certificate: Certificate;
      /** SHA-1, upper-case hexadecimal. */
      readonly thumbprint: string;
      readonly isSelfIssued: boolean;
      /** Whether it is signed with RSA and SHA-256, as all that the action is known to have made. */
      readonly isUsual: boolean;
      /** Whether its own key has signed it; false also for other algorithms, which are not verified. */
      readonly isSelfSigned: boolean;
    }
  | { readonly isReadable: false; readonly problem: string };

/** Reads a member `key`. @param provider - verifies the signature */
export async function readCertificate(key: unknown, provider: CryptoProvider): Promise<CertificateReading> {
  const der = decodeBinary(key);
  if (der === undefined) return { isReadable: false, problem: "no standard base64 with padding" };
  try {
    const certificate = parseCertificate(der, "key");
    const isWhole = certificate.trailingBytes === 0;
    if (!isWhole) return { isReadable: false, problem: `${certificate.trailingBytes} octets behind the certificate` };
    const isSelfIssued = sameBytes(certificate.issuer.der, certificate.subject.der);
    const isUsual = certificate.signatureAlgorithm.name === "sha256WithRSAEncryption";
    const isSelfSigned = isSelfIssued && isUsual && (await isSignedBySelf(certificate, provider));
    return { isReadable: true, certificate, thumbprint: thumbprint(der), isSelfIssued, isUsual, isSelfSigned };
  } catch {
    return { isReadable: false, problem: "no X.509 certificate" };
  }
}

/** RSA with SHA-256, which is what the action makes. */
async function isSignedBySelf({ der, publicKey }: Certificate, { subtle }: CryptoProvider): Promise<boolean> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const body = contentOf(der, 0);
  const signed = contentOf(der, body.from);
  const name = contentOf(der, signed.to);
  const signature = contentOf(der, name.to);
  try {
    const key = await subtle.importKey("spki", owned(publicKey.spki), algorithm, false, ["verify"]);
    // A BIT STRING begins with the number of bits that do not count.
    const octets = owned(der.subarray(signature.from + 1, signature.to));
    return await subtle.verify(algorithm, key, octets, owned(der.subarray(body.from, signed.to)));
  } catch {
    return false;
  }
}

/** Where the contents of the DER value at `at` lie (X.690 section 8.1): of a certificate that has been read already. */
function contentOf(der: Uint8Array, at: number): { readonly from: number; readonly to: number } {
  const first = der[at + 1] ?? 0;
  const more = first < 0x80 ? 0 : first & 0x7f;
  let length = first < 0x80 ? first : 0;
  for (let i = 0; i < more; i++) length = length * 256 + (der[at + 2 + i] ?? 0);
  const from = at + 2 + more;
  return { from, to: from + length };
}

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, i) => octet === other[i]);
}
