/** What fixes depend on: how the file is wrapped, and how many keys it holds. */
import { expect, it } from "vitest";
import { inspect } from "../../../../src/findings/inspect.js";
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { NOW } from "../../credential/open-file.js";
import { certBag, data, keyBag } from "../../credential/pfx-writer.js";
import { pemBlock } from "../../sniff/wrap.js";
import type { FileCase } from "../rule-case.js";
import { bags, bytes, key, leaf } from "../sample-files.js";

const other = certBag(writeCertificate({ key: KEYS.second, subject: "other" }));
const pkcs7 = data(leaf);

it.each<[string, string, FileCase["file"], RegExp]>([
  ["not-pkcs12", "PKCS#7", bytes(pkcs7), /openssl pkcs7 -inform DER -in old\.p7b/],
  ["not-pkcs12", "PKCS#7 in PEM", bytes(pemBlock(pkcs7, "PKCS7")), /openssl pkcs7 -in old\.p7b/],
  ["duplicate-certificate", "one key", bags(leaf, leaf, key), /its chain: keytool \S+ -srckeystore \S+ .* PKCS12$/],
  [
    "duplicate-certificate",
    "two keys",
    bags(leaf, key, other, keyBag(KEYS.second.pkcs8), other),
    /its chain, here by its name: keytool .* -srcalias NAME$/,
  ],
])("%s: %s", async (id, _, file, fix) => {
  const findings = inspect({ opened: await file(), target: "api-connector", now: NOW });
  expect(findings.filter((finding) => finding.id === id)).toMatchObject([{ fix: expect.stringMatching(fix) }]);
});
