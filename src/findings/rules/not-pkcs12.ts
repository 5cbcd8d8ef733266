/** The file is of another kind. */
import type { OpenedFile } from "../../credential/opened-file.js";
import { describeKind, describeWrapped } from "../../sniff/describe.js";
import type { FileKind } from "../../sniff/file-kind.js";
import type { Layer, MemberState } from "../../sniff/layer.js";
import { divideAtBody } from "../../sniff/layer.js";
import { readPemLabels } from "../../sniff/pem.js";
import type { Observation, Rule } from "../finding.js";
import { pack } from "../repack.js";

const EXPORT: string = pack("-inkey key.pem -in certificate.pem");
const PACK_WITH_KEY = `Pack it with its private key: ${EXPORT}`;
const PACK_WITH_CERTIFICATE = `Pack it with its certificate: ${EXPORT}`;
const CONVERT_KEY = `Convert it and pack it with its certificate: openssl pkey -in key.der -aes256 -out new-key.pem, then ${pack("-inkey new-key.pem -in certificate.pem")}`;
const CONVERT_STORE =
  "Convert it: keytool -importkeystore -srckeystore old -destkeystore new.pfx -deststoretype PKCS12";
const TAKE_THE_RIGHT_FILE = "Check that this is the right file.";
const UNPACK = "Unpack it and take the PFX in it.";
const WRITE_BODY = "Let the body be written: graph-certkit payload upload credential.pfx";
const TAKE_THE_PFX = `Take the PFX itself; a token stands for one in samples only. ${WRITE_BODY}`;
const SEND_THE_PFX = `Put the base64 of the PFX itself there. ${WRITE_BODY}`;

/** What to do with each other kind of file. */
const FIXES: Readonly<Record<Exclude<FileKind, "pfx">, string>> = {
  certificate: PACK_WITH_KEY,
  "certificate-request": "Have it signed, then pack the certificate with its private key.",
  crl: TAKE_THE_RIGHT_FILE,
  pkcs8: CONVERT_KEY,
  "encrypted-pkcs8": CONVERT_KEY,
  "rsa-private-key": CONVERT_KEY,
  "ec-private-key": CONVERT_KEY,
  "public-key": TAKE_THE_RIGHT_FILE,
  pkcs7: `Take the certificates out and pack them with the private key: openssl pkcs7 -inform DER -in old.p7b -print_certs -out certificate.pem, then ${EXPORT}`,
  "pem-certificate": PACK_WITH_KEY,
  "pem-private-key": PACK_WITH_CERTIFICATE,
  "pem-key-and-certificate": `Pack it: ${pack("-in file.pem")}`,
  pem: TAKE_THE_RIGHT_FILE,
  "openssh-key": TAKE_THE_RIGHT_FILE,
  "putty-key": TAKE_THE_RIGHT_FILE,
  jks: CONVERT_STORE,
  jceks: `${CONVERT_STORE} -srcstoretype JCEKS`,
  bks: `${CONVERT_STORE} -srcstoretype BKS, with Bouncy Castle's provider (-provider, -providerpath)`,
  jwe: TAKE_THE_PFX,
  jwt: TAKE_THE_PFX,
  json: `A body of uploadClientCertificate has pkcs12Value and password. ${WRITE_BODY}`,
  zip: UNPACK,
  gzip: UNPACK,
  html: "Look at it in a browser: downloads end in such a page when a sign-in is missing.",
  xml: TAKE_THE_RIGHT_FILE,
  mangled: "Copy it again in binary mode, as an attachment or in an archive.",
  text: TAKE_THE_RIGHT_FILE,
  empty: "Take the file from its source again.",
  unknown: "Check that this is the right file and that no tool treated it as text.",
};

/** A body whose `pkcs12Value` holds no text. */
const WITHOUT_VALUE: Readonly<Record<Exclude<MemberState, "string">, string>> = {
  absent: "The request body has no pkcs12Value.",
  null: "The request body's pkcs12Value is null.",
  other: "The request body's pkcs12Value is no valid JSON string.",
};

/** `not-pkcs12` */
export const notPkcs12: Rule = {
  id: "not-pkcs12",
  severity: { "api-connector": "error", "token-signing": "error", reader: "error" },
  evidence: "standard",
  reference: "RFC 7292 section 4",
  summary: "The file, or what a request body holds, is no PFX.",
  check({ opened }) {
    const { kind, failure } = opened;
    const { body, outside, inside } = divideAtBody(opened.layers);
    const at = body === undefined ? "pfx" : "pkcs12Value";
    if (kind === "pfx") {
      if (failure?.code !== "ERR_PKCS12_NOT_PFX") return [];
      const fix = "Check that this is the right file and that it was copied in binary mode.";
      return [{ at, message: `The file begins like a PFX but is none: ${failure.message}.`, fix }];
    }
    if (body === undefined) {
      const message = `The file is no PFX: it is ${describeWrapped(describeContent(opened), outside)}.`;
      return [{ at, message, fix: fixFor(kind, outside) }];
    }
    if (body.pkcs12Value !== "string") {
      return [{ at, message: WITHOUT_VALUE[body.pkcs12Value], fix: SEND_THE_PFX }];
    }
    const what = describeWrapped(describeContent(opened), inside);
    const message = `The request body's pkcs12Value is no PFX in base64: it is ${what}`;
    const fix = kind === "empty" ? SEND_THE_PFX : fixFor(kind, inside);
    return [kind === "jwe" ? observeToken(message) : { at, message: `${message}.`, fix }];
  },
};

/** The command for PKCS#7 takes DER only where it is told to. */
function fixFor(kind: Exclude<FileKind, "pfx">, layers: readonly Layer[]): string {
  return layers.some((layer) => layer.kind === "pem") ? FIXES[kind].replace(" -inform DER", "") : FIXES[kind];
}

/** Whoever takes the documentation by its word ends here. */
function observeToken(message: string): Observation {
  return {
    at: "pkcs12Value",
    reference: "RFC 7516 section 3.1; the example request in the documentation of uploadClientCertificate",
    message: `${message}, like the sample in Graph's documentation, which is none either.`,
    fix: SEND_THE_PFX,
  };
}

/** The kind in words, of PEM also what is in it. */
function describeContent({ kind, bytes }: OpenedFile): string {
  return kind === "pem" ? `PEM text (${readPemLabels(bytes).join(", ")})` : describeKind(kind);
}
