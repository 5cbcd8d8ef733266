/** The normalised document -> spec/graph.d.ts. */
import openapiTS, { astToString } from "openapi-typescript";
import type { JsonObject } from "../slice-openapi/json.js";

const HEADER = `/**
 * Types of spec/graph.normalised.json.
 * Written by tools/generate-spec.ts with openapi-typescript (\`npm run generate\`); never edited.
 */

`;

/** Members that are read are readonly; a default makes no member required, since Graph leaves out what it likes. */
export async function writeDeclarations(document: JsonObject): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document), {
    alphabetize: true,
    defaultNonNullable: false,
    immutable: true,
    silent: true,
  });
  return HEADER + astToString(nodes);
}
