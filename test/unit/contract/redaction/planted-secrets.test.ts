/** Secrets at random places, echoed at others: none is left, and what was equal is equal still. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../../src/bytes/base64.js";
import { encodeBase64Url } from "../../../../src/bytes/base64url.js";
import { encodeHex } from "../../../../src/bytes/hex.js";
import { toCassetteLine } from "../../../../src/contract/cassette/write.js";
import { createRedactor } from "../../../../src/contract/redaction/redactor.js";
import { scanForSecrets } from "../../../../src/contract/redaction/scan.js";
import { isSearchable } from "../../../../src/contract/redaction/search.js";
import { sampleExchange } from "./sample-exchange.js";

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** From a secret to a member of a body that holds it. */
const PLACES: readonly ((secret: string) => object)[] = [
  (password) => ({ password }),
  (secretText) => ({ passwordCredential: { secretText } }),
  (key) => ({ keyCredentials: [{ usage: "Sign", key }] }),
  (proof) => ({ requests: [{ id: "1", body: { proof } }] }),
  (password) => ({ inner: JSON.stringify({ password }) }),
  (password) => ({ body: encodeBase64(octets(JSON.stringify({ password }))) }),
  (password) => ({ url: `https://a.example.com/?client_secret=${encodeURIComponent(password)}` }),
];

/** How an answer may repeat it. */
const ECHOES: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify(secret),
  encodeURIComponent,
  (secret) => encodeBase64(octets(secret)),
  (secret) => encodeBase64Url(octets(secret)),
  (secret) => encodeHex(octets(secret)),
];

// Whole characters: a lone surrogate is in no text that comes over the wire.
const secrets = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 24 }),
  fc.string({ unit: "grapheme-ascii", minLength: 4, maxLength: 60 }),
  fc.base64String({ minLength: 40, maxLength: 900 }),
);
const seams = fc.constantFrom(" ", "'", "(", ": ");

describe("planted secrets", () => {
  it("are in nothing that is written", () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom(...PLACES),
        fc.constantFrom(...ECHOES),
        seams,
        fc.constantFrom("member", "name", "text", "header"),
        (secret, place, echo, seam, where) => {
          const said = `before${seam}${echo(secret)}${seam}after`;
          const bodies = { member: { error: { message: said } }, name: { [said]: 1 }, text: said, header: "" };
          const exchange = sampleExchange({
            request: { body: place(secret) },
            response: { body: bodies[where], headers: where === "header" ? { location: `/x/${echo(secret)}` } : {} },
          });
          const line = toCassetteLine(createRedactor({ names: true }).exchange(exchange));
          expect(scanForSecrets(line, [secret])).toEqual([]);
          // What can be looked for at all is found before.
          const raw = toCassetteLine(exchange);
          if (isSearchable(secret) && where === "member" && echo(secret) === secret) {
            expect(scanForSecrets(raw, [secret]).length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("are the same pseudonym where they were the same, and another where they were not", () => {
    fc.assert(
      fc.property(secrets, secrets, (one, other) => {
        const { request, response } = createRedactor().exchange(
          sampleExchange({
            request: { body: { password: one } },
            response: { body: { a: { secretText: one }, b: { proof: other } } },
          }),
        );
        const sent = request.json as { password: unknown };
        const { a, b } = response.json as { a: { secretText: unknown }; b: { proof: unknown } };
        expect(a.secretText).toBe(sent.password);
        expect(b.proof === sent.password).toBe(one === other);
      }),
    );
  });
});
