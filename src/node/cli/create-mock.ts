/** The mock of one call: its options, the state it begins with, and the file that its state is kept in. */
import { defaultProvider } from "../../crypto/provider.js";
import { createKeyPool } from "../../mock/key-pool.js";
import { seededIds } from "../../mock/seeded.js";
import type { MockGraphOptions } from "../../mock/server.js";
import { createMockGraph } from "../../mock/server.js";
import type { ControlledClock } from "../serve/clock-control.js";
import { LockedError } from "../serve/lock-file.js";
import { replay, toKept } from "../serve/replay.js";
import { toSeededState } from "../serve/seed-data.js";
import type { FetchHandler } from "../serve/serve.js";
import type { StateFile } from "../serve/state-file.js";
import { openStateFile } from "../serve/state-file.js";
import { RefusedError } from "./failure.js";
import type { Host } from "./host.js";
import type { MockSettings } from "./mock-options.js";
import { readJson } from "./read-json.js";
import { refusing, refusingLater } from "./refusing.js";

/** A mock that can be served. */
export interface CreatedMock {
  readonly fetch: FetchHandler;
  /** Absent where the state is kept: what a file says of times must be true at the next start. */
  readonly clock: ControlledClock | undefined;
  /** Begins to make keys ahead. */
  readonly prepareKeys: () => void;
  /** Makes no more keys, and lets go of the file of its state. */
  readonly close: () => Promise<void>;
}

/** Seeds where none is given: lag and chaos must come from somewhere, and the same is as good as any. */
const DEFAULT_SEED = 1;

/** Certificates that are asked for in a row have their keys ready. */
const KEYS_AHEAD = 8;

/**
 * Makes the mock.
 * @param onDefect - told of what was answered 500
 * @throws {RefusedError} for a file that holds something else, or that another process has
 * @throws {PathError} where one cannot be read or written
 */
export async function createMock(
  settings: MockSettings,
  host: Host,
  onDefect: MockGraphOptions["onDefect"],
): Promise<CreatedMock> {
  const file = settings.state === undefined ? undefined : await openState(settings.state);
  try {
    const state = await firstState(settings, host, file);
    const pool = createKeyPool(defaultProvider(), KEYS_AHEAD);
    const mock = refusing(settings.state ?? settings.seedData ?? "", () =>
      createMockGraph({
        ...optionsOf(settings, host, file),
        keys: pool.provider,
        onDefect,
        ...(state === undefined ? {} : { state }),
        ...(file === undefined ? {} : { onCommit: (changes) => file.append(toKept(changes)) }),
      }),
    );
    await file?.begin({ snapshot: () => mock.snapshot() });
    return {
      fetch: (request) => mock.fetch(request),
      clock: file === undefined ? { now: host.now, advance: mock.advance } : undefined,
      prepareKeys: () => void pool.fill(),
      close: async () => {
        pool.stop();
        await file?.close();
      },
    };
  } catch (error) {
    await file?.close();
    throw error;
  }
}

async function openState(path: string): Promise<StateFile> {
  try {
    return await refusingLater(path, () => openStateFile(path));
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new RefusedError(path, `process ${error.pid} uses it (${error.code})`, error);
  }
}

/** A state that was kept goes before objects to begin with. */
async function firstState(settings: MockSettings, host: Host, file: StateFile | undefined): Promise<unknown> {
  if (file !== undefined && file.loaded.snapshot !== undefined) {
    if (settings.seedData !== undefined) {
      host.stderr.write("graph-certkit: the file of --state has a state, so --seed-data is left out\n");
    }
    return refusing(settings.state ?? "", () => replay(file.loaded.snapshot, file.loaded.changes));
  }
  const { seedData } = settings;
  if (seedData === undefined) return undefined;
  const json = await readJson(seedData, host);
  const newId = settings.seed === undefined ? host.newId : seededIds(settings.seed, "seed data");
  return refusing(seedData, () => toSeededState(json, { newId, now: host.now() }));
}

function optionsOf(settings: MockSettings, host: Host, file: StateFile | undefined): MockGraphOptions {
  const { seed = DEFAULT_SEED, lagMs, chaos, throttle, faults, cloud, permissions } = settings;
  // A state that is opened again has the ids of its earlier runs.
  const name = `ids of run ${file?.loaded.runs ?? 0}`;
  const third = chaos / 3;
  return {
    clock: { now: host.now },
    newId: settings.seed === undefined ? host.newId : seededIds(seed, name),
    cloud,
    permissions,
    faults,
    ...(lagMs === 0 ? {} : { consistency: { lagMs, seed } }),
    ...(throttle === undefined ? {} : { throttling: throttle }),
    ...(chaos === 0 ? {} : { chaos: { seed, lostResponse: third, errorBefore: third, errorAfter: third } }),
  };
}
