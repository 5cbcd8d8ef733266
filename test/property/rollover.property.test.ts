/**
 * Whatever a servicePrincipal has: the plan's requests, applied by a model that knows of PATCH no more than that it replaces
 * what it names, end with the new certificate active, the old ones gone and the rest as it was.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { KeyCredential, PasswordCredential } from "../../src/graph/model.js";
import { compareRead } from "../../src/rollover/expectation.js";
import type { RemovalChoice } from "../../src/rollover/removals.js";
import { REMOVAL_CHOICES } from "../../src/rollover/removals.js";
import { thumbprint } from "../../src/x509/thumbprint.js";
import type { Triple } from "../unit/audit/sample-service-principal.js";
import {
  base64OfHex,
  clientCertificate,
  clientSecret,
  guid,
  servicePrincipal,
  triple,
} from "../unit/audit/sample-service-principal.js";
import { KEYS, writeCertificate } from "../unit/credential/certificate-writer.js";
import { newCredentials, planFor } from "../unit/rollover/sample-plan.js";
import { settings } from "./settings.js";

interface Stored {
  readonly keyCredentials: readonly KeyCredential[];
  readonly passwordCredentials: readonly PasswordCredential[];
  readonly preferredTokenSigningKeyThumbprint?: string | null;
}

/** What Graph does with a PATCH, as far as a rollover knows: an entry that is there may not change, a new one has its key. */
function applyPatch(stored: Stored, patch: Partial<Stored>): Stored {
  const keep = <Entry extends KeyCredential & PasswordCredential>(
    old: readonly Entry[],
    sent: readonly Entry[],
    secret: "key" | "secretText",
  ): readonly Entry[] =>
    sent.map((entry) => {
      const known = old.find(({ keyId, usage }) => keyId === entry.keyId && usage === entry.usage);
      if (known === undefined) {
        if (typeof entry[secret] !== "string") throw new Error("a new entry without its secret");
        const type = entry.usage === "Sign" ? { type: "AsymmetricX509Cert" } : {};
        return { ...entry, ...type, ...(entry.usage === "Verify" ? {} : { [secret]: null }) };
      }
      // Compared as texts: many thousands of times, which expect takes long for.
      const unchanged = JSON.stringify({ ...known, [secret]: null });
      if (JSON.stringify(entry) !== unchanged) throw new Error("an entry that is there was changed");
      return known;
    });
  return {
    ...stored,
    ...patch,
    keyCredentials:
      patch.keyCredentials === undefined
        ? stored.keyCredentials
        : keep(stored.keyCredentials, patch.keyCredentials, "key"),
    passwordCredentials:
      patch.passwordCredentials === undefined
        ? stored.passwordCredentials
        : keep(stored.passwordCredentials, patch.passwordCredentials, "secretText"),
  };
}

const DATES = ["2025-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00Z", "2027-06-01T00:00:00.0000001Z"] as const;

const certificates = Array.from({ length: 5 }, (_, index) =>
  writeCertificate({ key: KEYS.first, subject: `old ${index}` }),
);

const triples = fc
  .array(
    fc.record({
      end: fc.constantFrom(...DATES),
      hasKey: fc.boolean(),
      identifier: fc.constantFrom("sha1", "octets", "hex"),
      parts: fc.constantFrom("all", "all", "sign", "verify", "password"),
    }),
    { maxLength: certificates.length },
  )
  .map((list) =>
    list.map(({ end, hasKey, identifier, parts }, index): Partial<Triple> & { readonly hex: string } => {
      const der = certificates[index] as Uint8Array;
      const hex = thumbprint(der);
      const identifiers = { sha1: base64OfHex(hex), octets: base64OfHex(`0${index}`.repeat(32)), hex };
      const made = triple({
        der,
        end,
        hasKey,
        start: DATES[0],
        number: 100 + 10 * index,
        identifier: identifiers[identifier as "hex"],
      });
      if (parts === "sign") return { sign: made.sign, hex };
      if (parts === "verify") return { verify: made.verify, hex };
      return parts === "password" ? { password: made.password, hex } : { ...made, hex };
    }),
  );

it("a plan ends with the new certificate active, what it names removed, the rest unchanged", () => {
  const seen = { removed: 0, kept: 0 };
  fc.assert(
    fc.property(
      triples,
      fc.nat(7),
      fc.array(fc.constantFrom("secret", "client"), { maxLength: 2 }),
      fc.constantFrom<RemovalChoice>(...REMOVAL_CHOICES),
      (list, choice, others, remove) => {
        const preferred = list[choice]?.hex ?? null;
        const json = servicePrincipal(list, {
          preferred,
          keys: others.includes("client") ? [clientCertificate({ customKeyIdentifier: "AAAA" })] : [],
          passwords: others.includes("secret") ? [clientSecret({ keyId: guid(40) })] : [],
        });
        const plan = planFor(json, { remove });
        let stored: Stored = json;
        for (const step of plan.steps) {
          if (step.kind === "change") stored = applyPatch(stored, step.request.body ?? {});
          if (step.kind === "read" || step.kind === "poll") expect(compareRead(stored, step.expect)).toEqual([]);
        }
        const { keyCredentials: added, passwordCredential, thumbprint: active } = newCredentials();
        const gone = new Set(plan.removing.map(({ customKeyIdentifier }) => customKeyIdentifier));
        const isKept = ({ customKeyIdentifier }: KeyCredential): boolean => !gone.has(customKeyIdentifier ?? "");
        expect(stored.preferredTokenSigningKeyThumbprint).toBe(active);
        expect(stored.keyCredentials.slice(0, -2)).toEqual(json.keyCredentials.filter(isKept));
        expect(stored.passwordCredentials.slice(0, -1)).toEqual(json.passwordCredentials.filter(isKept));
        expect(stored.keyCredentials.slice(-2).map(({ keyId }) => keyId)).toEqual(added.map(({ keyId }) => keyId));
        expect(stored.passwordCredentials.at(-1)?.keyId).toBe(passwordCredential.keyId);
        // Client secrets and certificates stay, whatever is asked for; with "none" all does, with "previous" all but one.
        expect(gone.has("AAAA")).toBe(false);
        expect(plan.removing.length).toBeLessThanOrEqual(
          remove === "none" ? 0 : remove === "previous" ? 1 : list.length,
        );
        if (remove === "previous" && preferred !== null && plan.removing[0] !== undefined) {
          expect([preferred, null]).toContain(plan.removing[0].thumbprint);
        }
        for (const { customKeyIdentifier } of plan.removing) {
          const sign = json.keyCredentials.find(
            (it) => it.usage === "Sign" && it.customKeyIdentifier === customKeyIdentifier,
          );
          expect(sign).toBeDefined();
          if (remove === "expired" && plan.removing.length > 1) seen.removed += 1;
        }
        seen.kept += plan.removing.length === 0 ? 1 : 0;
      },
    ),
    settings(300),
  );
  expect(seen.removed).toBeGreaterThan(0);
  expect(seen.kept).toBeGreaterThan(0);
});
