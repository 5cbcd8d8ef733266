/** Arbitrary servicePrincipals: triples of several certificates, mixed with client secrets and what else is met. */
import fc from "fast-check";
import { encodeBase64 } from "../../src/bytes/base64.js";
import type { IdentifierConvention } from "../../src/graph/custom-key-identifier.js";
import { toCustomKeyIdentifier } from "../../src/graph/custom-key-identifier.js";
import type { KeyCredential, PasswordCredential, ServicePrincipal } from "../../src/graph/model.js";
import { thumbprint } from "../../src/x509/thumbprint.js";

/** A servicePrincipal with what only its maker knows. */
export interface Sample {
  readonly servicePrincipal: Required<Pick<ServicePrincipal, "keyCredentials" | "passwordCredentials">> &
    ServicePrincipal;
  /** One for each certificate. */
  readonly certificates: readonly { readonly customKeyIdentifier: string; readonly thumbprint: string }[];
  /** Which certificate an entry belongs to, by the entry; `undefined`: none. */
  readonly owner: ReadonlyMap<KeyCredential | PasswordCredential, number>;
  /** Which certificate is active, if any. */
  readonly active: number | undefined;
}

const conventions = fc.constantFrom<IdentifierConvention | "any octets">(
  "sha1",
  "sha256-of-hex-thumbprint",
  "hex-as-base64",
  "double-base64",
  "any octets",
);

/** As the service and as callers write them. */
const dateTime = fc
  .tuple(fc.date({ min: new Date(0), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true }), fc.nat(9_999_999))
  .chain(([date, ticks]) => {
    const seconds = date.toISOString().slice(0, 19);
    return fc.constantFrom(`${seconds}Z`, `${seconds}+00:00`, `${seconds}.${String(ticks).padStart(7, "0")}Z`);
  });

/** Members that no model knows of. */
const unknownMembers = fc.dictionary(
  fc.oneof(
    fc.string().map((it) => `x${it}`),
    fc.constantFrom("hasExtendedValue", "@odata.type"),
  ),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 3 },
);

const shared = fc.record(
  {
    displayName: fc.option(fc.string()),
    startDateTime: fc.option(dateTime),
    endDateTime: fc.option(dateTime),
    keyId: fc.option(fc.uuid()),
  },
  { requiredKeys: [] },
);

const certificate = fc.record({
  // The octets of a certificate are not looked into.
  der: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  convention: conventions,
  octets: fc.uint8Array({ minLength: 1, maxLength: 32 }),
  isShown: fc.boolean(),
  entries: fc.tuple(shared, shared, shared, unknownMembers),
});

/** What belongs to no certificate: client secrets, and keys that were added long ago. */
const loose = fc.tuple(
  shared,
  unknownMembers,
  fc.constantFrom<Partial<KeyCredential>>({}, { customKeyIdentifier: null }, { customKeyIdentifier: "" }),
);

/** Up to five certificates, entries in any order, one of the certificates active or none. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    parts: fc.uniqueArray(certificate, {
      maxLength: 5,
      selector: ({ der, octets }) => `${encodeBase64(der)} ${encodeBase64(octets)}`,
      comparator: (a, b) => a.split(" ").some((it, index) => it === b.split(" ")[index]),
    }),
    looseKeys: fc.array(loose, { maxLength: 2 }),
    looseSecrets: fc.array(loose, { maxLength: 3 }),
    order: fc.infiniteStream(fc.nat(1000)),
    active: fc.option(fc.nat(5), { nil: undefined }),
    without: fc.constantFrom(null, "unused"),
    more: unknownMembers,
  })
  .map(({ parts, looseKeys, looseSecrets, order, active, without, more }) => {
    const owner = new Map<KeyCredential | PasswordCredential, number>();
    const keys: KeyCredential[] = looseKeys.map(([own, unknown, identifier]) => ({
      ...unknown,
      ...own,
      ...identifier,
    }));
    const secrets: PasswordCredential[] = looseSecrets.map(([own, unknown, identifier]) => ({
      ...unknown,
      ...own,
      ...identifier,
      secretText: null,
    }));
    const certificates = parts.map(({ der, convention, octets, isShown, entries }, index) => {
      const identifier = convention === "any octets" ? octets : toCustomKeyIdentifier(der, convention);
      const customKeyIdentifier = encodeBase64(identifier);
      const [ofSign, ofVerify, ofPassword, unknown] = entries;
      const key = isShown || convention === "any octets" ? encodeBase64(der) : null;
      const common = { ...unknown, customKeyIdentifier, type: "AsymmetricX509Cert" };
      const sign = { ...common, ...ofSign, usage: "Sign", key: null };
      const verify = { ...common, ...ofVerify, usage: "Verify", key };
      const password = { ...unknown, customKeyIdentifier, ...ofPassword, hint: null, secretText: null };
      keys.push(sign, verify);
      secrets.push(password);
      for (const entry of [sign, verify, password]) owner.set(entry, index);
      return { customKeyIdentifier, thumbprint: thumbprint(der) };
    });
    const preferred = active === undefined ? undefined : certificates[active]?.thumbprint;
    return {
      servicePrincipal: {
        ...more,
        id: "00af5dfb-85da-4b41-a677-0c6b86dd34f8",
        keyCredentials: shuffled(keys, order),
        passwordCredentials: shuffled(secrets, order),
        preferredTokenSigningKeyThumbprint: preferred ?? without,
      },
      certificates,
      owner,
      active: preferred === undefined ? undefined : active,
    };
  });

function shuffled<T>(items: readonly T[], order: Iterator<number>): readonly T[] {
  return items
    .map((item) => ({ item, rank: Number(order.next().value) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
