/** What findings tell beyond their place: figures, names of programs, and which certificate is meant. */
import { expect, it } from "vitest";
import { inspect } from "../../../../src/findings/inspect.js";
import { encodings } from "../../../setup/protect.js";
import { NOW } from "../../credential/open-file.js";
import { certBag, envelopedData, pfxOf } from "../../credential/pfx-writer.js";
import { authenticatedAs, counted, sealedAs } from "../protected-files.js";
import type { FileCase } from "../rule-case.js";
import { bags, bytes, camellia, cutOff, key, lastSecond, leaf, PASSWORD, past, vector } from "../sample-files.js";

const GREEK = "Καλημέρα";
const asCharacters = (octets: Uint8Array): string => String.fromCharCode(...octets);

it.each<[string, string, FileCase["file"], RegExp]>([
  ["password-misencoded", "node-forge", vector("forge-greek"), /node-forge/],
  ["password-misencoded", "keytool", vector("keytool-25-legacy-greek"), /keytool/],
  [
    "password-misencoded",
    "OpenSSL before 1.1",
    authenticatedAs(encodings.bmp(asCharacters(encodings.utf8(GREEK))), GREEK),
    /OpenSSL before 1\.1/,
  ],
  [
    "password-misencoded",
    "decomposed characters",
    authenticatedAs(encodings.bmp("clé".normalize("NFD")), "clé".normalize("NFC")),
    /typed with decomposed characters/,
  ],
  [
    "password-misencoded",
    "composed characters",
    authenticatedAs(encodings.bmp("clé".normalize("NFC")), "clé".normalize("NFD")),
    /typed with composed characters/,
  ],
  ["password-misencoded", "UTF-16", sealedAs(encodings.bmp(PASSWORD), PASSWORD), /UTF-16.*NSS/],
  [
    "password-misencoded",
    "another key size",
    sealedAs(encodings.utf8(PASSWORD), PASSWORD, { oldNss: true }),
    /the key or the IV.*NSS/,
  ],
  ["aes-protection", "AES-256", vector("openssl-default"), /answer such files with AADB2C90213.*Nobody has verified/],
  [
    "aes-protection",
    "AES-128",
    vector("openssl-aes-128"),
    /^AES-128-CBC protects authSafe\[0\] and 1 other part.*under AES-256/,
  ],
  ["low-iterations", "one", counted(1), /with 1 iteration at authSafe\[1\], fewer than the 1,000/],
  ["low-iterations", "several", counted(900, 800), /with 800 iterations at authSafe\[2\] and 1 other part/],
  ["high-iterations", "one key", counted(600_000), /One key takes 600,000 iterations.*300,000/],
  ["high-iterations", "all keys", counted(300_000, 300_000, 300_000, 300_000), /1,200,000 iterations.*1,000,000/],
  ["rc2-40", "certificates", vector("openssl-legacy"), /^RC2-40-CBC, with a key of 40 bits, encrypts authSafe\[0\]:/],
  [
    "rc2-40",
    "a key",
    vector("openssl-rc4-40"),
    /^RC4-40.*a private key at authSafe\[1\]\.safeBag\[0\] and 1 other part/,
  ],
  ["trailing-data", "one byte", vector("broken-trailing-byte"), /^A byte follows the end/],
  ["truncated", "in bytes", cutOff.file, /^The file is cut off: the value at byte 0 needs \d+ bytes, 150 are there\.$/],
  ["unsupported", "a cipher", camellia.file, /^Rarely used protection, the password may be right: .*Camellia/],
  ["unsupported", "no password", bytes(pfxOf(envelopedData())), /^No password is of use: .*with a private key/],
  ["limit-exceeded", "the file", vector("broken-mac-iterations-most"), /^The file was not opened: /],
  [
    "several-certificates",
    "one of them valid",
    bags(certBag(past), leaf, key),
    /, the one that is valid; .* is another\./,
  ],
  ["several-certificates", "both valid", bags(leaf, certBag(lastSecond), key), /[0-9A-F]{40}; .* is the same\./],
  ["several-keys", "two", vector("keytool-two-keys"), /2 private keys.*CN=first\.example\.com.*E4E5181366BE03E6BB0D/],
  ["other-content", "an unknown bag", vector("made-unknown-bag"), /a bag of type 1\.3\.6\.1\.4\.1\.55555/],
])("%s: %s", async (id, _, file, message) => {
  const findings = inspect({ opened: await file(), target: "api-connector", now: NOW });
  expect(findings.find((finding) => finding.id === id)?.message).toMatch(message);
});
