/** Whole calls of a command without a process: what it said, what it wrote, and with which exit code. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { runCli } from "../../../../src/node/cli/program.js";
import { fakeHost } from "./fake-host.js";

const root = resolve(import.meta.dirname, "../../../..");

/** How a call ended. */
export interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly questions: readonly string[];
}

/** Runs a call. */
export async function call(args: readonly string[], given: Parameters<typeof fakeHost>[0] = {}): Promise<Called> {
  const { host, stdout, stderr, questions } = fakeHost(given);
  const status = await runCli(args, host);
  return { status, stdout: stdout(), stderr: stderr(), questions };
}

/** Path of one of this project's own vectors; their password is `graph-certkit`. */
export const vector = (name: string): string => resolve(root, "test/vectors/pkcs12", `${name}.p12`);

/** Expects a document to be valid against one of the schemas that ship. */
export function expectValid(document: unknown, schema: string): void {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(resolve(root, "spec", `${schema}.schema.json`), "utf8")));
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
}
