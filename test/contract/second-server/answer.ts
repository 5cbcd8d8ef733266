/** What the second server answers with, and the documented examples that its answers are made of. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export type Json = Readonly<Record<string, unknown>>;

/** An answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Json | undefined;
}

/** A request as it is understood. */
export interface Asked {
  readonly method: string;
  /** Behind the version, without a query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** With the version. */
  readonly root: string;
  readonly now: number;
}

/** Ends a request: what the client did wrong. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const folder = resolve(import.meta.dirname, "../../../spec/examples");

/** An example of Microsoft's pages, by the name of its file. */
export function example(name: string): Json {
  return JSON.parse(readFileSync(resolve(folder, `${name}.json`), "utf8")) as Json;
}

/** An object out of any value. */
export function toObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
