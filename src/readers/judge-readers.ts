/** Which readers take a file, and why others do not. */
import type { OpenedFile } from "../credential/opened-file.js";
import type { Reason } from "./check.js";
import type { FileTraits } from "./file-traits.js";
import { toFileTraits } from "./file-traits.js";
import { goPkcs12 } from "./profiles/go-pkcs12.js";
import { JAVA } from "./profiles/java.js";
import { MICROSOFT } from "./profiles/microsoft.js";
import { MOBILE } from "./profiles/mobile.js";
import { NODE } from "./profiles/node.js";
import { OPENSSL } from "./profiles/openssl.js";
import type { Reader, ReaderVerdict } from "./reader.js";

/** All readers, in the order in which they are listed. */
export const READERS: readonly Reader[] = [...MICROSOFT, ...JAVA, ...NODE, ...OPENSSL, goPkcs12, ...MOBILE];

/** Judges one file for every reader. Never throws, and derives nothing anew. */
export function judgeReaders(opened: OpenedFile): readonly ReaderVerdict[] {
  const traits = toFileTraits(opened);
  return READERS.map((reader) => {
    const { id, name, evidence, reference } = reader;
    const reasons = traits && reasonsFor(traits, reader);
    const refusals = (reasons ?? []).map(({ at, message }) => ({ at, message }));
    return { id, name, evidence, reference, opens: reasons === undefined ? null : reasons.length === 0, refusals };
  });
}

/** Why one reader refuses a file: each sentence once, with its first place, for a hundred parts are protected alike. */
export function reasonsFor(traits: FileTraits, { checks }: Reader): readonly Reason[] {
  const firsts = new Map<string, Reason>();
  for (const reason of checks.flatMap((check) => check(traits))) {
    if (!firsts.has(reason.message)) firsts.set(reason.message, reason);
  }
  return [...firsts.values()];
}
