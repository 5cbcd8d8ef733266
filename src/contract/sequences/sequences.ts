/** Sequences of commands, drawn by fast-check, each on an object of its own. */
import type { Arbitrary, AsyncCommand } from "fast-check";
import fc from "fast-check";
import type { GeneratedScenario, Play, Stage } from "../scenario.js";
import { createConnector, createPrincipal } from "../scenario.js";
import { connectorCommands } from "./connector-commands.js";
import { principalCommands } from "./principal-commands.js";

/** Longer ones find more and take longer. */
const MOST_COMMANDS = 10;

type Commands<Model extends object, Real> = Iterable<AsyncCommand<Model, Real>>;

/** The commands are for replay by seed and path alone: fast-check's own replayPath would be a third thing to keep. */
function drawn<Model extends object, Real>(
  commands: readonly Arbitrary<AsyncCommand<Model, Real>>[],
  setUp: (stage: Stage) => Promise<{ readonly model: Model; readonly real: Real }>,
): Arbitrary<Play> {
  return fc.array(fc.oneof(...commands), { minLength: 1, maxLength: MOST_COMMANDS, size: "max" }).map((sequence) => ({
    text: sequence.map(String).join(", "),
    play: async (stage) => await runSequence(sequence, await setUp(stage)),
  }));
}

/** Commands that make no sense where they stand are passed over, so that what is left still does when others go. */
async function runSequence<Model extends object, Real>(
  sequence: Commands<Model, Real>,
  { model, real }: { readonly model: Model; readonly real: Real },
): Promise<void> {
  for (const command of sequence) {
    if (await command.check(model)) await command.run(model, real);
  }
}

/** A connector and what may happen to it. */
export const connectorSequences: GeneratedScenario = {
  id: "connector-sequences",
  phase: "sequences",
  modes: ["mock"],
  needsVirtualClock: true,
  plays: () =>
    drawn(connectorCommands(), async (stage) => ({
      model: { isThere: true },
      real: { stage, id: await createConnector(stage, "contract: sequence") },
    })),
};

/** A servicePrincipal, its certificates and passwords. */
export const principalSequences: GeneratedScenario = {
  id: "principal-sequences",
  phase: "sequences",
  modes: ["mock"],
  needsVirtualClock: true,
  plays: () =>
    drawn(principalCommands(), async (stage) => ({
      model: { certificates: 0 },
      real: { stage, id: (await createPrincipal(stage, "contract: sequence")).id },
    })),
};
