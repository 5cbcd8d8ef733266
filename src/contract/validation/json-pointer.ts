/** JSON pointers (RFC 6901) as they are written in findings, and followed. */

/** The pointer to a member or an item of what `pointer` leads to. */
export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** What a pointer leads to; `undefined` where there is nothing. */
export function valueAt(json: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce((value: unknown, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }, json);
}
