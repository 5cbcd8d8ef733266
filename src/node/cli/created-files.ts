/** The files of `graph-certkit create`: their names, what each is for and holds, and who may read it. */
import { encodeBase64 } from "../../bytes/base64.js";
import type { CreatedCredential } from "../../graph/create-token-signing-certificate.js";
import { toKeyCredentials } from "../../graph/key-credentials.js";
import { toUploadClientCertificate } from "../../graph/upload-client-certificate.js";
import type { FolderFile } from "../write-folder.js";
import { toJsonText } from "./json-text.js";
import { PUBLIC_MODE, SECRET_MODE } from "./out-file.js";

/** By member of the JSON document, the name; the last one is only there where the password was generated. */
export const CREATED_FILES = {
  certificate: "certificate.cer",
  certificatePem: "certificate.pem",
  pfx: "credential.pfx",
  selfSignedCertificate: "self-signed-certificate.json",
  patchServicePrincipal: "patch-service-principal.json",
  uploadClientCertificate: "upload-client-certificate.json",
  password: "password.txt",
} as const;

/** One of them. */
export type CreatedFile = keyof typeof CREATED_FILES;

/** What is written where. */
export function createdFilesOf(isPasswordGenerated: boolean): readonly CreatedFile[] {
  const all = Object.keys(CREATED_FILES) as CreatedFile[];
  return all.filter((file) => file !== "password" || isPasswordGenerated);
}

/** What people are told of each. */
export const FILE_MEANINGS: Readonly<Record<CreatedFile, string>> = {
  certificate: "the certificate, DER",
  certificatePem: "the certificate, PEM",
  pfx: "key and certificate (secret)",
  selfSignedCertificate: "what addTokenSigningCertificate would have answered",
  patchServicePrincipal: "the PATCH that brings the certificate along (secret)",
  uploadClientCertificate: "the body of uploadClientCertificate (secret)",
  password: "the password that was generated (secret)",
};

/** The files with their contents, in the order of {@link createdFilesOf}. */
export function toCreatedFiles(created: CreatedCredential, isPasswordGenerated: boolean): readonly FolderFile[] {
  const { certificate, pfx, password, selfSignedCertificate } = created;
  const contents: Readonly<Record<CreatedFile, () => [content: string | Uint8Array, mode: number]>> = {
    certificate: () => [certificate, PUBLIC_MODE],
    certificatePem: () => [toPem(certificate), PUBLIC_MODE],
    pfx: () => [pfx, SECRET_MODE],
    selfSignedCertificate: () => [toJsonText(selfSignedCertificate), PUBLIC_MODE],
    patchServicePrincipal: () => [toJsonText(toPatch(created)), SECRET_MODE],
    uploadClientCertificate: () => [toJsonText(toUploadClientCertificate(pfx, password)), SECRET_MODE],
    password: () => [`${password}\n`, SECRET_MODE],
  };
  return createdFilesOf(isPasswordGenerated).map((file) => {
    const [content, mode] = contents[file]();
    return { name: CREATED_FILES[file], content, mode };
  });
}

/** The entries as they are brought along, under the keyIds that the other files name. */
function toPatch(created: CreatedCredential): object {
  const { certificate, pfx, password, stored } = created;
  const ids = stored.keyCredentials.map(({ keyId }) => keyId ?? "");
  const newId = (): string => ids.shift() ?? "";
  const { keyCredentials, passwordCredential } = toKeyCredentials({ certificate, pfx, password }, { newId });
  return { keyCredentials, passwordCredentials: [passwordCredential] };
}

/** RFC 7468 section 5, lines of 64 characters. */
function toPem(certificate: Uint8Array): string {
  const lines = encodeBase64(certificate).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
