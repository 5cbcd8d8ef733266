/** spec/corrections.overlay.yaml: an Overlay whose actions say why they are there and how that is proved. */
import { parse } from "yaml";
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { asObject, isObject } from "../slice-openapi/json.js";
import type { ActionEffect, OverlayAction } from "./apply-overlay.js";

/** How well the fact behind a correction is known, strongest first. */
export const EVIDENCE = ["standard", "documented", "measured", "third-party", "hypothesis"] as const;

export type Evidence = (typeof EVIDENCE)[number];

export type Verdict = "accepts" | "rejects";

/**
 * What the document judges wrongly without the correction and rightly with it. Of `schema`, `operationId` and `pointer`
 * there is one:
 * - `schema`: a value of that component;
 * - `operationId`: a request, or with `status` a response; without a value there is no body;
 * - `pointer`: a place of the document that no validator reads, absent or other (`raw`) before.
 */
export interface CorrectionExample {
  readonly schema?: string;
  readonly operationId?: string;
  readonly status?: number;
  readonly pointer?: string;
  /** The value itself, or its file in spec/examples. */
  readonly value?: Json;
  readonly file?: string;
  /** What the translated slice says; the normalised document must say the opposite. */
  readonly raw?: Verdict;
}

export interface Correction {
  readonly id: string;
  readonly reason: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly example: CorrectionExample;
}

export interface CorrectionAction extends OverlayAction {
  /** Of the first action of a correction; the others of it name only its id. */
  readonly "x-correction": Correction | { readonly id: string };
}

/**
 * The actions in file order.
 * @throws {Error} for another version of Overlay, and naming the action whose correction lacks a member
 */
export function parseCorrections(text: string): readonly CorrectionAction[] {
  const overlay = asObject(parse(text), "the overlay");
  if (overlay["overlay"] !== "1.0.0") throw new Error("the overlay is not one of version 1.0.0");
  const actions = Array.isArray(overlay["actions"]) ? overlay["actions"] : [];
  const seen = new Set<string>();
  return actions.map((action: Json, index) => parseAction(asObject(action, `actions[${index}]`), index, seen));
}

function parseAction(action: JsonObject, index: number, seen: Set<string>): CorrectionAction {
  const at = `actions[${index}]`;
  const { target, update, remove } = action;
  const { id, reason, evidence, source, example } = asObject(action["x-correction"], `${at}["x-correction"]`);
  if (typeof target !== "string") throw new Error(`${at} has no target`);
  if ((remove === true) === isObject(update)) throw new Error(`${at} is neither an update nor a remove, or both`);
  if (typeof id !== "string") throw new Error(`${at} has no id of a correction`);
  const what = remove === true ? { target, remove } : { target, update: asObject(update, `${at}.update`) };
  if (seen.has(id) && reason === undefined) return { ...what, "x-correction": { id } };
  if (seen.has(id)) throw new Error(`${at}: correction ${id} is there twice`);
  seen.add(id);
  const known = EVIDENCE.find((level) => level === evidence);
  if (typeof reason !== "string" || typeof source !== "string" || known === undefined || !isObject(example)) {
    throw new Error(`${at}: correction ${id} lacks a reason, its evidence, a source or an example`);
  }
  return { ...what, "x-correction": { id, reason, evidence: known, source, example } };
}

/** The corrections, one for each id. */
export function listCorrections(actions: readonly CorrectionAction[]): readonly Correction[] {
  return actions.flatMap(({ "x-correction": correction }) => ("reason" in correction ? [correction] : []));
}

/** What is wrong with the actions: those that select nothing, and those without which the result would be the same. */
export function uselessActions(
  actions: readonly CorrectionAction[],
  effects: readonly ActionEffect[],
): readonly string[] {
  return actions.flatMap(({ target, "x-correction": { id } }, index) => {
    const effect = effects[index];
    if (effect === undefined || effect.matches === 0) return [`${id}: nothing matches ${target}`];
    return effect.hasChanged ? [] : [`${id}: no longer needed, ${target} is so already`];
  });
}
