/** A servicePrincipal with its signing certificates, from the first to a rollover and a removal. */
import type { Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import { credentials } from "../model/shown.js";
import type { Scenario, Stage } from "../scenario.js";
import { createPrincipal, mint, PRINCIPALS, readPrincipal } from "../scenario.js";

const YEAR_MS = 365 * 86_400_000;

/** Mint three, activate, remove one, write back, leave out the rest. */
export const tokenSigning: Scenario = {
  id: "token-signing",
  phase: "examples",
  modes: ["mock", "live"],
  needs: ["addTokenSigningCertificate"],
  play: async (stage) => {
    const { session } = stage;
    const { id, appId } = await createPrincipal(stage, "contract: signing");
    const path = `${PRINCIPALS}/${id}`;
    const soon = new Date(Math.floor(session.clock.now() / 1000) * 1000 + YEAR_MS).toISOString();
    await mint(stage, "mint without a body's members", id, {});
    const second = await mint(stage, "mint with a name and an end", id, {
      displayName: "CN=Contract Test",
      endDateTime: soon,
    });
    const { thumbprint } = toJson(second.response.json);
    await patch(stage, "prefer the second", id, { preferredTokenSigningKeyThumbprint: thumbprint });
    await mint(stage, "mint another", id, { displayName: "CN=Rollover" });
    await session.send("add a password", {
      method: "POST",
      path: `${path}/addPassword`,
      body: { passwordCredential: { displayName: "contract" } },
    });
    await readPrincipal(stage, id);
    await stage.read("read without $select", { path });
    await stage.read("find it in the list", { path: `${PRINCIPALS}?$filter=appId eq '${appId}'` });

    await patchCredentials(stage, "write back as it was read", id, () => true);
    const { keys, passwords } = credentials(await readPrincipal(stage, id));
    const [first] = keys;
    await patchCredentials(
      stage,
      "remove the first pair",
      id,
      (it) => it["customKeyIdentifier"] !== first?.["customKeyIdentifier"],
    );
    const keyId = passwords.find(
      ({ customKeyIdentifier: it }) => it === toJson(second.response.json)["customKeyIdentifier"],
    )?.["keyId"];
    await session.send("remove the password of a pair", {
      method: "POST",
      path: `${path}/removePassword`,
      body: { keyId },
    });
    await readPrincipal(stage, id);
    const added = {
      displayName: "contract",
      keyId: "3f1c1a5e-0000-4000-8000-00000000c0de",
      secretText: "a-new-Pa55word",
    };
    const old = credentials(await readPrincipal(stage, id)).passwords;
    await patch(stage, "a new password by plain PATCH", id, { passwordCredentials: [...old, added] });
    await patchCredentials(stage, "leave out everything", id, () => false);
  },
};

async function patch(stage: Stage, step: string, id: string, body: Json): Promise<void> {
  await stage.session.send(step, { method: "PATCH", path: `${PRINCIPALS}/${id}`, body });
  await readPrincipal(stage, id);
}

/** Sends back what is there, `key` and `secretText` null as a read without `$select` has them. */
async function patchCredentials(
  stage: Stage,
  step: string,
  id: string,
  isKept: (entry: Json) => boolean,
): Promise<void> {
  const { keys, passwords } = credentials(await readPrincipal(stage, id));
  const body = {
    keyCredentials: keys.filter(isKept).map((entry) => ({ ...entry, key: null })),
    passwordCredentials: passwords.filter(isKept).map((entry) => ({ ...entry, secretText: null })),
  };
  await patch(stage, step, id, body);
}

/** Requests of the action that must be refused. */
export const mintingRefusals: Scenario = {
  id: "minting-refusals",
  phase: "boundaries",
  modes: ["mock", "live"],
  needs: ["addTokenSigningCertificate"],
  play: async (stage) => {
    const { id } = await createPrincipal(stage, "contract: refusals");
    const now = stage.session.clock.now();
    const at = (ms: number): string => new Date(now + ms).toISOString();
    const bodies: readonly (readonly [string, Json])[] = [
      ["no CN=", { displayName: "Contract" }],
      ["an empty name", { displayName: "" }],
      ["O= instead of CN=", { displayName: "O=Contract" }],
      ["four years", { displayName: "CN=Contract", endDateTime: at(4 * YEAR_MS) }],
      ["an end in the past", { displayName: "CN=Contract", endDateTime: at(-YEAR_MS) }],
      ["no date", { displayName: "CN=Contract", endDateTime: "tomorrow" }],
      ["30 February", { displayName: "CN=Contract", endDateTime: "2028-02-30T00:00:00Z" }],
    ];
    for (const [step, body] of bodies) await mint(stage, step, id, body);
    await mint(stage, "an hour", id, { displayName: "CN=Contract", endDateTime: at(3_600_000) });
  },
};
