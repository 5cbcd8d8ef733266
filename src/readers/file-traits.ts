/** What readers look at in a file, gathered once. */
import type { OpenedFile } from "../credential/opened-file.js";
import type { Pkcs12 } from "../pkcs12/parse.js";

/** The facts of an opened file on which readers differ. */
export interface FileTraits extends Pick<Pkcs12, "encoding" | "trailingBytes" | "mac" | "encryptions" | "bags"> {
  /** What was around the PFX, outermost first. */
  readonly layers: readonly string[];
  readonly passwordCharacters: OpenedFile["passwordCharacters"];
  readonly isPasswordEmpty: boolean;
  readonly certificates: OpenedFile["certificates"];
  readonly keys: OpenedFile["keys"];
  /** Parts that could not be read here, whatever the password. */
  readonly unreadable: OpenedFile["unreadable"];
  /** True where everything that is encrypted could be opened: only then is it known what the file lacks. */
  readonly isWhole: boolean;
  /** Content infos up to the last one that holds anything. */
  readonly contents: number;
}

/**
 * Gathers the facts; `undefined` for a file that could not be opened. Where there is no MAC that says so, a password under
 * which nothing opens that could is a wrong one.
 */
export function toFileTraits(opened: OpenedFile): FileTraits | undefined {
  const { pkcs12, layers, passwordCharacters, isPasswordEmpty, certificates, keys, unreadable } = opened;
  if (pkcs12 === undefined) return undefined;
  const { encoding, trailingBytes, mac, encryptions, bags } = pkcs12;
  const isOpen = encryptions.filter(({ unsupportedOid }) => unsupportedOid === undefined).map(hasOpened);
  if (mac === undefined && isOpen.includes(false) && !isOpen.includes(true)) return undefined;
  return {
    encoding,
    trailingBytes,
    mac,
    encryptions,
    bags,
    layers: layers.map(({ kind }) => kind),
    passwordCharacters,
    isPasswordEmpty,
    certificates,
    keys,
    unreadable,
    isWhole: encryptions.every(hasOpened),
    contents: Math.max(0, ...[...encryptions, ...bags].map(({ at }) => contentIndex(at) + 1)),
  };
}

function hasOpened({ passwordForm }: FileTraits["encryptions"][number]): boolean {
  return passwordForm !== undefined;
}

/** 2 for `authSafe[2].safeBag[0]`. */
function contentIndex(at: string): number {
  return Number(/^authSafe\[(\d+)\]/.exec(at)?.[1] ?? -1);
}
