/** The length of a string as JSON Schema means it (2020-12 Validation section 6.3.1): Unicode characters, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
