/** What findings on certificates tell beyond their place and severity: figures, and what is founded on what. */
import { expect, it } from "vitest";
import type { Finding, Target } from "../../../../src/findings/finding.js";
import { inspect } from "../../../../src/findings/inspect.js";
import { KEYS, textbookRsa } from "../../credential/certificate-writer.js";
import { NOW } from "../../credential/open-file.js";
import { certBag } from "../../credential/pfx-writer.js";
import { PRIMES, rsaKey } from "../../credential/rsa-key.js";
import type { FileCase } from "../rule-case.js";
import {
  authority,
  SERVER_AUTH,
  SHA1_WITH_RSA,
  soundKey,
  soundLeaf,
  withLeaf,
  withOwnLeaf,
} from "../sample-credentials.js";
import { bags, vector } from "../sample-files.js";

async function only(id: string, file: FileCase["file"], target: Target = "api-connector"): Promise<Finding> {
  const [finding, ...others] = inspect({ opened: await file(), target, now: NOW }).filter((it) => it.id === id);
  if (finding === undefined || others.length > 0) throw new RangeError(`"id" expected one finding of ${id}`);
  return finding;
}

const tinyRoot = bags(certBag(soundLeaf()), certBag(authority("root", { key: textbookRsa() })), soundKey);
const oldChain = bags(
  certBag(soundLeaf({ issuer: "intermediate" })),
  certBag(authority("intermediate", { key: KEYS.third, issuer: "root", signatureAlgorithm: SHA1_WITH_RSA })),
  soundKey,
);

it.each<[string, string, FileCase["file"], RegExp]>([
  ["expires-soon", "seconds", withLeaf({ notAfter: "20260601235959Z" }), /in less than a day, at 2026-06-01T23:59:59/],
  ["expires-soon", "a day", withLeaf({ notAfter: "20260602235959Z" }), /in a day, at/],
  ["expires-soon", "days", withLeaf({ notAfter: "20260630235959Z" }), /in 29 days, at/],
  ["rsa-under-2048", "far less", withLeaf({ key: textbookRsa() }), /^The RSA key of the certificate has 12 bits\. /],
  [
    "rsa-under-2048",
    "a bit less",
    withLeaf({ key: rsaKey(PRIMES.small, PRIMES.smaller) }),
    /2047 bits, hardly fewer than was meant: the highest bit/,
  ],
  ["rsa-under-2048", "in the chain", tinyRoot, /key of a certificate of the chain has 12 bits/],
  [
    "sha1-signature",
    "its own",
    withLeaf({ signatureAlgorithm: SHA1_WITH_RSA }),
    /^The certificate is signed with SHA-1/,
  ],
  ["sha1-signature", "in the chain", oldChain, /^A certificate of the chain is signed with SHA-1 \(sha1WithRSA/],
  ["eku-without-client-auth", "names", withLeaf({ extKeyUsage: [SERVER_AUTH] }), /\(serverAuth\)/],
  ["eku-without-client-auth", "none", withLeaf({ extKeyUsage: [] }), /\(none\)/],
  [
    "eku-without-client-auth",
    "many",
    withLeaf({ extKeyUsage: ["1.2.3.1", "1.2.3.2", "1.2.3.3", "1.2.3.4", "1.2.3.5", "1.2.3.6"] }),
    /\(1\.2\.3\.1, 1\.2\.3\.2, 1\.2\.3\.3, 1\.2\.3\.4, 1\.2\.3\.5, …\)/,
  ],
  ["ku-without-digital-signature", "names", withLeaf({ keyUsage: 0x24 }), /\(keyEncipherment, keyCertSign\)/],
  ["v1-certificate", "1", withLeaf({ version: 1 }), /is of version 1, which has no extensions/],
  ["v1-certificate", "4", withLeaf({ version: 4 }), /states version 4, which does not exist/],
])("%s: %s", async (id, _, file, message) => {
  expect((await only(id, file)).message).toMatch(message);
});

it("calls a guess about other keys a hypothesis, and says for sure of a key that it cannot sign", async () => {
  const [ec, agreement] = [vector("openssl-aes-128"), vector("openssl-key-x25519")];
  for (const target of ["api-connector", "token-signing"] as const) {
    expect(await only("key-type", ec, target)).toMatchObject({
      evidence: "hypothesis",
      message: expect.stringMatching(/EC P-256.*whether another.*is not documented/),
    });
    expect(await only("key-type", agreement, target)).toMatchObject({
      evidence: "standard",
      message: expect.stringMatching(/X25519.*makes no signatures/),
    });
  }
});

it("rests what it says of dates on what is documented for each target", async () => {
  const [past, coming] = [withLeaf({ notAfter: "20260101000000Z" }), withLeaf({ notBefore: "20270101000000Z" })];
  expect(await only("expired", past)).toMatchObject({ reference: expect.stringContaining("/graph/api/resources/") });
  expect(await only("expired", past, "token-signing")).toMatchObject({ reference: expect.stringContaining("/entra/") });
  expect(await only("not-yet-valid", coming)).toMatchObject({ evidence: "documented" });
  expect(await only("not-yet-valid", coming, "token-signing")).toMatchObject({ evidence: "hypothesis" });
});

it("has a command for a certificate of one's own and none for those of others", async () => {
  const request = /openssl req -new .*extendedKeyUsage=clientAuth/;
  expect((await only("rsa-under-2048", withLeaf({ key: textbookRsa() }))).fix).toMatch(request);
  expect((await only("rsa-under-2048", tinyRoot)).fix).not.toMatch(request);
  expect((await only("sha1-signature", oldChain)).fix).not.toMatch(request);
  const own = await only("ca-as-leaf", withOwnLeaf({ isCa: true }), "token-signing");
  expect(own.fix).toMatch(/openssl req -x509 .*-days 1095/);
});

it("says of a signature that nobody verifies that nobody does", async () => {
  const finding = await only("sha1-signature", withOwnLeaf({ signatureAlgorithm: SHA1_WITH_RSA }));
  expect(finding.message).toMatch(/names itself as its issuer, so nobody need verify/);
});
