/**
 * Precompiles the validation view: one function a schema, as an ES module that imports nothing and makes no code from
 * strings. The same schemas give the same text.
 */
import { resolve } from "node:path";
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvStandalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { isDateTime } from "../../../src/contract/validation/date-time.js";
import type { SchemaSet } from "../../../src/contract/validation/schema.js";
import { isUuid } from "../../../src/contract/validation/uuid.js";
import { validationView, viewId } from "./validation-view.js";

/** What of the normalised document is read here. */
export interface NormalisedDocument {
  readonly components: { readonly schemas: SchemaSet };
}

const validation = resolve(import.meta.dirname, "../../../src/contract/validation");

/** What the generated functions call. */
const imports = `import { countCharacters } from "./characters.js";
import { isDateTime } from "./date-time.js";
import { isUuid } from "./uuid.js";
`;

const banner = "/** Written by tools/generate-spec.ts from spec/graph.normalised.json; never edited. */";

/** The text of src/contract/validators.generated.js: `VALIDATORS`, functions by schema name. */
export async function generateValidators({ components }: NormalisedDocument): Promise<string> {
  const names = Object.keys(components.schemas).sort();
  const source = compile(components.schemas, names);
  const entries = names.map((name, index) => `  ${JSON.stringify(name)}: v${index},`).join("\n");
  const result = await build({
    stdin: {
      contents: `${imports}${source}\nexport const VALIDATORS = {\n${entries}\n};\n`,
      resolveDir: validation,
      sourcefile: "validators.js",
    },
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("esbuild gave no file");
  return `${banner}\n${file.text}`;
}

function compile(schemas: SchemaSet, names: readonly string[]): string {
  const view = validationView(schemas);
  const ajv = new Ajv2020({
    allErrors: true,
    // The text of errors is made from their parameters, at the place where they are shown.
    messages: false,
    // A function for each schema instead of copies in each that refers to it.
    inlineRefs: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: { "date-time": isDateTime, uuid: isUuid },
    code: {
      source: true,
      esm: true,
      lines: true,
      formats: _`{"date-time": isDateTime, uuid: isUuid}`,
    },
  });
  for (const name of names) ajv.addSchema({ ...view[name], $id: viewId(name) });
  const source = ajvStandalone.default(
    ajv,
    Object.fromEntries(names.map((name, index) => [`v${index}`, viewId(name)])),
  );
  const imported = source
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', "countCharacters")
    // A place in a view that nobody sees.
    .replaceAll(/,schemaPath:"[^"]*"/g, "");
  const [required] = imported.match(/require\([^)]*\)/) ?? [];
  if (required !== undefined) throw new Error(`a validator needs ${required}, for which there is nothing here`);
  return imported;
}
