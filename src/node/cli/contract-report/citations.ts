/** Where a rule is to be read: its source taken apart into what can be followed and what cannot. */

/** One citation. */
export interface Citation {
  /** As it is written, address and all. */
  readonly text: string;
  /** Only `https`. */
  readonly href: string | undefined;
}

const ADDRESS = /https:\/\/[^\s;,"'<>]+[^\s;,"'<>.)]/;

/** The citations of a source, which stand between semicolons. */
export function citationsOf(source: string): readonly Citation[] {
  return source
    .split(/;\s+/)
    .filter((text) => text !== "")
    .map((text) => ({ text, href: addressIn(text) }));
}

/** What a URL parser would make something else of is no link. */
function addressIn(text: string): string | undefined {
  const [address] = ADDRESS.exec(text) ?? [];
  if (address === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).protocol === "https:" ? address : undefined;
}
