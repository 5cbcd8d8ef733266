/** The file is of another kind. */
import type { FileKind } from "../../asn1/sniff.js";
import type { Rule } from "../finding.js";

const EXPORT = "openssl pkcs12 -export -inkey key.pem -in certificate.pem -out credential.pfx";

/** What each other kind of file is, and what to do with it. */
const KINDS: Readonly<Record<Exclude<FileKind, "pfx">, { readonly what: string; readonly fix: string }>> = {
  certificate: { what: "a certificate (DER) without a private key", fix: `Pack it with its private key: ${EXPORT}` },
  pkcs8: { what: "a private key (PKCS#8) without a certificate", fix: `Pack it with its certificate: ${EXPORT}` },
  pkcs7: { what: "a PKCS#7 message: certificates without a private key", fix: `Pack the key with them: ${EXPORT}` },
  pem: { what: "PEM text", fix: `Pack key and certificate: ${EXPORT}` },
  empty: { what: "empty", fix: "Take the file from its source again." },
  unknown: {
    what: "of no kind that is known here",
    fix: "Check that this is the right file and that no tool treated it as text.",
  },
};

/** `not-pkcs12` */
export const notPkcs12: Rule = {
  id: "not-pkcs12",
  severity: "error",
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
