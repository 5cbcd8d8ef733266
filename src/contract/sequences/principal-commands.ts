/** What can be done to the credentials of one servicePrincipal, as commands of which sequences are drawn. */
import type { Arbitrary, AsyncCommand } from "fast-check";
import fc from "fast-check";
import type { Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import { credentials } from "../model/shown.js";
import type { Stage } from "../scenario.js";
import { mint, PRINCIPALS, readPrincipal } from "../scenario.js";
import { sleep } from "../session/clock.js";

const DAY_MS = 86_400_000;

/** How many certificates there are; what they are, the service says. */
export interface PrincipalModel {
  certificates: number;
}

/** The servicePrincipal and its stage. */
export interface RealPrincipal {
  readonly stage: Stage;
  readonly id: string;
}

type Command = AsyncCommand<PrincipalModel, RealPrincipal>;
type Act = (real: RealPrincipal, model: PrincipalModel) => Promise<void>;

function command(text: string, least: number, act: Act): Command {
  return {
    check: ({ certificates }) => certificates >= least,
    run: (model, real) => act(real, model),
    toString: () => text,
  };
}

/** Names that a certificate takes as they are. */
const names = () => fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ]{0,20}[A-Za-z0-9]$/);
const days = () => fc.integer({ min: 1, max: 1_094 });

/** All commands. */
export function principalCommands(): readonly Arbitrary<Command>[] {
  const minting = fc.record({ name: names(), days: fc.option(days(), { nil: undefined }) }).map(({ name, days }) =>
    command(`mint(CN=${name}, ${days ?? "no"} days)`, 0, async ({ stage, id }, model) => {
      const end = Math.floor(stage.session.clock.now() / 1000) * 1000 + (days ?? 0) * DAY_MS;
      const endDateTime = days === undefined ? {} : { endDateTime: new Date(end).toISOString() };
      await mint(stage, "mint", id, { displayName: `CN=${name}`, ...endDateTime });
      model.certificates += 1;
    }),
  );
  return [
    // Often: nothing else finds anything to do without.
    minting,
    minting,
    minting,
    minting,
    fc.constant(
      command(
        "mint(no CN=)",
        0,
        async ({ stage, id }) => void (await mint(stage, "mint badly", id, { displayName: "x" })),
      ),
    ),
    fc.nat({ max: 9 }).map((choice) =>
      command(`remove(${choice})`, 1, async (real, model) => {
        const chosen = await identifierAt(real, choice);
        await patchCredentials(real, "remove one pair", (it) => it["customKeyIdentifier"] !== chosen);
        model.certificates -= 1;
      }),
    ),
    fc.nat({ max: 9 }).map((choice) =>
      command(`prefer(${choice})`, 1, async (real) => {
        const chosen = await identifierAt(real, choice);
        const bytes = Array.from(atob(String(chosen)), (it) => it.charCodeAt(0).toString(16).padStart(2, "0"));
        await patch(real, "prefer one", { preferredTokenSigningKeyThumbprint: bytes.join("").toUpperCase() });
      }),
    ),
    fc.constant(command("write back", 1, (real) => patchCredentials(real, "write back as it was read", () => true))),
    fc.constant(
      command("omit all", 1, async (real, model) => {
        await patchCredentials(real, "leave out everything", () => false);
        model.certificates = 0;
      }),
    ),
    fc.constant(
      command("addPassword", 0, async ({ stage, id }) => {
        await stage.session.send("add a password", {
          method: "POST",
          path: `${PRINCIPALS}/${id}/addPassword`,
          body: {},
        });
        await readPrincipal(stage, id);
      }),
    ),
    fc.constant(command("advance(100 days)", 0, async ({ stage }) => await sleep(stage.session.clock, 100 * DAY_MS))),
  ];
}

async function identifierAt({ stage, id }: RealPrincipal, choice: number): Promise<unknown> {
  const { keys } = credentials(await readPrincipal(stage, id));
  const identifiers = [...new Set(keys.map((it) => it["customKeyIdentifier"]))];
  return identifiers[choice % Math.max(identifiers.length, 1)];
}

async function patch({ stage, id }: RealPrincipal, step: string, body: Json): Promise<void> {
  await stage.session.send(step, { method: "PATCH", path: `${PRINCIPALS}/${id}`, body });
  await readPrincipal(stage, id);
}

async function patchCredentials(real: RealPrincipal, step: string, isKept: (entry: Json) => boolean): Promise<void> {
  const { keys, passwords } = credentials(await readPrincipal(real.stage, real.id));
  // A password of addPassword has no identifier and stays.
  const keeps = (entry: Json): boolean => entry["customKeyIdentifier"] === null || isKept(entry);
  await patch(real, step, {
    keyCredentials: keys.filter(keeps).map((entry) => toJson({ ...entry, key: null })),
    passwordCredentials: passwords.filter(keeps).map((entry) => toJson({ ...entry, secretText: null })),
  });
}
