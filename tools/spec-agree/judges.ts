/**
 * Three that say whether a value keeps the contract: Ajv over the validation view, the precompiled validators, and
 * @hyperjump/json-schema over the normalised document as it is written. They share neither formats nor spelling.
 */
import "@hyperjump/json-schema/formats";
import { hasSchema, registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-2020-12";
import type { AnySchema } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { SchemaSet } from "../../src/contract/validation/schema.js";
import { referencedName } from "../../src/contract/validation/schema.js";
import { validationView, viewId } from "../generate-spec/validators/validation-view.js";

export interface Judge {
  readonly name: string;
  /** @throws {RangeError} where there is no schema of that name */
  readonly accepts: (schema: string, value: unknown) => boolean;
}

type Verdict = (value: unknown) => boolean;

function judgeOf(name: string, verdicts: ReadonlyMap<string, Verdict>): Judge {
  return {
    name,
    accepts: (schema, value) => {
      const verdict = verdicts.get(schema);
      if (verdict === undefined) throw new RangeError(`"schema" expected the name of a schema, got ${schema}`);
      return verdict(value);
    },
  };
}

/** Ajv with the formats of ajv-formats. */
function ajvOf(options: ConstructorParameters<typeof Ajv2020>[0]): Ajv2020 {
  const ajv = new Ajv2020({ inlineRefs: false, messages: false, ...options });
  ajvFormats.default(ajv);
  return ajv;
}

function compileAll(ajv: Ajv2020, schemas: Readonly<Record<string, AnySchema>>): Map<string, Verdict> {
  const names = Object.keys(schemas);
  for (const name of names) ajv.addSchema({ ...(schemas[name] as object), $id: viewId(name) });
  return new Map(
    names.map((name) => {
      const compiled = ajv.getSchema(viewId(name));
      if (compiled === undefined) throw new RangeError(`"schemas" has no ${name}`);
      return [name, (value) => compiled(value) === true];
    }),
  );
}

/** Compiles the validation view in this process. */
export function ajvJudge(schemas: SchemaSet): Judge {
  return judgeOf("Ajv", compileAll(ajvOf({ strictTypes: false, strictRequired: false }), validationView(schemas)));
}

/** @param validators - `VALIDATORS` of the generated module */
export function standaloneJudge(validators: Readonly<Record<string, (value: unknown) => boolean>>): Judge {
  return judgeOf("standalone", new Map(Object.entries(validators)));
}

/**
 * The translated slice without corrections: formats as published, `base64url` asserted as RFC 4648 section 5 has it, the
 * widths of numbers too.
 * @param schemas - `components.schemas` of the translated document; what the slice uses and nobody knows is left out
 */
export function rawJudge(schemas: Readonly<Record<string, unknown>>): Judge {
  const ajv = ajvOf({ strict: false });
  ajv.addFormat("base64url", /^[A-Za-z0-9_-]*={0,2}$/);
  const readable = Object.entries(schemas).map(([name, schema]) => [name, withReferences(schema, viewId)]);
  return judgeOf("raw", compileAll(ajv, Object.fromEntries(readable)));
}

/** Each schema under an address of its own, with formats asserted. The library keeps them: one set of schemas a process. */
export async function hyperjumpJudge(schemas: SchemaSet): Promise<Judge> {
  const address = (name: string): string => `https://specification.invalid/${name}`;
  for (const [name, schema] of Object.entries(schemas)) {
    if (hasSchema(address(name))) continue;
    const written = withReferences(schema, address) as Parameters<typeof registerSchema>[0];
    registerSchema(written, address(name), "https://json-schema.org/draft/2020-12/schema");
  }
  setShouldValidateFormat(true);
  const verdicts = new Map<string, Verdict>();
  for (const name of Object.keys(schemas)) {
    const compiled = await validate(address(name));
    verdicts.set(name, (value) => compiled(value as Parameters<typeof compiled>[0]).valid);
  }
  return judgeOf("hyperjump", verdicts);
}

/** The same schema with its references led elsewhere; discriminators go, whose mappings are references too. */
function withReferences(schema: unknown, address: (name: string) => string): unknown {
  if (Array.isArray(schema)) return schema.map((it) => withReferences(it, address));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== "discriminator")
      .map(([keyword, value]) =>
        keyword === "$ref" && typeof value === "string"
          ? [keyword, address(referencedName(value))]
          : [keyword, withReferences(value, address)],
      ),
  );
}
