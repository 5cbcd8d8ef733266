/** JSON Web Tokens (RFC 7519) in compact form, signed with the RSA key of a certificate by WebCrypto. */
import { encodeBase64Url } from "../bytes/base64url.js";
import { toOwnedBytes } from "../bytes/buffer.js";
import type { CryptoProvider } from "../crypto/provider.js";
import { defaultProvider } from "../crypto/provider.js";
import { MalformedError, UnsupportedError } from "../errors.js";
import type { Certificate } from "../x509/certificate.js";
import { parseCertificate } from "../x509/certificate.js";
import { parsePrivateKey } from "../x509/private-key.js";

/** RFC 7518: RSASSA-PKCS1-v1_5 (section 3.3) and RSASSA-PSS (section 3.5), both with SHA-256. */
export type JwtAlgorithm = "RS256" | "PS256";

/** A certificate and its private key. */
export interface JwtSigner {
  /** DER. */
  readonly certificate: Uint8Array;
  /** PKCS#8 of RSA with at least 2048 bits; never extractable once it is imported. */
  readonly privateKey: Uint8Array;
  /** Default: native WebCrypto. */
  readonly provider?: CryptoProvider | undefined;
}

/** What is signed. */
export interface JwtContent {
  readonly algorithm: JwtAlgorithm;
  /** Members beside `alg` and `typ`. */
  readonly header: (certificate: Certificate) => Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string | number>>;
}

/** RFC 7518 sections 3.3 and 3.5. */
const MIN_RSA_BITS = 2048;

const PARAMETERS = {
  RS256: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  // The salt has the length of the hash.
  PS256: { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 },
} as const;

/**
 * Signs a token.
 * @throws {UnsupportedError} `ERR_GRAPH_TOKEN_KEY` for a key that is no RSA key of 2048 bits or more; its OID is told.
 * `ERR_CRYPTO_UNAVAILABLE`
 * @throws {MalformedError} `ERR_X509_PRIVATE_KEY`, `ERR_X509_CERTIFICATE`
 * @throws {RangeError} naming `algorithm`, or `certificate` where it is not that of the key
 */
export async function signJwt(signer: JwtSigner, { algorithm, header, claims }: JwtContent): Promise<string> {
  if (!Object.hasOwn(PARAMETERS, algorithm)) {
    throw new RangeError(`"algorithm" expected ${Object.keys(PARAMETERS).join(" or ")}, got ${String(algorithm)}`);
  }
  const certificate = parseCertificate(signer.certificate, "certificate");
  const pkcs8 = requireRsa(signer.privateKey, certificate);
  const { subtle } = signer.provider ?? defaultProvider();
  const key = await importKey(subtle, pkcs8, algorithm);
  const parts = [{ alg: algorithm, typ: "JWT", ...header(certificate) }, claims];
  const text = new TextEncoder();
  const signingInput = parts.map((part) => encodeBase64Url(text.encode(JSON.stringify(part)))).join(".");
  const signature = await subtle.sign(PARAMETERS[algorithm], key, text.encode(signingInput));
  return `${signingInput}.${encodeBase64Url(new Uint8Array(signature))}`;
}

function requireRsa(privateKey: Uint8Array, certificate: Certificate): Uint8Array<ArrayBuffer> {
  const { oid, algorithm, bits = 0, statedIdentity, pkcs8 } = parsePrivateKey(privateKey, "privateKey");
  if (algorithm !== "RSA" || bits < MIN_RSA_BITS) {
    const found = algorithm === "RSA" ? `RSA of ${bits} bits` : algorithm;
    throw new UnsupportedError(`RS256 and PS256 sign with RSA of ${MIN_RSA_BITS} bits or more, got ${found}`, {
      code: "ERR_GRAPH_TOKEN_KEY",
      at: "privateKey",
      oid,
    });
  }
  if (statedIdentity !== certificate.publicKey.identity) {
    throw new RangeError('"certificate" expected the one of "privateKey"');
  }
  return pkcs8;
}

async function importKey(
  subtle: SubtleCrypto,
  pkcs8: Uint8Array<ArrayBuffer>,
  algorithm: JwtAlgorithm,
): Promise<CryptoKey> {
  try {
    return await subtle.importKey("pkcs8", toOwnedBytes(pkcs8), PARAMETERS[algorithm], false, ["sign"]);
  } catch (error) {
    throw new MalformedError("WebCrypto does not take the private key", {
      code: "ERR_X509_PRIVATE_KEY",
      at: "privateKey",
      cause: error,
    });
  }
}

/** Seconds since 1970, whole (RFC 7519 section 2, NumericDate). @throws {TypeError} naming `now` */
export function toNumericNow(now: Date): number {
  if (!(now instanceof Date) || Number.isNaN(now.getTime())) throw new TypeError('"now" expected a valid Date');
  return Math.floor(now.getTime() / 1000);
}
