import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import type { CloudId } from "../../../src/graph/clouds.js";
import { planRollover } from "../../../src/rollover/plan-rollover.js";
import type { RolloverPlan } from "../../../src/rollover/step.js";
import {
  clientCertificate,
  FIRST_THUMBPRINT,
  guid,
  NOW,
  secondTriple,
  servicePrincipal,
  triple,
} from "../audit/sample-service-principal.js";
import { changesOf, current, NEW, NEW_THUMBPRINT, newCredentials, PASSWORD, PFX, planFor } from "./sample-plan.js";

const ROOT = "https://graph.microsoft.com/v1.0/servicePrincipals";
const idsOf = ({ steps }: RolloverPlan): readonly string[] => steps.map(({ id }) => id);

describe("planRollover", () => {
  it("has the steps in order, each in its phase", () => {
    expect(planFor().steps.map(({ id, phase, kind }) => `${phase}: ${id} (${kind})`)).toEqual([
      "add: read (read)",
      "add: add (change)",
      "add: replicate (poll)",
      "add: read-back (read)",
      "add: tell (tell)",
      "activate: read-ready (read)",
      "activate: activate (change)",
      "activate: confirm (poll)",
      "activate: overlap (wait)",
      "remove: read-again (read)",
      "remove: remove (change)",
      "remove: verify (poll)",
    ]);
  });

  it("says of each step why, and how well that is known", () => {
    const { steps } = planFor();
    for (const { title, why, evidence, reference } of steps) {
      expect(title).not.toMatch(/\.$/);
      expect(why).toMatch(/\.$/);
      expect(["documented", "third-party", "hypothesis"]).toContain(evidence);
      expect(reference).toMatch(/^https:/);
    }
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });

  it("adds, activates and removes by PATCH", () => {
    const plan = planFor();
    const [add, activate, remove] = changesOf(plan);
    const old = current();
    expect(changesOf(plan).map(({ request }) => [request.method, request.url, request.isSecret])).toEqual([
      ["PATCH", `${ROOT}/${guid(1)}`, true],
      ["PATCH", `${ROOT}/${guid(1)}`, false],
      ["PATCH", `${ROOT}/${guid(1)}`, false],
    ]);
    const { keyCredentials, passwordCredential } = newCredentials();
    expect(add?.request.body).toEqual({
      keyCredentials: [...old.keyCredentials.map((entry) => ({ ...entry, key: null })), ...keyCredentials],
      passwordCredentials: [...old.passwordCredentials, passwordCredential],
    });
    expect(activate?.request.body).toEqual({ preferredTokenSigningKeyThumbprint: NEW_THUMBPRINT });
    const [sign, verify] = keyCredentials;
    expect(remove?.request.body).toEqual({
      keyCredentials: [
        { ...sign, type: "AsymmetricX509Cert", key: null },
        { ...verify, key: null },
      ],
      passwordCredentials: [old.passwordCredentials[1], { ...passwordCredential, secretText: null }],
    });
    expect(plan.removing).toEqual([
      {
        customKeyIdentifier: old.keyCredentials[0]?.customKeyIdentifier,
        thumbprint: FIRST_THUMBPRINT,
        keyIds: [guid(10), guid(11)],
      },
    ]);
    expect(plan.notes).toEqual([]);
    expect(plan.findings).toEqual({ before: [], after: [] });
  });

  it("reads one object with $select, and knows what it must show at each time", () => {
    const select = "$select=id,appId,displayName,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";
    const reads = planFor().steps.flatMap((step) => (step.kind === "read" || step.kind === "poll" ? [step] : []));
    const old = { keys: [guid(10), guid(11)], passwords: [guid(10), guid(40)] };
    const added = { keys: [guid(90), guid(91)], passwords: [guid(90)] };
    for (const { request } of reads)
      expect(request).toMatchObject({ method: "GET", url: `${ROOT}/${guid(1)}?${select}` });
    expect(
      reads.map(({ id, expect: { keyCredentials, passwordCredentials, ...rest } }) => [
        id,
        keyCredentials,
        passwordCredentials,
        rest.preferredTokenSigningKeyThumbprint,
      ]),
    ).toEqual([
      ["read", old.keys, old.passwords, FIRST_THUMBPRINT],
      ["replicate", [...old.keys, ...added.keys], [...old.passwords, ...added.passwords], FIRST_THUMBPRINT],
      ["read-back", [...old.keys, ...added.keys], [...old.passwords, ...added.passwords], FIRST_THUMBPRINT],
      ["read-ready", [...old.keys, ...added.keys], [...old.passwords, ...added.passwords], FIRST_THUMBPRINT],
      ["confirm", [...old.keys, ...added.keys], [...old.passwords, ...added.passwords], NEW_THUMBPRINT],
      ["read-again", [...old.keys, ...added.keys], [...old.passwords, ...added.passwords], NEW_THUMBPRINT],
      ["verify", added.keys, [guid(40), guid(90)], NEW_THUMBPRINT],
    ]);
    expect(reads[1]).toMatchObject({ hitsInARow: 5, everySeconds: 10 });
  });

  it("tells the certificate in the forms of those who take it", () => {
    const tell = planFor(current(), { tenant: "contoso.example" }).steps.find(({ id }) => id === "tell");
    const base64 = encodeBase64(NEW);
    expect(tell).toMatchObject({
      certificate: {
        subject: "CN=new",
        thumbprint: NEW_THUMBPRINT,
        notBefore: "2026-05-01T00:00:00Z",
        notAfter: "2029-05-01T00:00:00Z",
        base64,
        keyDescriptor: expect.stringContaining(`<X509Certificate>${base64}</X509Certificate>`),
      },
      metadataUrl: `https://login.microsoftonline.com/contoso.example/federationmetadata/2007-06/federationmetadata.xml?appid=${guid(2)}`,
    });
    const pem = tell?.kind === "tell" ? tell.certificate.pem : "";
    expect(pem.split("\n").slice(1, -2).join("")).toBe(base64);
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n(.{64}\n)+.{1,64}\n-----END CERTIFICATE-----\n$/);
  });

  it.each<[CloudId, string, string]>([
    ["us-gov-l4", "https://graph.microsoft.us/v1.0/", "https://login.microsoftonline.us/{tenant}/"],
    ["us-gov-l5", "https://dod-graph.microsoft.us/v1.0/", "https://login.microsoftonline.us/{tenant}/"],
    ["china", "https://microsoftgraph.chinacloudapi.cn/v1.0/", "https://login.chinacloudapi.cn/{tenant}/"],
  ])("calls the hosts of %s", (cloud, root, login) => {
    const { steps } = planFor(current(), { cloud });
    for (const step of steps) if ("request" in step) expect(step.request.url.startsWith(root)).toBe(true);
    const metadata = steps.flatMap((step) => (step.kind === "tell" ? [step.metadataUrl] : []));
    expect(metadata[0]?.startsWith(login)).toBe(true);
  });

  it("names the servicePrincipal by what is known of it", () => {
    const urlOf = (json: unknown, servicePrincipalId?: string): string | undefined =>
      changesOf(planFor(json, { servicePrincipalId }))[0]?.request.url;
    const { id: _, ...withoutId } = current();
    expect(urlOf(withoutId)).toBe(`${ROOT}(appId='${guid(2)}')`);
    expect(urlOf({ ...withoutId, appId: "a'b" })).toBe(`${ROOT}(appId='a%27b')`);
    expect(urlOf(current(), guid(7))).toBe(`${ROOT}/${guid(7)}`);
    expect(urlOf(current(), "a/b ?'$(x)")).toBe(`${ROOT}/a%2Fb%20%3F%27%24%28x%29`);
    expect(() => planFor({ ...withoutId, appId: null })).toThrow(/"servicePrincipalId"/);
    const tell = planFor({ ...current(), appId: null }).steps.find(({ id }) => id === "tell");
    expect(tell).toMatchObject({ metadataUrl: null });
  });
});

describe("what is removed", () => {
  const expired = triple({ end: "2026-01-01T00:00:00Z", hasKey: true });
  const two = (preferred: string | null) =>
    servicePrincipal([expired, secondTriple({ hasKey: true })], {
      preferred,
      keys: [clientCertificate({ keyId: guid(50), customKeyIdentifier: "AAAA" })],
    });
  const second = secondTriple().sign.customKeyIdentifier;
  const first = expired.sign.customKeyIdentifier;
  const removedOf = (plan: RolloverPlan): readonly string[] => plan.removing.map((it) => it.customKeyIdentifier);

  it("is nothing where nothing is asked for", () => {
    const plan = planFor(two(null), { remove: "none" });
    expect(plan.removing).toEqual([]);
    expect(idsOf(plan)).toEqual(["read", "add", "replicate", "read-back", "tell", "read-ready", "activate", "confirm"]);
    expect(plan.steps.at(-1)?.phase).toBe("activate");
  });

  it("is the certificate that signed before", () => {
    expect(removedOf(planFor(two(FIRST_THUMBPRINT)))).toEqual([first]);
    expect(removedOf(planFor(two(null)))).toEqual([second]);
    expect(removedOf(planFor(servicePrincipal([expired])))).toEqual([first]);
    expect(removedOf(planFor(servicePrincipal([])))).toEqual([]);
  });

  it("is every one that has ended too, where that is asked for", () => {
    const plan = planFor(two(null), { remove: "expired" });
    expect(removedOf(plan)).toEqual([first, second]);
    expect(idsOf(plan).slice(-4)).toEqual(["read-again", "remove", "remove-2", "verify"]);
    const bodies = changesOf(plan)
      .slice(2)
      .map(({ request }) => request.body?.keyCredentials?.map(({ keyId }) => keyId));
    expect(bodies).toEqual([
      [guid(20), guid(21), guid(50), guid(90), guid(91)],
      [guid(50), guid(90), guid(91)],
    ]);
  });

  it("is nothing where nobody knows what signed, and the plan says so", () => {
    const plan = planFor(servicePrincipal([triple(), secondTriple()]));
    expect(plan.removing).toEqual([]);
    expect(plan.notes).toEqual([expect.stringContaining("could have signed")]);
    expect(planFor(servicePrincipal([triple()], { preferred: "unused" })).notes).toEqual([
      expect.stringContaining("No Sign key is known"),
    ]);
    expect(() => planFor({ ...current(), preferredTokenSigningKeyThumbprint: undefined })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_SERVICE_PRINCIPAL", at: "/preferredTokenSigningKeyThumbprint" }),
    );
    const unread = planFor({ ...current(), preferredTokenSigningKeyThumbprint: undefined }, { remove: "none" });
    expect(unread.steps[0]).toMatchObject({ expect: { preferredTokenSigningKeyThumbprint: undefined } });
  });

  it("is never a second certificate by accident", () => {
    const shared = servicePrincipal([
      triple({ identifier: "AAAA", hasKey: true }),
      secondTriple({ identifier: "AAAA", end: "2026-01-01T00:00:00Z" }),
    ]);
    expect(planFor(shared)).toMatchObject({ removing: [], notes: [expect.stringContaining("both would go")] });
    const nameless = servicePrincipal([triple({ identifier: null })]);
    expect(planFor(nameless)).toMatchObject({
      removing: [],
      notes: [expect.stringContaining("no customKeyIdentifier")],
    });
  });
});

describe("what is judged and refused", () => {
  it("audits what is there and what will be", () => {
    const { findings } = planFor(servicePrincipal([triple({ end: "2026-01-01T00:00:00Z" })]), {
      now: new Date("2026-04-01T00:00:00Z"),
    });
    expect(findings.before.map(({ id }) => id)).toEqual(["expired"]);
    expect(findings.after.map(({ id, severity }) => `${id} ${severity}`)).toEqual(["not-yet-valid warning"]);
  });

  it("shortens a display name as Graph does, where entries are sent back", () => {
    const { keyCredentials, passwordCredential, ...rest } = newCredentials();
    const [sign, verify] = keyCredentials;
    const displayName = `CN=${"x".repeat(100)}`;
    const credentials = {
      ...rest,
      keyCredentials: [
        { ...sign, displayName },
        { ...verify, displayName },
      ] as const,
      passwordCredential,
    };
    const [add, , remove] = changesOf(planFor(current(), { with: credentials }));
    expect(add?.request.body?.keyCredentials?.at(-1)?.displayName).toBe(displayName);
    expect(remove?.request.body?.keyCredentials?.at(-1)?.displayName).toBe(displayName.slice(0, 90));
  });

  it("keeps secrets in the body of the addition alone", () => {
    const plan = planFor();
    const others = { ...plan, steps: plan.steps.filter(({ id }) => id !== "add") };
    for (const secret of [JSON.stringify(PASSWORD).slice(1, -1), encodeBase64(PFX)]) {
      expect(JSON.stringify(plan)).toContain(secret);
      expect(JSON.stringify(others)).not.toContain(secret);
    }
  });

  it("leaves its input as it was", () => {
    const json = current();
    planFor(json);
    expect(json).toEqual(current());
  });

  it.each([
    ["overlapDays", { overlapDays: -1 }],
    ["overlapDays", { overlapDays: 1.5 }],
    ["overlapDays", { overlapDays: 366 }],
    ["now", { now: new Date("never") }],
    ["remove", { remove: "all" as "none" }],
    ["cloud", { cloud: "moon" as "global" }],
    ["with", { with: { ...newCredentials(), thumbprint: FIRST_THUMBPRINT } }],
  ])("refuses %s", (name, options) => {
    expect(() => planFor(current(), options)).toThrow(RangeError);
    expect(() => planFor(current(), options)).toThrow(`"${name}"`);
  });

  it("refuses a certificate that is there, and what is no servicePrincipal", () => {
    const json = servicePrincipal([triple({ der: NEW })]);
    expect(() => planFor(json)).toThrow(expect.objectContaining({ code: "ERR_GRAPH_CREDENTIAL_EXISTS" }));
    expect(() => planRollover({ value: [] }, { with: newCredentials(), now: NOW })).toThrow(
      expect.objectContaining({ code: "ERR_GRAPH_SERVICE_PRINCIPAL" }),
    );
    const { keyCredentials, ...rest } = newCredentials();
    const damaged = { ...rest, keyCredentials: [keyCredentials[0], { ...keyCredentials[1], key: "AAAA" }] as const };
    expect(() => planFor(current(), { with: damaged })).toThrow(
      expect.objectContaining({ code: "ERR_X509_CERTIFICATE" }),
    );
  });

  it("waits for as long as it is told, or not at all", () => {
    expect(planFor(current(), { overlapDays: 7 }).steps).toContainEqual(
      expect.objectContaining({ id: "overlap", days: 7 }),
    );
    expect(idsOf(planFor(current(), { overlapDays: 0 }))).not.toContain("overlap");
  });
});
