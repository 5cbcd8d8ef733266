/** The program or service that the file is meant for does not open it. */
import { toFileTraits } from "../../readers/file-traits.js";
import { READERS, reasonsFor } from "../../readers/judge-readers.js";
import type { Reader } from "../../readers/reader.js";
import type { Rule } from "../finding.js";
import { REPACK, repackWith } from "../repack.js";

/** `refused-by-target` */
export const refusedByTarget: Rule = {
  id: "refused-by-target",
  severity: { "api-connector": null, "token-signing": null, reader: "error" },
  evidence: "third-party",
  reference: "What is known of each reader; a finding has the evidence of its reader",
  summary: "The reader that the file is meant for does not open it.",
  check({ opened, target }) {
    const reader = READERS.find(({ id }) => id === target);
    const traits = toFileTraits(opened);
    if (reader === undefined || traits === undefined) return [];
    const { name, evidence, reference } = reader;
    // What is around the PFX has rules of its own, which tell how to take it off.
    return reasonsFor({ ...traits, layers: [] }, reader).map(
      ({ at, message, under, fix = repackFor(reader, under) }) => ({
        at,
        message: `${name} does not open it: ${message}`,
        fix,
        evidence,
        reference,
      }),
    );
  },
};

/** In the stronger protection of those that the reader takes. */
function repackFor({ protection }: Reader, under: string | undefined): string {
  const command =
    protection === "TripleDES-SHA1" ? REPACK : repackWith("-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256");
  return `Pack it anew${under === undefined ? "" : ` under ${under}`}: ${command}`;
}
