/** A WebCrypto beside the global one: what it makes it alone can use, so nothing may reach for another on the way. */
import { X509Certificate } from "node:crypto";
import { Crypto } from "@peculiar/webcrypto";
import { expect, it } from "vitest";
import { randomOctets } from "../../../src/crypto/random.js";
import { createTokenSigningCertificate } from "../../../src/graph/create-token-signing-certificate.js";
import { createKeyPool } from "../../../src/mock/key-pool.js";
import { mintTlsCertificate } from "../../../src/node/serve/tls-certificate.js";
import { countingIds } from "../node/cli/fake-host.js";

const other = new Crypto();

it("makes keys ahead, and certificates of them", async () => {
  const pool = createKeyPool(other, 2);
  await pool.fill();
  pool.stop();
  const { certificate } = await createTokenSigningCertificate({
    now: new Date("2026-01-01T00:00:00Z"),
    newId: countingIds(),
    random: randomOctets,
    provider: pool.provider,
  });
  expect(pool.ready()).toBe(1);
  const read = new X509Certificate(certificate);
  expect(read.verify(read.publicKey)).toBe(true);
});

it("makes a server's certificate", async () => {
  const { cert, ca } = await mintTlsCertificate({ now: new Date(), random: randomOctets, provider: other });
  expect(new X509Certificate(cert).verify(new X509Certificate(ca).publicKey)).toBe(true);
});
