/** A step of a sequence: does something to mock and model, after which both must hold the same. */
import type { AsyncCommand } from "fast-check";
import fc from "fast-check";
import { assertEqual, assertThat } from "./assertions.js";
import type { ExpectedState, Members } from "./expected-state.js";
import type { Collection } from "./views.js";
import { viewAll } from "./views.js";
import type { World } from "./world.js";

/** What a step came to: state may have changed only where it was not refused. */
export type Outcome = "refused" | "done";

/** Sends a request, holds the answer against the model, changes the model. */
export type Run<Input> = (input: Input, state: ExpectedState, world: World) => Promise<Outcome>;

/** Commands of one kind, one for each input. */
export function commands<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  run: Run<Input>,
): fc.Arbitrary<AsyncCommand<ExpectedState, World>> {
  return inputs.map((input) => ({
    check: () => true,
    toString: () => `${name}(${fc.stringify(input)})`,
    run: async (state, world) => {
      const before = world.state();
      const outcome = await run(input, state, world);
      if (outcome === "refused") assertEqual(world.state(), before, `${name}: state after a refusal`);
      await compareAll(state, world);
    },
  }));
}

const COLLECTIONS: readonly Collection[] = ["applications", "servicePrincipals", "identity/apiConnectors"];

/** Reads everything: lists, and each servicePrincipal with its certificates. */
export async function compareAll(state: ExpectedState, world: World): Promise<void> {
  for (const collection of COLLECTIONS) {
    const { json } = await world.send("GET", `/${collection}`);
    assertEqual(json["value"], viewAll(state, collection), `list of ${collection}`);
  }
  for (const [index, expected] of viewAll(state, "servicePrincipals", true).entries()) {
    const { id } = state.principals[index] ?? { id: "" };
    const { json } = await world.send("GET", `/servicePrincipals/${id}?$select=keyCredentials`);
    assertEqual(json["keyCredentials"], expected["keyCredentials"], "keyCredentials with $select");
  }
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID of the service: lower case, never seen before. */
export function takeId(value: unknown, { ids }: ExpectedState): string {
  assertThat(typeof value === "string" && GUID.test(value), `expected a GUID, got ${String(value)}`);
  const id = String(value);
  assertThat(!ids.has(id), `the GUID ${id} came twice`);
  ids.add(id);
  return id;
}

/** The body without its context, which must be this one. */
export function withoutContext(json: Members, context: string): Members {
  const { "@odata.context": actual, ...rest } = json;
  assertEqual(actual, `https://graph.microsoft.com/v1.0/$metadata#${context}`, "@odata.context");
  return rest;
}

/** One of the objects; with none, or for now and then, `undefined`: the request then goes to an id that nobody has. */
export function choose<T>(items: readonly T[], choice: number): T | undefined {
  return choice % 12 === 11 ? undefined : items[choice % Math.max(items.length, 1)];
}

/** An id that nobody has. */
export const NOBODY = "99999999-0000-4000-8000-999999999999";

/** Draws `usual` but for one time in twenty. */
export function mostly<T>(usual: fc.Arbitrary<T>, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** For {@link choose}; small, so that sequences stay with a few objects. */
export const choices: fc.Arbitrary<number> = mostly(fc.nat(5), 11);
