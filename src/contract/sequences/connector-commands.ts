/** What can be done to one connector, as commands of which sequences are drawn; each looks before it leaps, and after. */
import type { Arbitrary, AsyncCommand } from "fast-check";
import fc from "fast-check";
import type { Stage } from "../scenario.js";
import { CONNECTORS, readConnector, upload } from "../scenario.js";
import { sleep } from "../session/clock.js";

const DAY_MS = 86_400_000;

/** What commands need to know to choose: whether the connector is still there. */
export interface ConnectorModel {
  isThere: boolean;
}

/** The connector and its stage. */
export interface RealConnector {
  readonly stage: Stage;
  readonly id: string;
}

type Command = AsyncCommand<ConnectorModel, RealConnector>;

/** A command that is possible while the connector is there. */
function command(text: string, act: (real: RealConnector, model: ConnectorModel) => Promise<void>): Command {
  return {
    check: ({ isThere }) => isThere,
    run: (model, real) => act(real, model),
    toString: () => text,
  };
}

async function uploadValid({ stage, id }: RealConnector, from: number, to: number): Promise<void> {
  const { session, material } = stage;
  const credential = await material.credential(session.clock.now(), from, to);
  await upload(stage, `upload one valid from day ${from} to day ${to}`, id, await material.upload(credential));
}

async function patch({ stage, id }: RealConnector, step: string, body: unknown): Promise<void> {
  await stage.session.send(step, { method: "PATCH", path: `${CONNECTORS}/${id}`, body });
  await readConnector(stage, id);
}

/** Days relative to now: before, around, after. */
const spans = () => fc.record({ from: fc.integer({ min: -20, max: 10 }), days: fc.integer({ min: 1, max: 30 }) });
/** Whole days bring clocks to no edge by chance: certificates begin and end at whole days of another time. */
const pauses = () => fc.integer({ min: 1, max: 15 });

/** All commands; `advance` moves a virtual clock, and is left out where there is none. */
export function connectorCommands(): readonly Arbitrary<Command>[] {
  return [
    spans().map(({ from, days }) =>
      command(`upload(${from}..${from + days})`, (real) => uploadValid(real, from, from + days)),
    ),
    pauses().map((days) =>
      command(`advance(${days} days)`, async ({ stage, id }) => {
        await sleep(stage.session.clock, days * DAY_MS + 43_000_000);
        await readConnector(stage, id);
      }),
    ),
    spans().map(({ from, days }) =>
      command(`replace(${from}..${from + days})`, async (real) => {
        const { session, material } = real.stage;
        const file = await material.upload(await material.credential(session.clock.now(), from, from + days));
        const authenticationConfiguration = { "@odata.type": "#microsoft.graph.pkcs12Certificate", ...file };
        await patch(real, "replace the list", { authenticationConfiguration });
      }),
    ),
    fc.constant(
      command("basic", async (real) => {
        const basic = {
          "@odata.type": "#microsoft.graph.basicAuthentication",
          username: "u",
          password: "basic-Pa55word",
        };
        await patch(real, "turn to a password", { authenticationConfiguration: basic });
      }),
    ),
    fc
      .string({ minLength: 1, maxLength: 8 })
      .map((name) =>
        command(
          `rename(${JSON.stringify(name)})`,
          async (real) => await patch(real, "rename", { displayName: real.stage.named(name) }),
        ),
      ),
    fc.constantFrom("a wrong password", "half a file", "no file").map((fault) =>
      command(`upload(${fault})`, async ({ stage, id }) => {
        const { session, material } = stage;
        const file = await material.upload(await material.credential(session.clock.now(), -1, 9));
        const { pkcs12Value, password } = file;
        const body =
          fault === "a wrong password"
            ? { pkcs12Value, password: `${password}?` }
            : { pkcs12Value: fault === "no file" ? "AAAA" : pkcs12Value.slice(0, 400), password };
        await upload(stage, `upload ${fault}`, id, body);
      }),
    ),
    fc.constant(
      command("delete", async ({ stage, id }, model) => {
        await stage.session.send("delete", { method: "DELETE", path: `${CONNECTORS}/${id}` });
        model.isThere = false;
        await readConnector(stage, id);
      }),
    ),
  ];
}
