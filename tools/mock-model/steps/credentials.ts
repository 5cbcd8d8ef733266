/** Steps that PATCH the credentials of a servicePrincipal: each collection that is named is replaced as a whole. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import type { Answer } from "../answer.js";
import { assertEqual, assertThat } from "../assertions.js";
import { choices, choose, commands, NOBODY } from "../command.js";
import type { ExpectedState, Key, Members, Password, Principal } from "../expected-state.js";
import type { Problem } from "../problems.js";
import { isRefused } from "../problems.js";
import { viewKey, viewPassword } from "../views.js";
import type { World } from "../world.js";
import { freshKeyId, makeEntries, newEntries } from "./new-entries.js";

type Step = AsyncCommand<ExpectedState, World>;

/** The entries as a client sends them back: as it has read them. */
function restated({ keys, passwords }: Principal, withKeys: boolean): { keys: Members[]; passwords: Members[] } {
  return { keys: keys.map((key) => viewKey(key, withKeys)), passwords: passwords.map(viewPassword) };
}

async function patch(found: Principal | undefined, body: Members, { send }: World): Promise<Answer> {
  const answer = await send("PATCH", `/servicePrincipals/${found?.id ?? NOBODY}`, body);
  assertThat(answer.status !== 200, "a PATCH was answered with 200");
  return answer;
}

/** Brings a certificate; what was there is kept, with its certificates or without, or is left out. */
export const addTriple: fc.Arbitrary<Step> = commands(
  "addTriple",
  fc.tuple(choices, newEntries, fc.constantFrom("keep", "keep with keys", "leave out")),
  async ([choice, chosen, others], state, world) => {
    const found = choose(state.principals, choice);
    const sample = world.samples.files[chosen.file];
    if (sample === undefined) throw new RangeError(`there is no file ${chosen.file}`);
    const { sign, verify, password, kept, ofSign, ofVerify, ofPassword } = makeEntries(chosen, sample, state);
    const isKept = others !== "leave out" && found !== undefined;
    const old = isKept ? restated(found, others === "keep with keys") : { keys: [], passwords: [] };
    const answer = await patch(
      found,
      {
        keyCredentials: [...old.keys, sign, verify],
        passwordCredentials: [...old.passwords, ...(password === undefined ? [] : [password])],
      },
      world,
    );
    const problems: readonly Problem[] = [...ofSign, ...ofVerify, ...ofPassword];
    if (isRefused(answer, found === undefined ? ["notFound", ...problems] : problems) || found === undefined) {
      return "refused";
    }
    found.keys = [...(isKept ? found.keys : []), kept.sign, kept.verify];
    found.passwords = [...(isKept ? found.passwords : []), kept.password];
    return "done";
  },
);

/** Leaves out every entry with one customKeyIdentifier. */
export const removeTriple: fc.Arbitrary<Step> = commands(
  "removeTriple",
  fc.tuple(choices, choices),
  async ([choice, entry], state, world) => {
    const found = choose(state.principals, choice);
    const identifier = found && choose(found.keys, entry)?.customKeyIdentifier;
    if (found === undefined || identifier === undefined) return "done";
    const isOther = (it: Key | Password): boolean => it.customKeyIdentifier !== identifier;
    const rest = { ...found, keys: found.keys.filter(isOther), passwords: found.passwords.filter(isOther) };
    const { keys, passwords } = restated(rest, false);
    const answer = await patch(found, { keyCredentials: keys, passwordCredentials: passwords }, world);
    isRefused(answer, []);
    assertEqual(answer.status, 204, "status");
    found.keys = rest.keys;
    found.passwords = rest.passwords;
    return "done";
  },
);

/** Empties one collection or both, or sends all back as it is. */
export const replaceAll: fc.Arbitrary<Step> = commands(
  "replaceAll",
  fc.tuple(choices, fc.constantFrom("no keys", "no passwords", "nothing", "the same", "the same with keys")),
  async ([choice, what], state, world) => {
    const found = choose(state.principals, choice);
    const same = found === undefined ? { keys: [], passwords: [] } : restated(found, what === "the same with keys");
    const bodies: Readonly<Record<typeof what, Members>> = {
      "no keys": { keyCredentials: [] },
      "no passwords": { passwordCredentials: [] },
      nothing: { keyCredentials: [], passwordCredentials: [] },
      "the same": { keyCredentials: same.keys, passwordCredentials: same.passwords },
      "the same with keys": { keyCredentials: same.keys },
    };
    const answer = await patch(found, bodies[what], world);
    if (isRefused(answer, found === undefined ? ["notFound"] : []) || found === undefined) return "refused";
    if (what === "no keys" || what === "nothing") found.keys = [];
    if (what === "no passwords" || what === "nothing") found.passwords = [];
    return "done";
  },
);

/** Another value for a member of an entry that is there. */
const alterations: fc.Arbitrary<Members> = fc.constantFrom<Members>(
  { displayName: "altered" },
  { endDateTime: "2031-01-01T00:00:00Z" },
  { startDateTime: "2019-01-01T00:00:00.0000001Z" },
  { customKeyIdentifier: "YWx0ZXJlZA==" },
  { usage: "Neither" },
  { key: "YWx0ZXJlZA==" },
);

/** An entry that is sent back altered, or twice; a password that belongs to no new key: refused, all of it. */
export const alterRetained: fc.Arbitrary<Step> = commands(
  "alterRetained",
  fc.tuple(choices, choices, alterations, fc.constantFrom("key", "password", "twice", "new password")),
  async ([choice, entry, alteration, what], state, world) => {
    const found = choose(state.principals, choice);
    if (found === undefined) return "done";
    const { keys, passwords } = restated(found, false);
    const key = choose(found.keys, entry);
    const password = choose(found.passwords, entry);
    if (what === "new password") {
      const added = { keyId: freshKeyId(state), displayName: "by PATCH", secretText: "secret" };
      isRefused(await patch(found, { passwordCredentials: [...passwords, added] }, world), ["newPassword"]);
      return "refused";
    }
    if (what === "password" ? password === undefined : key === undefined) return "done";
    if (what === "twice") {
      const again = keys[found.keys.findIndex(({ keyId }) => keyId === key?.keyId)];
      isRefused(await patch(found, { keyCredentials: [...keys, again] }, world), ["duplicate"]);
      return "refused";
    }
    const altered = (shown: Members): Members => ({ ...shown, ...alteration });
    const isOfKeys = "usage" in alteration || "key" in alteration;
    if (what === "password" && isOfKeys) return "done";
    const id = what === "key" ? key?.keyId : password?.keyId;
    const body =
      what === "key"
        ? { keyCredentials: keys.map((it) => (it["keyId"] === id ? altered(it) : it)) }
        : { passwordCredentials: passwords.map((it) => (it["keyId"] === id ? altered(it) : it)) };
    const answer = await patch(found, body, world);
    isRefused(answer, ["retained"]);
    const { message } = answer.json["error"] as Members;
    assertEqual(message, `Update to existing credential with KeyId '${id}' is not allowed.`, "message");
    return "refused";
  },
);
