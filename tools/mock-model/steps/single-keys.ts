/** Steps of addKey and removeKey, which ask for a proof, and of addPassword and removePassword. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { parseDateTime } from "../../../src/graph/date-time.js";
import { createProof } from "../../../src/graph/proof.js";
import { addYears } from "../../../src/x509/calendar.js";
import { parseCertificate } from "../../../src/x509/certificate.js";
import { assertEqual, assertThat } from "../assertions.js";
import { choices, choose, commands, mostly, NOBODY, takeId, withoutContext } from "../command.js";
import type { ExpectedState, Key, Password, Principal } from "../expected-state.js";
import type { Problem } from "../problems.js";
import { isRefused } from "../problems.js";
import type { Sample } from "../samples.js";
import { ticksOf, viewKey, writeNow } from "../views.js";
import type { World } from "../world.js";
import { bytesOf } from "./bytes.js";
import { makeEntries, newEntries } from "./new-entries.js";

type Step = AsyncCommand<ExpectedState, World>;

/** Whose key signs, and what is wrong with the proof. */
interface ProofChoice {
  readonly file: number;
  /** Of a certificate that the object has, where it has one. */
  readonly isHolder: boolean;
  readonly fault: "none" | "expired" | "other object" | "garbage" | "absent";
}

const proofs: fc.Arbitrary<ProofChoice> = fc.record({
  file: fc.nat(5),
  isHolder: mostly<boolean>(fc.constant(true), false),
  fault: mostly<ProofChoice["fault"]>(fc.constant("none"), "expired", "other object", "garbage", "absent"),
});

async function prove(
  { file, isHolder, fault }: ProofChoice,
  found: Principal | undefined,
  { now }: ExpectedState,
  { samples }: World,
): Promise<{ readonly proof: string | undefined; readonly problems: readonly Problem[] }> {
  if (fault === "absent") return { proof: undefined, problems: ["missingMember"] };
  if (fault === "garbage") return { proof: "a.b.c", problems: ["proof"] };
  const held = samples.files.filter((sample) => found?.keys.some((key) => isHeld(key, sample, now)));
  const candidates = isHolder && held.length > 0 ? held : samples.files;
  const sample = candidates[file % candidates.length];
  if (sample === undefined) throw new RangeError(`there is no file ${file}`);
  const { certificate, privateKey } = sample;
  const objectId = fault === "other object" ? NOBODY : (found?.id ?? NOBODY);
  const at = new Date(fault === "expired" ? now - 3_600_000 : now);
  const proof = await createProof({ certificate, privateKey, objectId, now: at });
  const isSound = fault === "none" && found?.keys.some((key) => isHeld(key, sample, now));
  return { proof, problems: isSound ? [] : ["proof"] };
}

/** Whether an entry shows the signer's public key and is valid now. */
function isHeld({ usage, key, startDateTime, endDateTime }: Key, { certificate }: Sample, now: number): boolean {
  if (usage !== "Verify" || key === null) return false;
  const ticks = BigInt(now) * 10_000n;
  const identityOf = (der: Uint8Array): string => parseCertificate(der, "model").publicKey.identity;
  const isValid = ticksOf(startDateTime) <= ticks && ticks <= ticksOf(endDateTime);
  return isValid && identityOf(bytesOf(key)) === identityOf(certificate);
}

export const addKey: fc.Arbitrary<Step> = commands(
  "addKey",
  fc.record({
    choice: choices,
    proof: proofs,
    entries: newEntries,
    usage: fc.constantFrom("Sign", "Verify"),
    keyId: mostly(fc.constantFrom("given", "absent"), "taken"),
  }),
  async ({ choice, proof: proofChoice, entries, usage, keyId }, state, world) => {
    const found = choose(state.principals, choice);
    const sample = world.samples.files[entries.file];
    if (sample === undefined) throw new RangeError(`there is no file ${entries.file}`);
    const made = makeEntries(entries, sample, state);
    const isSign = usage === "Sign";
    const taken = keyId === "taken" ? found?.keys[0]?.keyId : undefined;
    const { proof, problems } = await prove(proofChoice, found, state, world);
    const sent = { ...(isSign ? made.sign : made.verify), ...(taken === undefined ? {} : { keyId: taken }) };
    const keyCredential = keyId === "absent" ? { ...sent, keyId: undefined } : sent;
    const passwordCredential = isSign ? (made.password ?? null) : null;
    const path = `/servicePrincipals/${found?.id ?? NOBODY}/addKey`;
    const answer = await world.send("POST", path, { keyCredential, passwordCredential, proof });
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...problems,
      ...(isSign ? made.ofSign : made.ofVerify),
      ...(taken === undefined ? [] : (["retained"] as const)),
    ]);
    if (isRefusal || found === undefined) return "refused";
    assertEqual(answer.status, 200, "status");
    const shape = isSign ? made.kept.sign : made.kept.verify;
    const kept = keyId === "absent" ? { ...shape, keyId: takeId(answer.json["keyId"], state) } : shape;
    assertEqual(withoutContext(answer.json, "microsoft.graph.keyCredential"), viewKey(kept, false), "added");
    found.keys = [...found.keys, kept];
    if (isSign) found.passwords = [...found.passwords, { ...made.kept.password, keyId: kept.keyId }];
    return "done";
  },
);

export const removeKey: fc.Arbitrary<Step> = commands(
  "removeKey",
  fc.tuple(choices, choices, proofs),
  async ([choice, entry, proofChoice], state, world) => {
    const found = choose(state.principals, choice);
    const key = found && choose(found.keys, entry);
    const keyId = key?.keyId ?? NOBODY;
    const { proof, problems } = await prove(proofChoice, found, state, world);
    const path = `/servicePrincipals/${found?.id ?? NOBODY}/removeKey`;
    const answer = await world.send("POST", path, { keyId: keyId.toUpperCase(), proof });
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...problems,
      ...(key === undefined ? (["noCredential"] as const) : []),
      ...(found !== undefined && isOfPair(found, key) ? (["pairRemoval"] as const) : []),
    ]);
    if (isRefusal || found === undefined) return "refused";
    assertEqual(answer.status, 204, "status");
    found.keys = found.keys.filter((it) => it !== key);
    found.passwords = found.passwords.filter((it) => it.keyId !== keyId);
    return "done";
  },
);

/** What belongs to a private key: its own entry, its certificate's, its password's. */
function isOfPair({ keys }: Principal, entry: Key | Password | undefined): boolean {
  if (entry === undefined) return false;
  const { keyId, customKeyIdentifier } = entry;
  const isShared = (key: Key): boolean =>
    customKeyIdentifier !== null && key.customKeyIdentifier === customKeyIdentifier;
  return keys.some((key) => key.usage === "Sign" && (key.keyId === keyId || isShared(key)));
}

export const addPassword: fc.Arbitrary<Step> = commands(
  "addPassword",
  fc.tuple(
    choices,
    fc.record(
      {
        displayName: fc.constantFrom("secret", null, "y".repeat(120)),
        startDateTime: fc.constantFrom("2026-05-01T00:00:00Z", "2026-06-01T02:00:00.5+02:00"),
        endDateTime: mostly(fc.constant("2040-01-01T00:00:00.1234567Z"), "2026-05-01T00:00:00Z"),
        secretText: fc.constantFrom("passed over"),
      },
      { requiredKeys: [] },
    ),
  ),
  async ([choice, passwordCredential], state, { send }) => {
    const found = choose(state.principals, choice);
    const path = `/servicePrincipals/${found?.id ?? NOBODY}/addPassword`;
    const answer = await send("POST", path, { passwordCredential });
    const { displayName = null, startDateTime, endDateTime } = passwordCredential;
    const start = startDateTime === undefined ? writeNow(state.now) : parseDateTime(startDateTime, "start").text;
    const inTwoYears = addYears(new Date(state.now), 2).getTime();
    const end = endDateTime === undefined ? writeNow(inTwoYears) : parseDateTime(endDateTime, "end").text;
    const isEndSound = ticksOf(end) > ticksOf(start) && ticksOf(end) > ticksOf(writeNow(state.now));
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...(isEndSound ? [] : (["keyEnd"] as const)),
    ]);
    if (isRefusal || found === undefined) return "refused";
    const added = withoutContext(answer.json, "microsoft.graph.passwordCredential");
    const secretText = String(added["secretText"]);
    assertThat(secretText.length >= 20 && secretText !== "passed over", `a secret of ${secretText.length} characters`);
    const kept: Password = {
      customKeyIdentifier: null,
      displayName: displayName?.slice(0, 90) ?? null,
      startDateTime: start,
      endDateTime: end,
      keyId: takeId(added["keyId"], state),
      hint: secretText.slice(0, 3),
    };
    assertEqual(added, { ...kept, secretText }, "added");
    found.passwords = [...found.passwords, kept];
    return "done";
  },
);

export const removePassword: fc.Arbitrary<Step> = commands(
  "removePassword",
  fc.tuple(choices, choices),
  async ([choice, entry], state, { send }) => {
    const found = choose(state.principals, choice);
    const password = found && choose(found.passwords, entry);
    const path = `/servicePrincipals/${found?.id ?? NOBODY}/removePassword`;
    const answer = await send("POST", path, { keyId: password?.keyId ?? NOBODY });
    const isRefusal = isRefused(answer, [
      ...(found === undefined ? (["notFound"] as const) : []),
      ...(password === undefined ? (["noCredential"] as const) : []),
      ...(found !== undefined && isOfPair(found, password) ? (["pairRemoval"] as const) : []),
    ]);
    if (isRefusal || found === undefined) return "refused";
    assertEqual(answer.status, 204, "status");
    found.passwords = found.passwords.filter((it) => it !== password);
    return "done";
  },
);
