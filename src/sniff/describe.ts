/** Kinds and layers in words, for messages. */
import type { FileKind } from "./file-kind.js";
import type { Layer } from "./layer.js";

/** Each as it follows "it is". */
const KINDS: Readonly<Record<FileKind, string>> = {
  pfx: "a PFX",
  certificate: "a certificate (DER, without a private key)",
  "certificate-request": "a certificate request (PKCS#10)",
  crl: "a certificate revocation list",
  pkcs8: "a private key (PKCS#8, without a certificate)",
  "encrypted-pkcs8": "an encrypted private key (PKCS#8, without a certificate)",
  "rsa-private-key": "an RSA private key (PKCS#1, without a certificate)",
  "ec-private-key": "an EC private key (RFC 5915, without a certificate)",
  "public-key": "a public key",
  pkcs7: "a PKCS#7 message (certificates without a private key)",
  "pem-certificate": "a certificate (PEM, without a private key)",
  "pem-private-key": "a private key (PEM, without a certificate)",
  "pem-key-and-certificate": "PEM text with a private key and a certificate",
  pem: "PEM text",
  "openssh-key": "an SSH key",
  "putty-key": "a PuTTY key",
  jks: "a Java key store (JKS)",
  jceks: "a Java key store (JCEKS)",
  bks: "a Bouncy Castle key store (BKS)",
  jwe: "an encrypted token (JWE)",
  jwt: "a token (JWT)",
  json: "JSON",
  zip: "a ZIP archive",
  gzip: "compressed (gzip)",
  html: "a web page (HTML)",
  xml: "XML",
  mangled: "a binary file that a program treated as text",
  text: "text",
  empty: "empty",
  unknown: "of no kind that is known here",
};

/** A kind with its article, such as `a Java key store (JKS)`. */
export function describeKind(kind: FileKind): string {
  return KINDS[kind];
}

/** A layer as it follows what is in it, such as `in base64`. */
export function describeLayer(layer: Layer): string {
  switch (layer.kind) {
    case "byte-order-mark":
      return `behind a byte order mark (${layer.encoding.toUpperCase()})`;
    case "quotes":
      return "in quotes";
    case "request-body":
      return "in a request body";
    case "base64":
      return `in ${layer.alphabet}`;
    case "hex":
      return "in hexadecimal";
    case "data-url":
      return "in a data: URL";
    case "pem":
      return `in a PEM block (${layer.label})`;
  }
}

/** Something with what is around it: `a PFX in base64 in quotes`. */
export function describeWrapped(inside: string, layers: readonly Layer[]): string {
  return [inside, ...layers.map(describeLayer).reverse()].join(" ");
}
