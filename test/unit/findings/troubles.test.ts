import { expect, it } from "vitest";
import { troublesOf } from "../../../src/findings/troubles.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { open, openVector } from "../credential/open-file.js";
import { brokenBag, certBag, followedBy, keyBag, lockedKeyBag, plainPfx } from "../credential/pfx-writer.js";

const certificate = certBag(writeCertificate({ key: KEYS.first, subject: "leaf" }));
const key = keyBag(KEYS.first.pkcs8);

async function troubles(file: Uint8Array): Promise<readonly string[]> {
  return troublesOf(await open(file)).map(({ error, severity }) => `${severity} ${error.code}`);
}

it("is empty for a file that was read whole", async () => {
  expect(await troubles(plainPfx(certificate, key))).toEqual([]);
});

it("is the one error that stopped the opening", async () => {
  const opened = await openVector("made-key-bag", "wrong");
  expect(opened.credentials).toHaveLength(1);
  expect(troublesOf(opened)).toEqual([{ error: opened.failure, severity: "error" }]);
});

it.each([
  ["warnings where a key has its certificate", [certificate, key], "warning"],
  ["errors where there is no key", [certificate], "error"],
  ["errors where there is no certificate", [key], "error"],
])("are unreadable parts in order: %s", async (_, bags, severity) => {
  const found = await troubles(plainPfx(brokenBag(), lockedKeyBag(), ...bags));
  expect(found).toEqual([`${severity} ERR_PKCS12_STRUCTURE`, `${severity} ERR_PKCS12_DECRYPT`]);
});

it("does not take bytes behind the file for a part that was not read", async () => {
  expect(await troubles(followedBy(plainPfx(certificate, key), "\n"))).toEqual([]);
});
