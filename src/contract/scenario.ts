/** A piece of a run: requests in an order that makes sense, each with a reason. */
import type { Arbitrary } from "fast-check";
import type { GraphAction } from "../graph/clouds.js";
import type { Exchange, Json } from "./exchange.js";
import { toJson } from "./exchange.js";
import type { Material } from "./session/material.js";
import { NothingMadeError } from "./session/run-end.js";
import type { Session } from "./session/session.js";
import type { Reader, Settling } from "./session/settling.js";

/** In the order in which they are run. */
export const PHASES = ["examples", "boundaries", "metamorphic", "races", "properties", "sequences"] as const;

/** A kind of scenario. */
export type Phase = (typeof PHASES)[number];

/** Where a run takes place. `read-only` sends nothing but GET to objects that it is given. */
export type Mode = "mock" | "read-only" | "live";

/** What a scenario works with. */
export interface Stage {
  readonly session: Session;
  /** GET that waits until reads have settled, where the run does. */
  readonly read: Reader;
  readonly settling: Settling;
  /** The name that an object is to have: live it begins with the run's prefix. */
  readonly named: (displayName: string) => string;
  readonly material: Material;
  readonly mode: Mode;
  /** Objects that a read-only run may look at. */
  readonly objects: NamedObjects;
}

/** Ids of objects that are there. */
export interface NamedObjects {
  readonly connectors?: readonly string[] | undefined;
  readonly servicePrincipals?: readonly string[] | undefined;
}

/** What not every tenant or cloud has. */
export type Need = "apiConnectors" | GraphAction;

/** One scenario. */
export interface Scenario {
  /** Unique, in kebab-case. */
  readonly id: string;
  readonly phase: Phase;
  readonly modes: readonly Mode[];
  /** Whether it needs a clock that can be moved. */
  readonly needsVirtualClock?: boolean | undefined;
  /** Without any of these it is skipped. */
  readonly needs?: readonly Need[] | undefined;
  /** Never rejects but with RunEndError: what is wrong is found by the rules. */
  readonly play: (stage: Stage) => Promise<void>;
}

/** Scenarios without number, of which each run draws some; what fails is made smaller. */
export interface GeneratedScenario extends Omit<Scenario, "play"> {
  /** Made when it is asked for: arbitraries of texts take tens of milliseconds, which whoever imports this must not pay. */
  readonly plays: () => Arbitrary<Play>;
}

/** One of them. */
export interface Play {
  /** What it does, for people. */
  readonly text: string;
  readonly play: Scenario["play"];
}

/** The collections. */
export const CONNECTORS = "/identity/apiConnectors";
export const PRINCIPALS = "/servicePrincipals";

/** What shows all of a servicePrincipal that writes here can change. */
export const FULL_SELECT = "$select=id,appId,keyCredentials,passwordCredentials,preferredTokenSigningKeyThumbprint";

/** The id of the entity in an answer; one that nobody has where there is none. */
export function idIn({ response }: Exchange): string {
  const { id } = toJson(response.json);
  return typeof id === "string" && id !== "" ? id : "00000000-0000-0000-0000-000000000000";
}

/**
 * The id of what was to be made. A mock's scenarios go on without it, so that rules see what comes of that; a tenant is sent
 * no writes to objects that nobody knows.
 * @throws {NothingMadeError} live, where the answer has no id
 */
export function madeBy({ mode }: Stage, created: Exchange): string {
  if (mode === "live" && typeof toJson(created.response.json)["id"] !== "string") {
    const { status } = created.response;
    throw new NothingMadeError(`"${created.step}" was ${status === 0 ? "not answered" : `answered with ${status}`}`);
  }
  return idIn(created);
}

/** GET of a whole connector. */
export function readConnector({ read }: Stage, id: string): Promise<Exchange> {
  return read("read the connector", { path: `${CONNECTORS}/${id}` });
}

/** GET of a servicePrincipal with its keys. */
export function readPrincipal({ read }: Stage, id: string): Promise<Exchange> {
  return read("read the servicePrincipal with its keys", { path: `${PRINCIPALS}/${id}?${FULL_SELECT}` });
}

/** POST of a connector, read until it is there. */
export async function createConnector(stage: Stage, displayName: string, more: Json = {}): Promise<string> {
  const body = { displayName: stage.named(displayName), targetUrl: "https://api.example.com/", ...more };
  const created = await stage.session.send("create a connector", { method: "POST", path: CONNECTORS, body });
  const id = madeBy(stage, created);
  await readConnector(stage, id);
  return id;
}

/** An application with its servicePrincipal, read until it is there. */
export async function createPrincipal(
  stage: Stage,
  displayName: string,
): Promise<{ readonly id: string; readonly appId: string }> {
  const { session } = stage;
  const application = await session.send("create an application", {
    method: "POST",
    path: "/applications",
    body: { displayName: stage.named(displayName) },
  });
  const applicationId = madeBy(stage, application);
  // What does not see the application yet makes nothing of it.
  if (stage.settling.reads > 1) await stage.read("read the application", { path: `/applications/${applicationId}` });
  const appId = String(toJson(application.response.json)["appId"]);
  const created = await session.send("create its servicePrincipal", {
    method: "POST",
    path: PRINCIPALS,
    body: { appId },
  });
  const id = madeBy(stage, created);
  await readPrincipal(stage, id);
  return { id, appId };
}

/** uploadClientCertificate, then a read. */
export async function upload(stage: Stage, step: string, id: string, body: unknown): Promise<Exchange> {
  const sent = await stage.session.send(step, {
    method: "POST",
    path: `${CONNECTORS}/${id}/uploadClientCertificate`,
    body,
  });
  await readConnector(stage, id);
  return sent;
}

/** addTokenSigningCertificate, then a read. */
export async function mint(stage: Stage, step: string, id: string, body: unknown): Promise<Exchange> {
  const path = `${PRINCIPALS}/${id}/addTokenSigningCertificate`;
  const sent = await stage.session.send(step, { method: "POST", path, body });
  await readPrincipal(stage, id);
  return sent;
}
