/** The paths of a SARIF log (SARIF 2.1.0 section 3.24). */
import type { Artifact, ArtifactLocation } from "sarif";
import { toJsonLine } from "./json-text.js";
import { toArtifactLocation } from "./sarif-text.js";

/** A list of paths, each of them once however often it is named: artifacts are unique. */
export interface Artifacts {
  /** Takes a path and returns where it is, as results refer to it. */
  readonly add: (path: string, verdict: string) => ArtifactLocation;
  /** The elements of `artifacts`, each as a line of JSON. */
  readonly lines: () => Iterable<string>;
}

/** Begins an empty list. */
export function createArtifacts(): Artifacts {
  const byUri = new Map<string, { readonly index: number; readonly line: string }>();
  return {
    add: (path, verdict) => {
      const location = toArtifactLocation(path);
      const known = byUri.get(location.uri);
      if (known !== undefined) return { ...location, index: known.index };
      const index = byUri.size;
      const artifact: Artifact = { location, roles: ["analysisTarget"], properties: { verdict } };
      byUri.set(location.uri, { index, line: toJsonLine(artifact) });
      return { ...location, index };
    },
    *lines() {
      for (const { line } of byUri.values()) yield line;
    },
  };
}
