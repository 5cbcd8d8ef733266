declare module "openapi-overlays-js/src/overlay.js" {
  /** Changes `definition` and returns it. */
  export function applyOverlay(definition: unknown, overlay: unknown): unknown;
}
