import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { MalformedError } from "../../../src/errors.js";
import { toCustomKeyIdentifier } from "../../../src/graph/custom-key-identifier.js";
import type { TokenSigningCredentials } from "../../../src/graph/key-credentials.js";
import { toKeyCredentials } from "../../../src/graph/key-credentials.js";
import type { KeyCredential, PasswordCredential, ServicePrincipal } from "../../../src/graph/model.js";
import type { CredentialSelector } from "../../../src/graph/service-principal-patch.js";
import { activationPatch, addToPatch, removeFromPatch } from "../../../src/graph/service-principal-patch.js";
import { thumbprint } from "../../../src/x509/thumbprint.js";
import { KEYS, writeCertificate } from "../credential/certificate-writer.js";
import { ids } from "./fixtures.js";

const NEW = writeCertificate({ key: KEYS.first, subject: "new" });
const OLD = writeCertificate({ key: KEYS.second, subject: "old" });
const ADDED = toKeyCredentials({ certificate: NEW, pfx: Uint8Array.of(1), password: "p" }, { newId: lettered() });
const OLD_THUMBPRINT = thumbprint(OLD);
const PORTAL_IDENTIFIER = encodeBase64(new Uint8Array(32).fill(9));

const key = (keyId: string, customKeyIdentifier: string | null, more: KeyCredential = {}): KeyCredential =>
  ({
    customKeyIdentifier,
    displayName: "CN=old",
    endDateTime: "2026-05-05T18:38:51.8100763Z",
    key: null,
    keyId,
    startDateTime: "2023-05-05T18:38:51.8100763+00:00",
    type: "AsymmetricX509Cert",
    usage: "Verify",
    hasExtendedValue: null,
    ...more,
  }) as KeyCredential;
const password = (keyId: string, customKeyIdentifier: string | null): PasswordCredential => ({
  customKeyIdentifier,
  hint: "abc",
  keyId,
  secretText: null,
});

/** A certificate's three entries, as a read without `$select` shows them. */
const triple = (customKeyIdentifier: string, shown: string | null = null): ServicePrincipal => ({
  preferredTokenSigningKeyThumbprint: null,
  keyCredentials: [
    key(`sign-${customKeyIdentifier}`, customKeyIdentifier, { usage: "Sign" }),
    key(`verify-${customKeyIdentifier}`, customKeyIdentifier, { key: shown }),
  ],
  passwordCredentials: [password(`sign-${customKeyIdentifier}`, customKeyIdentifier)],
});
const together = (...all: readonly ServicePrincipal[]): ServicePrincipal => ({
  preferredTokenSigningKeyThumbprint: null,
  keyCredentials: all.flatMap(({ keyCredentials = [] }) => keyCredentials),
  passwordCredentials: all.flatMap(({ passwordCredentials = [] }) => passwordCredentials),
});
const SECRET: ServicePrincipal = { passwordCredentials: [password("client-secret", null)] };
const sha1 = (certificate: Uint8Array): string => encodeBase64(toCustomKeyIdentifier(certificate, "sha1"));
const errorOf = (code: string, at: string): unknown => expect.objectContaining({ code, at });

describe("addToPatch", () => {
  it("puts the new entries behind all that is there, which keeps every member but key and secretText", () => {
    const before = together(triple(sha1(OLD), encodeBase64(OLD)), SECRET);
    const [sign, verify] = before.keyCredentials ?? [];
    expect(addToPatch(before, ADDED)).toEqual({
      keyCredentials: [sign, { ...verify, key: null }, ...ADDED.keyCredentials],
      passwordCredentials: [...(before.passwordCredentials ?? []), ADDED.passwordCredential],
    });
  });

  it("writes null for a key and a secret that the read left out", () => {
    const patch = addToPatch({ keyCredentials: [{ keyId: "a" }], passwordCredentials: [{ keyId: "b" }] }, ADDED);
    expect(patch.keyCredentials?.[0]).toEqual({ keyId: "a", key: null });
    expect(patch.passwordCredentials?.[0]).toEqual({ keyId: "b", secretText: null });
  });

  it("sends no secret but the new ones", () => {
    const before = { keyCredentials: [], passwordCredentials: [{ ...password("a", null), secretText: "old secret" }] };
    expect(JSON.stringify(addToPatch(before, ADDED))).not.toContain("old secret");
  });

  const empty: ServicePrincipal = { keyCredentials: [], passwordCredentials: [] };
  const [sign, verify] = ADDED.keyCredentials;
  const identifier = ADDED.passwordCredential.customKeyIdentifier ?? "";
  it.each<[string, ServicePrincipal, string]>([
    [
      "the Sign keyId, in upper case",
      { ...empty, keyCredentials: [{ keyId: sign.keyId?.toUpperCase() ?? "" }] },
      "/keyCredentials/0/keyId",
    ],
    ["the Verify keyId", { ...empty, keyCredentials: [{}, { keyId: verify.keyId ?? "" }] }, "/keyCredentials/1/keyId"],
    [
      "the password's keyId",
      { ...empty, passwordCredentials: [password(sign.keyId ?? "", null)] },
      "/passwordCredentials/0/keyId",
    ],
    [
      "the identifier on a key",
      { ...empty, keyCredentials: [key("a", identifier)] },
      "/keyCredentials/0/customKeyIdentifier",
    ],
    [
      "the identifier on a password",
      { ...empty, passwordCredentials: [password("a", identifier)] },
      "/passwordCredentials/0/customKeyIdentifier",
    ],
    [
      "the identifier without padding",
      { ...empty, keyCredentials: [key("a", identifier.replace("=", ""))] },
      "/keyCredentials/0/customKeyIdentifier",
    ],
  ])("refuses where %s is there", (_, before, at) => {
    expect(() => addToPatch(before, ADDED)).toThrow(MalformedError);
    expect(() => addToPatch(before, ADDED)).toThrow(errorOf("ERR_GRAPH_CREDENTIAL_EXISTS", at));
  });

  it("does not take two entries without identifier and keyId for the same", () => {
    const anonymous: TokenSigningCredentials = {
      keyCredentials: [{ customKeyIdentifier: null, keyId: null }, {}],
      passwordCredential: { customKeyIdentifier: "" },
      thumbprint: "",
    };
    const before = { keyCredentials: [key("a", null), {}], passwordCredentials: [{ customKeyIdentifier: "" }] };
    expect(addToPatch(before, anonymous).keyCredentials).toHaveLength(4);
  });

  it("refuses a read without the collections, which a PATCH would empty", () => {
    expect(() => addToPatch({ passwordCredentials: [] }, ADDED)).toThrow(
      errorOf("ERR_GRAPH_SERVICE_PRINCIPAL", "/keyCredentials"),
    );
    expect(() => addToPatch({ keyCredentials: [] }, ADDED)).toThrow(
      errorOf("ERR_GRAPH_SERVICE_PRINCIPAL", "/passwordCredentials"),
    );
  });
});

describe("removeFromPatch", () => {
  const kept = together(triple(sha1(NEW)), SECRET);
  const removal = { keyCredentials: kept.keyCredentials, passwordCredentials: kept.passwordCredentials };

  it.each(["sha1", "sha256-of-hex-thumbprint", "hex-as-base64", "double-base64"] as const)(
    "finds the three entries of a thumbprint under %s",
    (convention) => {
      const identifier = encodeBase64(toCustomKeyIdentifier(OLD, convention));
      const before = together(triple(identifier), kept);
      for (const text of [OLD_THUMBPRINT, OLD_THUMBPRINT.toLowerCase(), OLD_THUMBPRINT.replace(/..(?=.)/g, "$&:")]) {
        expect(removeFromPatch(before, { thumbprint: text })).toEqual([removal]);
      }
      expect(removeFromPatch(before, { customKeyIdentifier: identifier })).toEqual([removal]);
    },
  );

  it("finds an old entry whose identifier is 40 octets of ASCII", () => {
    const before = together(triple(btoa(OLD_THUMBPRINT.toLowerCase())), kept);
    expect(removeFromPatch(before, { thumbprint: OLD_THUMBPRINT })).toEqual([removal]);
  });

  it("finds a certificate that is shown, whatever its identifier", () => {
    const before = together(triple(PORTAL_IDENTIFIER, encodeBase64(OLD)), kept);
    expect(removeFromPatch(before, { thumbprint: OLD_THUMBPRINT })).toEqual([removal]);
  });

  it("does not believe an identifier beside another certificate", () => {
    const before = together(triple(sha1(OLD), encodeBase64(NEW)));
    expect(() => removeFromPatch(before, { thumbprint: OLD_THUMBPRINT })).toThrow(
      errorOf("ERR_GRAPH_CREDENTIAL_NOT_FOUND", "/keyCredentials"),
    );
  });

  it("removes a certificate under each of its identifiers", () => {
    const before = together(triple(sha1(OLD)), kept, triple(OLD_THUMBPRINT));
    expect(removeFromPatch(before, { thumbprint: OLD_THUMBPRINT })).toEqual([removal]);
  });

  it("compares identifiers by octets", () => {
    const before = together(triple(sha1(OLD)), kept);
    const otherText = sha1(OLD).replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
    expect(removeFromPatch(before, { customKeyIdentifier: otherText })).toEqual([removal]);
  });

  it("removes what is left of a triple", () => {
    const orphan = { passwordCredentials: [password("a", sha1(OLD))] };
    expect(removeFromPatch(together(orphan, kept), { customKeyIdentifier: sha1(OLD) })).toEqual([removal]);
  });

  it("never removes an entry without an identifier, even one that shares a keyId", () => {
    const { keyCredentials = [], passwordCredentials = [] } = triple(sha1(OLD));
    const loose = { passwordCredentials: passwordCredentials.map((it) => ({ ...it, customKeyIdentifier: null })) };
    const [patch] = removeFromPatch(together({ keyCredentials }, loose), { thumbprint: OLD_THUMBPRINT });
    expect(patch).toEqual({ keyCredentials: [], passwordCredentials: loose.passwordCredentials });
  });

  it.each<[string, CredentialSelector]>([
    ["by thumbprint", { thumbprint: OLD_THUMBPRINT }],
    ["by identifier", { customKeyIdentifier: sha1(OLD) }],
  ])("says what is there where nothing is found %s", (_, which) => {
    const before = together(triple(sha1(NEW), encodeBase64(NEW)), triple(PORTAL_IDENTIFIER), SECRET);
    expect(() => removeFromPatch(before, which)).toThrow(MalformedError);
    expect(() => removeFromPatch(before, which)).toThrow(errorOf("ERR_GRAPH_CREDENTIAL_NOT_FOUND", "/keyCredentials"));
    const { message } = failure(() => removeFromPatch(before, which));
    expect(message).toContain(`there are ${sha1(NEW)} (${thumbprint(NEW)}), ${PORTAL_IDENTIFIER}`);
    expect(failure(() => removeFromPatch(together(SECRET), which)).message).toContain("no entry has an identifier");
  });

  it.each<[CredentialSelector, ErrorConstructor, RegExp]>([
    [{ thumbprint: "AB" }, RangeError, /^"thumbprint"/],
    [{ customKeyIdentifier: "" }, RangeError, /^"customKeyIdentifier"/],
    [{} as { customKeyIdentifier: string }, TypeError, /^"customKeyIdentifier"/],
  ])("refuses the argument %j", (which, kind, message) => {
    expect(() => removeFromPatch(kept, which)).toThrow(kind);
    expect(() => removeFromPatch(kept, which)).toThrow(message);
  });
});

describe("removeFromPatch and the active certificate", () => {
  const active = (preferred: string | null, ...all: ServicePrincipal[]): ServicePrincipal => ({
    ...together(...all),
    preferredTokenSigningKeyThumbprint: preferred,
  });
  const CLEARED = { preferredTokenSigningKeyThumbprint: null };

  it.each<[string, ServicePrincipal, CredentialSelector]>([
    ["asked for by thumbprint", triple(sha1(OLD)), { thumbprint: OLD_THUMBPRINT }],
    ["known by its identifier", triple(sha1(OLD)), { customKeyIdentifier: sha1(OLD) }],
    ["known by its hex text", triple(OLD_THUMBPRINT), { customKeyIdentifier: OLD_THUMBPRINT }],
    ["shown", triple(PORTAL_IDENTIFIER, encodeBase64(OLD)), { customKeyIdentifier: PORTAL_IDENTIFIER }],
  ])("clears the preference first where it points at the certificate %s", (_, entries, which) => {
    for (const preferred of [OLD_THUMBPRINT, OLD_THUMBPRINT.toLowerCase()]) {
      const patches = removeFromPatch(active(preferred, entries, triple(sha1(NEW))), which);
      expect(patches).toEqual([CLEARED, expect.objectContaining({ keyCredentials: triple(sha1(NEW)).keyCredentials })]);
      expect(patches[1]).not.toHaveProperty("preferredTokenSigningKeyThumbprint");
    }
  });

  it.each<[string, string | null, ServicePrincipal]>([
    ["null", null, triple(PORTAL_IDENTIFIER)],
    ["no thumbprint", "unused", triple(PORTAL_IDENTIFIER)],
    ["another's", thumbprint(NEW), triple(PORTAL_IDENTIFIER)],
    ["nobody's, and the certificate is shown", "A".repeat(40), triple(PORTAL_IDENTIFIER, encodeBase64(OLD))],
    ["nobody's, and the identifier is a SHA-1", "A".repeat(40), triple(sha1(OLD))],
    ["nobody's, and the identifier is hex text", "A".repeat(40), triple(OLD_THUMBPRINT)],
  ])("leaves the preference alone where it is %s", (_, preferred, entries) => {
    const customKeyIdentifier = entries.keyCredentials?.[0]?.customKeyIdentifier ?? "";
    const patches = removeFromPatch(active(preferred, entries, triple(sha1(NEW))), { customKeyIdentifier });
    expect(patches).toHaveLength(1);
    expect(patches[0]).not.toHaveProperty("preferredTokenSigningKeyThumbprint");
  });

  it("refuses where nobody can tell: the preference was not read, or may point at what is removed", () => {
    const { preferredTokenSigningKeyThumbprint: _, ...unread } = active(null, triple(sha1(OLD)));
    const unclear = active(OLD_THUMBPRINT, triple(PORTAL_IDENTIFIER), triple(sha1(NEW)));
    for (const make of [
      () => removeFromPatch(unread, { thumbprint: OLD_THUMBPRINT }),
      () => removeFromPatch(unclear, { customKeyIdentifier: PORTAL_IDENTIFIER }),
    ]) {
      expect(make).toThrow(errorOf("ERR_GRAPH_SERVICE_PRINCIPAL", "/preferredTokenSigningKeyThumbprint"));
      expect(make).toThrow(/\$select=/);
    }
  });
});

describe("activationPatch", () => {
  it("writes the thumbprint in upper case", () => {
    expect(activationPatch(OLD_THUMBPRINT.toLowerCase())).toEqual({
      preferredTokenSigningKeyThumbprint: OLD_THUMBPRINT,
    });
  });

  it("refuses what is none", () => {
    expect(() => activationPatch(sha1(OLD))).toThrow(RangeError);
  });
});

/** GUIDs whose case tells. */
function lettered(): () => string {
  const next = ids();
  return () => next().replace("00000000", "abcdefab");
}

function failure(make: () => unknown): Error {
  try {
    make();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new RangeError("expected an error");
}
