/** What fixes depend on: how the file is wrapped, and how many keys it holds. */
import { expect, it } from "vitest";
import { inspect } from "../../../../src/findings/inspect.js";
import { KEYS, writeCertificate } from "../../credential/certificate-writer.js";
import { NOW, open, openVector } from "../../credential/open-file.js";
import { certBag, data, followedBy, keyBag, lockedKeyBag, plainPfx } from "../../credential/pfx-writer.js";
import { pemBlock } from "../../sniff/wrap.js";
import { authenticate } from "../protected-files.js";
import type { FileCase } from "../rule-case.js";
import { bags, bytes, key, leaf, PASSWORD, vector, wrongPassword } from "../sample-files.js";

const other = certBag(writeCertificate({ key: KEYS.second, subject: "other" }));
const pkcs7 = data(leaf);

it.each<[string, string, FileCase["file"], RegExp]>([
  ["limit-exceeded", "iterations", vector("broken-mac-iterations-most"), /\(--max-iterations\)/],
  ["limit-exceeded", "memory", vector("broken-scrypt-memory"), /\(scryptBytes\)/],
  [
    "trailing-data",
    "a line break",
    bytes(followedBy(plainPfx(leaf, key), "\n")),
    new RegExp(`head -c ${plainPfx(leaf, key).length} `),
  ],
  [
    "aes-protection",
    "a MAC of OpenSSL 3.4",
    vector("go-modern-2026"),
    /pkcs12 -legacy -nomacver -in old\.pfx .* -export -in /,
  ],
  ["aes-protection", "certificates alone", vector("openssl-certificates-only"), /-legacy -in .* -export -nokeys -in /],
  ["aes-protection", "a key alone", vector("openssl-key-only"), /-legacy -in .* -export -nocerts -in /],
  [
    "high-iterations",
    "what cannot be read",
    vector("nss-camellia"),
    /iterations: openssl .*-legacy -in .* -export -in /,
  ],
  [
    "rc2-40",
    "what can be read",
    vector("openssl-legacy"),
    /^Pack .*: graph-certkit repack old\.pfx --protection graph --out new\.pfx; or with OpenSSL, [^:]*: openssl /,
  ],
  ["wrong-password", "of the file", wrongPassword.file, /^Check the password/],
  [
    "wrong-password",
    "of a part under a MAC that fits",
    async () => open(await authenticate([data(leaf, lockedKeyBag())], PASSWORD), PASSWORD),
    /^Ask for the password of this part/,
  ],
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

it.each([
  ["openssl-greek", "java-17", /^Pack it anew under a password of ASCII characters: openssl .*AES-256-CBC/],
  ["openssl-empty-password", "azure-app-service", /^Pack it anew under a password: openssl .*PBE-SHA1-3DES/],
] as const)("refused-by-target: %s for %s", async (id, target, fix) => {
  const findings = inspect({ opened: await openVector(id), target, now: NOW });
  expect(findings.map((finding) => finding.fix)).toContainEqual(expect.stringMatching(fix));
});

it("empty-password: asks for the new password", async () => {
  const findings = inspect({ opened: await openVector("openssl-empty-password"), target: "token-signing", now: NOW });
  const command = "graph-certkit repack old.pfx --passout prompt --protection graph --out new.pfx; or ";
  expect(findings.find(({ id }) => id === "empty-password")?.fix).toContain(`a password: ${command}`);
});
