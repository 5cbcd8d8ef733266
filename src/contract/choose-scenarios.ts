/** Which scenarios a run plays, in which order. */
import type { GeneratedScenario, Mode, Phase, Scenario } from "./scenario.js";
import { PHASES } from "./scenario.js";
import { GENERATED_SCENARIOS, SCENARIOS } from "./scenarios.js";
import type { Clock } from "./session/clock.js";

/** What was asked for. */
export interface Choice {
  readonly mode: Mode;
  /** Ids; default: all. */
  readonly scenarios: readonly string[] | undefined;
  readonly phases: readonly Phase[] | undefined;
  /** This one and no other. */
  readonly replay: { readonly scenario: string } | undefined;
}

/**
 * Those that the mode allows.
 * @throws {RangeError} naming `scenarios`, `phases` or `replay`
 */
export function chooseScenarios({
  mode,
  scenarios: ids,
  phases,
  replay,
}: Choice): readonly (Scenario | GeneratedScenario)[] {
  const all = [...SCENARIOS, ...GENERATED_SCENARIOS];
  const asked = replay === undefined ? ids : [replay.scenario];
  const stranger = asked?.find((id) => !all.some((scenario) => scenario.id === id));
  if (stranger !== undefined) {
    throw new RangeError(
      `"${replay === undefined ? "scenarios" : "replay"}" expected the id of a scenario, got ${stranger}`,
    );
  }
  const other = phases?.find((phase) => !PHASES.includes(phase));
  if (other !== undefined) throw new RangeError(`"phases" expected ${PHASES.join(", ")}, got ${other}`);
  return all.filter(
    ({ id, phase, modes }) =>
      modes.includes(mode) &&
      (asked?.includes(id) ?? true) &&
      (replay !== undefined || (phases?.includes(phase) ?? true)),
  );
}

/** Why a scenario cannot be played on this clock. */
export function lackOfClock(
  { needsVirtualClock = false }: Scenario | GeneratedScenario,
  clock: Clock,
): string | undefined {
  return needsVirtualClock && clock.advance === undefined ? "it takes days, and the clock cannot be moved" : undefined;
}
