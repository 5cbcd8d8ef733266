/** What a reader wants of keys and certificates. */
import { sameLocalKeyId } from "../../credential/local-key-id.js";
import type { OpenedKey, ReadableCertificate } from "../../credential/opened-file.js";
import { canonicalName } from "../../x509/canonical-name.js";
import type { Check } from "../check.js";
import type { FileTraits } from "../file-traits.js";

const COMPLETE = "Export the private key together with its certificate.";

const RENEW = "Request a new certificate over an RSA key of 2048 bits or more.";
const NAMED = "Request a new certificate from a CA that has a name.";
const SIGNED_ANEW = "Request a new certificate that is signed over SHA-256.";

/** Marks a trusted certificate in the key stores of Java. */
const TRUSTED_KEY_USAGE = "2.16.840.1.113894.746875.1.1";

/** The first private key, for such readers look no further, with its certificate. */
export const firstKeyWithCertificate: Check = ({ keys: [key], isWhole }) => {
  if (!isWhole) return [];
  if (key === undefined) return [{ at: "authSafe", message: "It has no private key.", fix: COMPLETE }];
  return key.certificates.length > 0
    ? []
    : [{ at: key.at, message: "The certificate of the private key is missing.", fix: COMPLETE }];
};

/** Exactly one private key, and a certificate beside it, whichever it is. */
export const oneKeyWithCertificates: Check = ({ keys, certificates }) => {
  const [, second] = keys;
  if (second !== undefined) return [{ at: second.at, message: `It has ${keys.length} private keys; one is read.` }];
  return keys.length === 1 && certificates.length === 0
    ? [{ at: "authSafe", message: "It has no certificate.", fix: COMPLETE }]
    : [];
};

/** Keys that lie open. */
export const encryptedKeys: Check = ({ bags }) =>
  bags
    .filter(({ kind }) => kind === "keyBag")
    .map(({ at }) => ({ at, message: "A private key that is not encrypted is left out." }));

/** A key joins its certificate by localKeyId alone, whatever its public key. */
export const pairedByLocalKeyId: Check = ({ keys, bags }) => {
  const lent = borrowers(bags);
  const idOf = ({ at, localKeyId }: Pick<OpenedKey, "at" | "localKeyId">): Uint8Array | undefined =>
    localKeyId ?? (lent.has(at) ? LENT : undefined);
  return keys
    .filter(({ certificates }) => certificates.length > 0)
    .filter((key) => !key.certificates.some((it) => sameLocalKeyId(idOf(it), idOf(key))))
    .map(({ at }) => ({ at, message: "No localKeyId joins the private key with its certificate." }));
};

/** Any value that no bag states. */
const LENT = new Uint8Array(0);

/**
 * OpenJDK lends one localKeyId to those that have none: to the first encrypted key and, up to the second one, to the first
 * certificate of each content that follows.
 */
function borrowers(bags: FileTraits["bags"]): ReadonlySet<string> {
  const [first, second] = bags.filter(({ kind }) => kind === "pkcs8ShroudedKeyBag");
  if (first === undefined) return new Set();
  const places = bags.slice(bags.indexOf(first), second && bags.indexOf(second)).map(({ at }) => at);
  return new Set([first.at, ...places.slice(1).filter((at) => /^[^.]+\.safeBag\[0\]$/.test(at))]);
}

/** Certificates without a key count only where an attribute calls them trusted. */
export const trustedCertificates: Check = ({ keys, certificates, bags }) =>
  keys.length > 0 ||
  certificates.length === 0 ||
  bags.some(({ attributes }) => attributes.all.some(({ oid }) => oid === TRUSTED_KEY_USAGE))
    ? []
    : [
        {
          at: "authSafe",
          message: "Certificates without a key are left out where no trustedKeyUsage attribute marks them.",
          fix: "Import each certificate: keytool -importcert -file certificate.cer -alias NAME -keystore new.pfx -storetype PKCS12",
        },
      ];

/** Kinds of private keys that the reader knows, by `OpenedKey.algorithm`. */
export const keyAlgorithms =
  (known: RegExp): Check =>
  ({ keys }) =>
    keys
      .filter(({ algorithm }) => !known.test(algorithm))
      .map(({ at, algorithm }) => ({ at, message: `Private keys of ${algorithm} are not supported.`, fix: RENEW }));

/** RFC 5280 section 4.1.2.4 forbids it, test certificates have it. */
export const issuerRequired: Check = ({ certificates }) =>
  certificates
    .filter(({ certificate }) => certificate?.issuer.rdns.length === 0)
    .map(({ at }) => ({ at, message: "A certificate whose issuer is empty is refused.", fix: NAMED }));

/** Bits of the modulus of RSA and DSA keys and of the field of EC keys, in every certificate. */
export const keyBitsAtLeast =
  (modulus: number, field = 0): Check =>
  ({ certificates }) =>
    certificates.flatMap(({ at, certificate }) => {
      const { algorithm = "", bits = modulus } = certificate?.publicKey ?? {};
      const least = /^(RSA|DSA)/.test(algorithm) ? modulus : field;
      if (bits >= least) return [];
      return [
        { at, message: `${algorithm} of ${bits} bits is too small; at least ${least} are required.`, fix: RENEW },
      ];
    });

/** No certificate signed over a weak hash by another, as security level 1 of OpenSSL 3.0 has it. */
export const noWeakSignature: Check = ({ certificates }) =>
  certificates
    .filter((it): it is ReadableCertificate => it.certificate !== undefined)
    .filter(({ certificate: { issuer, subject } }) => canonicalName(issuer) !== canonicalName(subject))
    .filter(({ certificate }) => /^(MD\d|SHA-1)$/.test(certificate.signatureAlgorithm.digest ?? ""))
    .map(({ at, certificate: { signatureAlgorithm } }) => ({
      at,
      message: `A certificate signed over ${signatureAlgorithm.digest} is too weak.`,
      fix: SIGNED_ANEW,
    }));
