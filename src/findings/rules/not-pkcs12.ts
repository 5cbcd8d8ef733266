/** The file is of another kind. */
import type { FileKind } from "../../sniff/file-kind.js";
import type { Rule } from "../finding.js";

const EXPORT = "openssl pkcs12 -export -inkey key.pem -in certificate.pem -out credential.pfx";
const PACK_WITH_KEY = `Pack it with its private key: ${EXPORT}`;
const PACK_WITH_CERTIFICATE = `Pack it with its certificate: ${EXPORT}`;
const CONVERT_STORE =
  "Convert it: keytool -importkeystore -srckeystore old -destkeystore new.pfx -deststoretype PKCS12";
const TAKE_THE_RIGHT_FILE = "Check that this is the right file and that no tool treated it as text.";

/** What each other kind of file is, and what to do with it. */
const KINDS: Readonly<Record<Exclude<FileKind, "pfx">, { readonly what: string; readonly fix: string }>> = {
  certificate: { what: "a certificate (DER) without a private key", fix: PACK_WITH_KEY },
  "certificate-request": { what: "a certificate request (PKCS#10)", fix: "Have it signed, then pack the certificate." },
  crl: { what: "a certificate revocation list", fix: TAKE_THE_RIGHT_FILE },
  pkcs8: { what: "a private key (PKCS#8) without a certificate", fix: PACK_WITH_CERTIFICATE },
  "encrypted-pkcs8": { what: "an encrypted private key (PKCS#8) without a certificate", fix: PACK_WITH_CERTIFICATE },
  "rsa-private-key": { what: "an RSA private key (PKCS#1) without a certificate", fix: PACK_WITH_CERTIFICATE },
  "ec-private-key": { what: "an EC private key (RFC 5915) without a certificate", fix: PACK_WITH_CERTIFICATE },
  pkcs7: { what: "a PKCS#7 message: certificates without a private key", fix: PACK_WITH_KEY },
  "pem-certificate": { what: "a certificate (PEM) without a private key", fix: PACK_WITH_KEY },
  "pem-private-key": { what: "a private key (PEM)", fix: PACK_WITH_CERTIFICATE },
  pem: { what: "PEM text", fix: PACK_WITH_CERTIFICATE },
  "openssh-key": { what: "an OpenSSH key", fix: TAKE_THE_RIGHT_FILE },
  "putty-key": { what: "a PuTTY key", fix: TAKE_THE_RIGHT_FILE },
  jks: { what: "a Java key store (JKS)", fix: CONVERT_STORE },
  jceks: { what: "a Java key store (JCEKS)", fix: CONVERT_STORE },
  bks: { what: "a Bouncy Castle key store (BKS)", fix: CONVERT_STORE },
  jwe: { what: "an encrypted token (JWE)", fix: TAKE_THE_RIGHT_FILE },
  jwt: { what: "a token (JWT)", fix: TAKE_THE_RIGHT_FILE },
  json: { what: "JSON without pkcs12Value", fix: TAKE_THE_RIGHT_FILE },
  zip: { what: "a ZIP archive", fix: "Unpack it." },
  gzip: { what: "compressed (gzip)", fix: "Unpack it." },
  html: { what: "a web page (HTML)", fix: TAKE_THE_RIGHT_FILE },
  xml: { what: "XML", fix: TAKE_THE_RIGHT_FILE },
  mangled: { what: "binary data that a program treated as text", fix: TAKE_THE_RIGHT_FILE },
  text: { what: "text", fix: TAKE_THE_RIGHT_FILE },
  empty: { what: "empty", fix: "Take the file from its source again." },
  unknown: { what: "of no kind that is known here", fix: TAKE_THE_RIGHT_FILE },
};

/** `not-pkcs12` */
export const notPkcs12: Rule = {
  id: "not-pkcs12",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "standard",
  reference: "RFC 7292 section 4",
  summary: "The file is no PFX.",
  check({ opened: { kind, failure } }) {
    if (kind === "pfx") {
      if (failure?.code !== "ERR_PKCS12_NOT_PFX") return [];
      const fix = "Check that this is the right file and that it was copied in binary mode.";
      return [{ at: "pfx", message: `The file begins like a PFX but is none: ${failure.message}.`, fix }];
    }
    const { what, fix } = KINDS[kind];
    return [{ at: "pfx", message: `The file is no PFX: it is ${what}.`, fix }];
  },
};
