/** Whatever a servicePrincipal holds, a PATCH adds or removes one certificate and changes nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TokenSigningCredentials } from "../../src/graph/key-credentials.js";
import { toKeyCredentials } from "../../src/graph/key-credentials.js";
import type { KeyCredential, PasswordCredential, ServicePrincipal } from "../../src/graph/model.js";
import type { ServicePrincipalPatch } from "../../src/graph/service-principal-patch.js";
import { activationPatch, addToPatch, removeFromPatch } from "../../src/graph/service-principal-patch.js";
import { announce } from "../setup/announce.js";
import { KEYS, writeCertificate } from "../unit/credential/certificate-writer.js";
import type { Sample } from "./service-principals.js";
import { samples } from "./service-principals.js";
import { settings } from "./settings.js";

const RUNS = settings(1000);
announce(`patches of servicePrincipals: seed ${RUNS.seed}, ${RUNS.numRuns} cases each`);

/** With GUIDs that no sample draws: theirs have a version and a variant. */
const ids = ["00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000b"];
const added: TokenSigningCredentials = deepFrozen(
  toKeyCredentials(
    {
      certificate: writeCertificate({ key: KEYS.first, subject: "added" }),
      pfx: Uint8Array.of(0x30, 0),
      password: "a password",
    },
    { newId: newIds() },
  ),
);

function newIds(): () => string {
  let count = 0;
  return () => ids[count++ % 2] ?? "";
}

/** So that writing to it throws. */
function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFrozen(member);
  }
  return value;
}

/** What Graph shows after a PATCH: named members replaced, no key and no secret. */
function applied(before: ServicePrincipal, patches: readonly ServicePrincipalPatch[]): ServicePrincipal {
  return asShown(Object.assign({}, before, ...patches) as ServicePrincipal);
}

function asShown(servicePrincipal: ServicePrincipal): ServicePrincipal {
  const { keyCredentials = [], passwordCredentials = [] } = servicePrincipal;
  return {
    ...servicePrincipal,
    keyCredentials: keyCredentials.map((it) => ({ ...it, key: null })),
    passwordCredentials: passwordCredentials.map((it) => ({ ...it, secretText: null })),
  };
}

/** To the letter: order of members and digits of dates too. */
const text = (value: unknown): string => JSON.stringify(value);

/** A sample, and one of its certificates. */
const withChosen = samples
  .filter(({ certificates }) => certificates.length > 0)
  .chain((sample) => fc.nat(sample.certificates.length - 1).map((chosen) => ({ sample: deepFrozen(sample), chosen })));

function certificateOf({ certificates }: Sample, index: number): Sample["certificates"][number] {
  const found = certificates[index];
  if (found === undefined) throw new RangeError('"index" expected one of the certificates');
  return found;
}

describe("addToPatch", () => {
  it("keeps every entry to the letter, in order, and puts three behind them", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { servicePrincipal } = deepFrozen(sample);
        const patch = addToPatch(servicePrincipal, added);
        const shown = asShown(servicePrincipal);
        expect(Object.keys(patch)).toEqual(["keyCredentials", "passwordCredentials"]);
        expect(text(patch.keyCredentials)).toBe(text([...(shown.keyCredentials ?? []), ...added.keyCredentials]));
        expect(text(patch.passwordCredentials)).toBe(
          text([...(shown.passwordCredentials ?? []), added.passwordCredential]),
        );
      }),
      RUNS,
    );
  });

  it("is undone by removing, by thumbprint or by identifier", () => {
    const customKeyIdentifier = added.passwordCredential.customKeyIdentifier ?? "";
    const ways = fc.constantFrom({ thumbprint: added.thumbprint }, { customKeyIdentifier });
    fc.assert(
      fc.property(samples, ways, fc.boolean(), ({ servicePrincipal }, which, isActivated) => {
        const more = isActivated ? [activationPatch(added.thumbprint)] : [];
        const between = deepFrozen(applied(servicePrincipal, [addToPatch(servicePrincipal, added), ...more]));
        const after = applied(between, removeFromPatch(between, which));
        const { preferredTokenSigningKeyThumbprint: before } = servicePrincipal;
        const expected = {
          ...asShown(servicePrincipal),
          preferredTokenSigningKeyThumbprint: isActivated ? null : before,
        };
        expect(text(after)).toBe(text(expected));
      }),
      RUNS,
    );
  });

  it("is refused the second time", () => {
    fc.assert(
      fc.property(samples, ({ servicePrincipal }) => {
        const once = applied(servicePrincipal, [addToPatch(servicePrincipal, added)]);
        expect(() => addToPatch(once, added)).toThrow(expect.objectContaining({ code: "ERR_GRAPH_CREDENTIAL_EXISTS" }));
      }),
      RUNS,
    );
  });
});

describe("removeFromPatch", () => {
  it("removes a certificate's entries and keeps all others to the letter, in order", () => {
    fc.assert(
      fc.property(withChosen, fc.boolean(), ({ sample, chosen }, isByThumbprint) => {
        const { servicePrincipal, owner, active } = sample;
        const { customKeyIdentifier, thumbprint } = certificateOf(sample, chosen);
        const patches = removeFromPatch(servicePrincipal, isByThumbprint ? { thumbprint } : { customKeyIdentifier });
        const isKept = (entry: KeyCredential | PasswordCredential): boolean => owner.get(entry) !== chosen;
        const expected = asShown({
          keyCredentials: servicePrincipal.keyCredentials.filter(isKept),
          passwordCredentials: servicePrincipal.passwordCredentials.filter(isKept),
        });
        const cleared = active === chosen ? [{ preferredTokenSigningKeyThumbprint: null }] : [];
        expect(text(patches)).toBe(text([...cleared, expected]));
      }),
      RUNS,
    );
  });

  it("keeps every other certificate whole: it can be removed afterwards, and is gone then", () => {
    fc.assert(
      fc.property(withChosen, ({ sample, chosen }) => {
        const { certificates, owner } = sample;
        let current: ServicePrincipal = sample.servicePrincipal;
        const order = [chosen, ...certificates.map((_, index) => index).filter((it) => it !== chosen)];
        for (const index of order) {
          const { customKeyIdentifier } = certificateOf(sample, index);
          const patches = removeFromPatch(current, { customKeyIdentifier });
          const { keyCredentials = [], passwordCredentials = [] } = patches.at(-1) ?? {};
          expect(keyCredentials.length).toBe((current.keyCredentials?.length ?? 0) - 2);
          expect(passwordCredentials.length).toBe((current.passwordCredentials?.length ?? 0) - 1);
          // The certificates stay to be seen, as in a read with $select.
          current = Object.assign({}, current, ...patches, {
            keyCredentials: current.keyCredentials?.filter((it) => it.customKeyIdentifier !== customKeyIdentifier),
          }) as ServicePrincipal;
          expect(() => removeFromPatch(current, { customKeyIdentifier })).toThrow(
            expect.objectContaining({ code: "ERR_GRAPH_CREDENTIAL_NOT_FOUND" }),
          );
        }
        const { keyCredentials = [], passwordCredentials = [] } = current;
        const count =
          sample.servicePrincipal.keyCredentials.length + sample.servicePrincipal.passwordCredentials.length;
        expect(keyCredentials.length + passwordCredentials.length).toBe(count - owner.size);
      }),
      RUNS,
    );
  });
});
