/** Slice and overlay -> the normalised document: the two steps that everything else is made after. */
import type { Json, JsonObject } from "../slice-openapi/json.js";
import { asObject, sortMembers } from "../slice-openapi/json.js";
import type { OverlayAction } from "./apply-overlay.js";
import { applyOverlay } from "./apply-overlay.js";
import { parseCorrections, uselessActions } from "./corrections.js";
import { unknownKeywords } from "./keywords.js";
import { translate } from "./translate.js";

export interface Normalised {
  readonly document: JsonObject;
  /** The slice in OpenAPI 3.1 before any correction. */
  readonly translated: JsonObject;
  /** What must not be: actions without effect, keywords that nobody downstream reads. */
  readonly complaints: readonly string[];
}

/** @param slice - graph.openapi.json, parsed @param overlay - corrections.overlay.yaml as text */
export function normalise(slice: Json, overlay: string): Normalised {
  const translated = asObject(sortMembers(translate(slice)), "the translated slice");
  const actions = parseCorrections(overlay);
  const { document, effects } = applyOverlay(translated, actions satisfies readonly OverlayAction[]);
  const sorted = asObject(sortMembers(document), "the normalised document");
  return {
    document: sorted,
    translated,
    complaints: [...uselessActions(actions, effects), ...unknownKeywords(sorted)],
  };
}
