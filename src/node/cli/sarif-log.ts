/** A SARIF log of one run as pieces of text, so that no string has to hold the whole of it (SARIF 2.1.0 section 3.13). */
import type { Invocation, PropertyBag, ToolComponent } from "sarif";
import { toJsonLine } from "./json-text.js";
import { BASE_ID } from "./sarif-text.js";

/** What the log holds. */
export interface SarifLog {
  readonly driver: ToolComponent;
  /** Each as a line of JSON. */
  readonly results: Iterable<string>;
  /** Each as a line of JSON. */
  readonly artifacts: Iterable<string>;
  readonly invocation: Invocation;
  readonly properties: PropertyBag;
}

const VERSION = "2.1.0";
const SCHEMA = `https://docs.oasis-open.org/sarif/sarif/v${VERSION}/errata01/os/schemas/sarif-schema-${VERSION}.json`;

const BASE_IDS = { [BASE_ID]: { description: { text: "The folder in which the program was started." } } };

/** Gives the log, one result or artifact a line. */
export function* toSarifPieces(log: SarifLog): Generator<string> {
  const { driver, results, artifacts, invocation, properties } = log;
  yield `{\n"version": "${VERSION}",\n"$schema": "${SCHEMA}",\n"runs": [{\n`;
  yield `"tool": ${toJsonLine({ driver })},\n`;
  yield `"invocations": [${toJsonLine(invocation)}],\n`;
  yield `"originalUriBaseIds": ${toJsonLine(BASE_IDS)},\n`;
  yield `"properties": ${toJsonLine(properties)},\n`;
  yield* toArray("artifacts", artifacts);
  yield ",\n";
  yield* toArray("results", results);
  yield "\n}]\n}\n";
}

function* toArray(name: string, elements: Iterable<string>): Generator<string> {
  yield `"${name}": [`;
  let separator = "\n";
  for (const element of elements) {
    yield `${separator}${element}`;
    separator = ",\n";
  }
  yield "\n]";
}
