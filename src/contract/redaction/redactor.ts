/** Takes what is secret out of traffic before it is shown or written, so that it can still be judged. */
import type { Exchange, ReceivedResponse, SentRequest } from "../exchange.js";
import { parseJson } from "../exchange.js";
import type { ContractResult } from "../result.js";
import { createNames } from "./names.js";
import { createSecretBook } from "./secret-book.js";
import type { Structure } from "./structure.js";
import { createStructure, createWalkedTexts } from "./structure.js";

/** Traffic that was redacted in another way is not read: its pseudonyms would not mean the same. */
export const REDACTION_VERSION = 1;

/** What to redact beside secrets. */
export interface RedactionOptions {
  /**
   * Also gives GUIDs, hosts, mail addresses and names (`displayName` and the like) pseudonyms, as in cassettes. What is
   * known to everybody stays (the nil GUID, Microsoft's own hosts and applications), and so do certificates, thumbprints
   * and names in the form `CN=…`: rules compare them with the certificate. Default: false.
   */
  readonly names?: boolean | undefined;
}

/**
 * Redacts one run or one file: keeps what it has learnt, so that the same secret is the same pseudonym everywhere.
 *
 * Where secrets stand is told by structure: members (`pkcs12Value`, `password`, `secretText`, `proof`, tokens, `key` of
 * what signs), parameters of addresses and forms, headers that are not on a list of open ones; also inside `$batch`,
 * JSON in texts and base64. `hint` is the beginning of a secret and goes too. What was learnt is then replaced wherever
 * it is written, in base64, hexadecimal, percent-encoding and JSON's escapes; tokens, PFX files and private keys also
 * where nobody has named them. The empty password of a PFX is
 * a password; another empty secret is none.
 *
 * What it does not do: a secret with fewer than four characters, or one that is a part of the wire's own words
 * (`graph`, `key`), is replaced in its members only, since it occurs in all traffic; one with fewer than eight counts
 * only as a word of its own. Images of secrets (digests, encrypted files) and hosts that hold one are not found. JSON is
 * written anew: its white space and repeated members are lost.
 */
export interface Redactor {
  /** Learns secrets ahead of what is to be redacted: a later answer may hold what an earlier request had. */
  readonly learn: (exchanges: Iterable<Exchange>) => void;
  /** Learns a secret that traffic does not show, such as the token that it is sent with. @param name - what it is called */
  readonly secret: (value: string, name: string) => void;
  /** `facts` stay; they are to be there before: see `withFacts`. */
  readonly exchange: (exchange: Exchange) => Exchange;
  readonly result: (result: ContractResult) => ContractResult;
  /** Any JSON. */
  readonly value: (value: unknown) => unknown;
  readonly text: (text: string) => string;
}

/** A redactor that knows no secret. */
export function createRedactor(options: RedactionOptions = {}): Redactor {
  const book = createSecretBook();
  const names = options.names === true ? createNames() : undefined;
  const structure = createStructure(book, names);
  // Walks as the other does and meets the same secrets, but writes nothing.
  const learner = createStructure(
    { ...book, replace: asItIs },
    names && { ...names, text: asItIs, guids: asItIs, host: asItIs },
    createWalkedTexts(),
  );
  const redact = (exchange: Exchange): Exchange => redactExchange(exchange, structure);
  const learn: Redactor["learn"] = (exchanges) => {
    for (const exchange of exchanges) walkExchange(exchange, learner);
  };
  const value: Redactor["value"] = (found) => {
    learner.value(found);
    return structure.value(found);
  };
  const exchange: Redactor["exchange"] = (found) => {
    learn([found]);
    return redact(found);
  };
  const secret: Redactor["secret"] = (found, name) => {
    book.pseudonym(found, name);
  };
  const result: Redactor["result"] = (found) => {
    learn(found.exchanges);
    const { counterexample, curl, detail, pointer, reason } = found;
    return {
      ...found,
      ...(reason === undefined ? {} : { reason: structure.text(reason) }),
      ...(detail === undefined ? {} : { detail: structure.text(detail) }),
      pointer: redactPointer(pointer, structure.text),
      expected: value(found.expected),
      actual: value(found.actual),
      exchanges: found.exchanges.map(redact),
      ...(counterexample === undefined
        ? {}
        : { counterexample: { ...counterexample, text: structure.text(counterexample.text) } }),
      ...(curl === undefined ? {} : { curl: structure.text(curl) }),
    };
  };
  return { learn, secret, exchange, result, value, text: structure.text };
}

const asItIs = (text: string): string => text;

/** Names in bodies are the service's choice; in a pointer their slashes and tildes are escaped (RFC 6901 section 3). */
const redactPointer = (pointer: string, redact: (text: string) => string): string =>
  pointer
    .split("/")
    .map((part) => redact(part.replaceAll("~1", "/").replaceAll("~0", "~")).replaceAll("~", "~0").replaceAll("/", "~1"))
    .join("/");

function redactExchange(exchange: Exchange, structure: Structure): Exchange {
  const { step, operationId, key, request, response, facts, ...rest } = exchange;
  const { method, url, headers: sent, text: _, json: __, ...ofRequest } = request;
  const { status, headers: received, text: ___, json: ____, ...ofResponse } = response;
  return {
    ...redactRest(rest, structure),
    step: structure.text(step),
    operationId,
    key: key === undefined ? undefined : structure.text(key),
    request: {
      ...redactRest(ofRequest, structure),
      method,
      url: structure.address(url),
      headers: structure.headers(sent),
      ...redactBody(request, structure),
    },
    response: {
      ...redactRest(ofResponse, structure),
      status,
      headers: structure.headers(received),
      ...redactBody(response, structure),
    },
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Goes where {@link redactExchange} goes, in the same order, and writes nothing: most of a run is never shown. */
function walkExchange(exchange: Exchange, structure: Structure): void {
  const { step, key, request, response, relation, origin } = exchange;
  structure.value({ relation, origin });
  structure.text(step);
  if (key !== undefined) structure.text(key);
  structure.address(request.url);
  walkMessage(request, structure);
  walkMessage(response, structure);
}

function walkMessage({ headers, text, json }: SentRequest | ReceivedResponse, structure: Structure): void {
  structure.headers(headers);
  const read = json ?? parseJson(text);
  if (read === undefined) structure.text(text);
  else structure.value(read);
}

/** Relations, places and whatever else is told of an exchange: texts in it are texts like others. */
const redactRest = <T extends object>(rest: T, structure: Structure): T => structure.value(rest) as T;

/** What is no JSON stays none. */
function redactBody(
  { text, json }: SentRequest | ReceivedResponse,
  structure: Structure,
): { readonly text: string; readonly json: unknown } {
  const read = json ?? parseJson(text);
  if (read === undefined) return { text: structure.text(text), json };
  const redacted = structure.value(read);
  return { text: text === "" ? "" : JSON.stringify(redacted), json: json === undefined ? undefined : redacted };
}
