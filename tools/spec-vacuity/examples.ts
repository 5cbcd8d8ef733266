/** spec/examples: bodies from Microsoft's pages and real answers, and bodies that are none, as verdicts.json lists them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Json } from "../slice-openapi/json.js";

export interface Example {
  readonly operationId: string;
  /** `undefined` for a request. */
  readonly status: number | undefined;
  /** The operation with its status, or the word request. */
  readonly place: string;
  /** Its file, or what is wrong with it. */
  readonly name: string;
  /** `undefined` where there is no body. */
  readonly body: Json | undefined;
}

/** One entry of verdicts.json. */
interface Entry {
  readonly operationId: string;
  readonly status?: number;
  readonly file?: string;
  readonly value?: Json;
  readonly why?: string;
}

/** @param folder - spec/examples */
export function readExamples(folder: string): {
  readonly valid: readonly Example[];
  readonly invalid: readonly Example[];
} {
  const read = (file: string): Json => JSON.parse(readFileSync(resolve(folder, file), "utf8")) as Json;
  const { valid, invalid } = read("verdicts.json") as unknown as Record<"valid" | "invalid", readonly Entry[]>;
  const toExample = ({ operationId, status, file, value, why }: Entry): Example => ({
    operationId,
    status,
    place: `${operationId} ${status ?? "request"}`,
    name: why ?? file ?? "no body",
    body: file === undefined ? value : read(file),
  });
  return { valid: valid.map(toExample), invalid: invalid.map(toExample) };
}
