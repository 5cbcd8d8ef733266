/** JSON pointers (RFC 6901) as they are written in findings. */

/** The pointer to a member or an item of what `pointer` leads to. */
export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
