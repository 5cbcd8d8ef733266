/**
 * Bring your own certificate: the two keyCredentials and the passwordCredential that make a servicePrincipal sign with it
 * (Microsoft's how-to "Configure SAML-based single sign-on by Graph").
 */
import { encodeBase64 } from "../bytes/base64.js";
import type { OpenedFile } from "../credential/opened-file.js";
import { MalformedError, PasswordError } from "../errors.js";
import { parseCertificate } from "../x509/certificate.js";
import { formatName } from "../x509/name.js";
import { thumbprint } from "../x509/thumbprint.js";
import type { IdentifierConvention } from "./custom-key-identifier.js";
import { toCustomKeyIdentifier } from "./custom-key-identifier.js";
import { takeKeyIds } from "./key-ids.js";
import type { KeyCredential, PasswordCredential } from "./model.js";

/** A certificate with the file that holds its private key. */
export interface SigningCredential {
  /** DER or BER; octets after the certificate are left out. */
  readonly certificate: Uint8Array;
  /** The whole file. That it is a PFX, holds the certificate's key and opens with `password` is for the caller to know. */
  readonly pfx: Uint8Array;
  readonly password: string;
  /** Default: the certificate's subject as RFC 4514 writes it. Graph shortens what is longer than 90 characters. */
  readonly displayName?: string | undefined;
}

/** Choices of the three entries. */
export interface KeyCredentialsOptions {
  /** Default: `sha1`, as Graph's own action does it; or the octets themselves, 1 to 32. */
  readonly keyIdentifier?: IdentifierConvention | Uint8Array | undefined;
  /** Gives another GUID at each call; asked twice: for the Sign key and its password, for the Verify key. */
  readonly newId: () => string;
}

/** What is added to a servicePrincipal. Secret: it holds the private key and its password. */
export interface TokenSigningCredentials {
  readonly keyCredentials: readonly [sign: KeyCredential, verify: KeyCredential];
  readonly passwordCredential: PasswordCredential;
  /** SHA-1 over the DER, 40 upper-case hex digits: what activates the certificate. */
  readonly thumbprint: string;
}

/**
 * The three entries of a certificate. All share customKeyIdentifier; the password has the Sign key's keyId, the Verify key
 * one of its own. The dates are the certificate's own, in whole seconds with `Z`: an end beyond them is refused ("Key
 * credential end date is invalid", seen at the predecessor of Graph), and no digit is there that Graph could change.
 * @throws {PasswordError} `ERR_GRAPH_PASSWORD_EMPTY`: Graph wants a password that is not empty beside a Sign key
 * @throws {MalformedError} `ERR_GRAPH_CUSTOM_KEY_IDENTIFIER`, `ERR_X509_CERTIFICATE`
 * @throws {TypeError} @throws {RangeError} naming the argument
 */
export function toKeyCredentials(
  credential: SigningCredential,
  options: KeyCredentialsOptions,
): TokenSigningCredentials {
  const { pfx, password } = credential;
  if (password === "") {
    throw new PasswordError("Graph wants a password that is not empty: protect the PFX with one", {
      code: "ERR_GRAPH_PASSWORD_EMPTY",
      at: "password",
    });
  }
  const { der, subject, notBefore, notAfter } = parseCertificate(credential.certificate, "certificate");
  const keyIds = takeKeyIds(options.newId);
  const shared = {
    customKeyIdentifier: encodeBase64(toCustomKeyIdentifier(der, options.keyIdentifier)),
    displayName: credential.displayName ?? formatName(subject),
    endDateTime: toDateTime(notAfter),
  };
  const startDateTime = toDateTime(notBefore);
  return {
    keyCredentials: [
      {
        ...shared,
        key: encodeBase64(pfx),
        keyId: keyIds.sign,
        startDateTime,
        type: "X509CertAndPassword",
        usage: "Sign",
      },
      {
        ...shared,
        key: encodeBase64(der),
        keyId: keyIds.verify,
        startDateTime,
        type: "AsymmetricX509Cert",
        usage: "Verify",
      },
    ],
    passwordCredential: { ...shared, keyId: keyIds.sign, secretText: password, startDateTime },
    thumbprint: thumbprint(der),
  };
}

/**
 * The three entries of an opened PFX: those of its first credential, and the file without what was around it.
 * @param password - the one that the file was opened with
 * @throws {MalformedError} `ERR_GRAPH_NO_CREDENTIAL` for a file that is no PFX or holds no key with its certificate, and as
 * {@link toKeyCredentials}
 * @throws {PasswordError} `ERR_GRAPH_PASSWORD_EMPTY`
 */
export function openedToKeyCredentials(
  opened: OpenedFile,
  password: string,
  options: KeyCredentialsOptions & Pick<SigningCredential, "displayName">,
): TokenSigningCredentials {
  const [credential] = opened.credentials;
  if (credential === undefined || opened.pkcs12 === undefined) {
    throw new MalformedError("the file is no PFX with a private key and its certificate", {
      code: "ERR_GRAPH_NO_CREDENTIAL",
      at: "pfx",
    });
  }
  const { der: certificate } = credential.certificate;
  const { displayName } = options;
  return toKeyCredentials({ certificate, pfx: opened.bytes, password, displayName }, options);
}

/** X.509 knows whole seconds. */
function toDateTime(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}
