/** The tokens of pages, which are each service's own: those of a replay take the place of the recorded ones. */

const TOKEN = /((?:\$|%24)skip(?:token)?=)([^&#]*)/i;

/** Text for text. */
export interface PageTokens {
  /** Takes two links to a next page for one another. */
  readonly note: (recorded: string, replayed: string) => void;
  /** The address with the token of the replay; as it is where it has none, or one that no answer has shown. */
  readonly translate: (address: string) => string;
  /** Whether the address has a token that no answer of the replay stands for. */
  readonly lacks: (address: string) => boolean;
}

/** Nothing corresponds yet. */
export function createPageTokens(): PageTokens {
  const tokens = new Map<string, string>();
  return {
    note: (recorded, replayed) => {
      const [one, other] = [tokenOf(recorded), tokenOf(replayed)];
      if (one !== undefined && other !== undefined) tokens.set(decode(one), other);
    },
    translate: (address) =>
      address.replace(TOKEN, (whole, name: string, token: string) => {
        const known = tokens.get(decode(token));
        return known === undefined ? whole : name + known;
      }),
    lacks: (address) => {
      const token = tokenOf(address);
      return token !== undefined && !tokens.has(decode(token));
    },
  };
}

/** Without the tokens: what two such links say alike. */
export function withoutPageTokens(text: string): string {
  return text.replaceAll(new RegExp(TOKEN, "gi"), "$1");
}

const tokenOf = (link: string): string | undefined => TOKEN.exec(link)?.[2];

/** Clients may write an address with other characters escaped than the service did. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
