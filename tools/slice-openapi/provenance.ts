/** PROVENANCE.md: where the slice comes from and what was kept of it, without anything of the machine it was made on. */
import type { Slice } from "./slice.js";

export interface Source {
  /** Base name of the file, or the URL. */
  readonly name: string;
  /** `name@version` of the npm package that the file lies in. */
  readonly packageName: string | undefined;
  readonly licence: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Version of the tool that wrote the document, where the document says it. */
  readonly generator: string | undefined;
  /** Address the document gives as its own origin. */
  readonly origin: string | undefined;
}

/** @param date - `YYYY-MM-DD` @param sliceSha256 - of graph.openapi.json as written */
export function writeProvenance(source: Source, slice: Slice, sliceSha256: string, date: string): string {
  const { counts } = slice;
  const isUrl = source.name.includes("://");
  const from = isUrl ? source.name : `<${source.packageName ?? "file"}>/${source.name}`;
  const row = ([what, value]: readonly [string, string | undefined]): string =>
    value === undefined ? "" : `| ${what} | ${value} |\n`;
  const rows = (
    [
      ["file", `\`${source.name}\``],
      ["npm package", source.packageName === undefined ? undefined : `\`${source.packageName}\``],
      ["origin", source.origin],
      ["written by", source.generator],
      ["licence", source.licence],
      ["size", `${source.bytes} bytes`],
      ["SHA-256", `\`${source.sha256}\``],
      ["sliced on", date],
      ["SHA-256 of graph.openapi.json", `\`${sliceSha256}\``],
    ] as const
  ).map(row);
  return `# Where graph.openapi.json comes from

Written by tools/slice-openapi.ts; never edited.

| | |
|---|---|
${rows.join("")}
\`\`\`sh
npm run spec:slice -- --from ${from} --date ${date}
\`\`\`

The same document gives the same slice, byte for byte (\`--check\` compares instead of writing).

## Kept: ${counts.paths[0]} of ${counts.paths[1]} paths, ${counts.schemas[0]} of ${counts.schemas[1]} schemas

${slice.operations.map((operation) => `- \`${operation}\`\n`).join("")}
## Not in the source

${slice.missing.map((operationId) => `- \`${operationId}\`\n`).join("") || "Nothing.\n"}
## Cut

- ${counts.prose} members of prose: description, summary, externalDocs, tags, title, examples, \`x-ms-docs-*\`
  (a response keeps an empty description, since OpenAPI requires one)
- ${counts.navigationProperties} navigation properties, which have requests of their own
- ${counts.mappingEntries} entries of discriminator mappings whose types are not in the slice
- everything that the kept operations do not lead to

Otherwise the slice is as published, errors included; what they are and how they are mended is in
corrections.overlay.yaml, and graph.normalised.json is the result.
`;
}
