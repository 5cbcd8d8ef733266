import { expect, it } from "vitest";
import * as entry from "../../src/index.js";
import * as pkcs12Entry from "../../src/pkcs12/index.js";

/** What users can import at run time: a name that is added, lost or renamed is a change of the interface. */
it("exports these names from the main entry", () => {
  expect(Object.keys(entry).sort()).toEqual([
    "DEFAULT_LIMITS",
    "LimitError",
    "MalformedError",
    "PasswordError",
    "RULES",
    "ToolkitError",
    "UnsupportedError",
    "formatName",
    "inspect",
    "judgeReaders",
    "openFile",
    "parseCertificate",
    "predictAuthenticationConfiguration",
    "predictUpload",
    "preflight",
    "readAuthorityKeyIdentifier",
    "readBasicConstraints",
    "readExtKeyUsage",
    "readKeyUsage",
    "readSubjectAltName",
    "readSubjectKeyIdentifier",
    "thumbprint",
    "thumbprintSha256",
    "toCertificateList",
    "toSelfSignedCertificate",
    "toUploadClientCertificate",
    "toUploadedCertificate",
  ]);
});

it("has one class for each error, whichever entry it came from", () => {
  expect(entry.ToolkitError).toBe(pkcs12Entry.ToolkitError);
  expect(entry.PasswordError).toBe(pkcs12Entry.PasswordError);
});
