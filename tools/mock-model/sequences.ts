/** The property: after any sequence of steps, mock and model hold the same. */
import type { AsyncCommand, IAsyncProperty } from "fast-check";
import fc from "fast-check";
import type { FaultName } from "../../src/mock/index.js";
import { compareAll } from "./command.js";
import type { ExpectedState, Members } from "./expected-state.js";
import { emptyState } from "./expected-state.js";
import type { Samples } from "./samples.js";
import { START } from "./samples.js";
import * as whole from "./steps/applications.js";
import * as connectors from "./steps/connectors.js";
import * as credentials from "./steps/credentials.js";
import type { Choice } from "./steps/new-entries.js";
import { makeEntries } from "./steps/new-entries.js";
import * as reads from "./steps/reads.js";
import * as single from "./steps/single-keys.js";
import { addTokenSigningCertificate } from "./steps/token-signing.js";
import type { World } from "./world.js";
import { createWorld } from "./world.js";

type Step = AsyncCommand<ExpectedState, World>;

/** Steps with how often they are drawn: what creates is drawn more often than what deletes. */
const WEIGHTED: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [2, whole.advance],
  [3, whole.createApplication],
  [1, whole.deleteApplication],
  [4, whole.createPrincipal],
  [1, whole.deletePrincipal],
  [2, whole.updatePrincipal],
  [1, whole.activate],
  [3, connectors.createConnector],
  [2, connectors.updateConnector],
  [1, connectors.deleteConnector],
  [4, connectors.upload],
  [2, addTokenSigningCertificate],
  [4, credentials.addTriple],
  [2, credentials.removeTriple],
  [1, credentials.replaceAll],
  [2, credentials.alterRetained],
  [3, single.addKey],
  [2, single.removeKey],
  [2, single.addPassword],
  [2, single.removePassword],
  [2, reads.get],
  [4, reads.list],
];

const SOUND: Choice = {
  file: 0,
  verify: "sound",
  password: "right",
  identifier: "absent",
  dates: "absent",
  displayName: undefined,
};

/** Begins each sequence, so that few steps meet nothing: an application, its principal with a public key, a connector. */
async function begin(state: ExpectedState, world: World): Promise<void> {
  const post = async (path: string, body: object): Promise<Members> => {
    const { "@odata.context": _context, ...created } = (await world.send("POST", path, body)).json;
    return created;
  };
  const text = (value: unknown): string => String(value);
  const application = await post("/applications", { displayName: "first" });
  const [id, appId] = [text(application["id"]), text(application["appId"])];
  const createdDateTime = text(application["createdDateTime"]);
  state.applications.push({ id, appId, displayName: "first", createdDateTime, others: application });
  const principal = await post("/servicePrincipals", { appId });
  const { keyCredentials: _keys, passwordCredentials: _passwords, ...properties } = principal;
  const principalId = text(principal["id"]);
  const [sample] = world.samples.files;
  if (sample === undefined) throw new RangeError("there are no files");
  const { verify, kept } = makeEntries(SOUND, sample, state);
  await world.send("PATCH", `/servicePrincipals/${principalId}`, { keyCredentials: [verify] });
  const keys = [kept.verify];
  state.principals.push({ id: principalId, appId, displayName: "first", properties, keys, passwords: [] });
  const connectorId = text((await post("/identity/apiConnectors", {}))["id"]);
  state.connectors.push({ id: connectorId, displayName: null, targetUrl: null, authentication: null });
  for (const it of [id, appId, principalId, connectorId]) state.ids.add(it);
}

/** Steps of a sequence at most: enough to create, change, remove and create again. */
const MOST_STEPS = 25;

/** @param options - `replayPath`: of the commands, as fast-check prints it beside its own path; `faults`: of the mock */
export function sequences(
  samples: Samples,
  options: { readonly replayPath?: string; readonly faults?: readonly FaultName[] } = {},
): IAsyncProperty<[Iterable<Step>]> {
  const { replayPath, faults } = options;
  const steps = WEIGHTED.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));
  const replay = replayPath === undefined ? {} : { replayPath };
  return fc.asyncProperty(fc.commands(steps, { maxCommands: MOST_STEPS, size: "max", ...replay }), async (all) => {
    const world = createWorld(samples, faults);
    const model = emptyState(START);
    await begin(model, world);
    await fc.asyncModelRun(() => ({ model, real: world }), all);
    await compareAll(model, world);
  });
}
