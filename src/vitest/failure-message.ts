/** A failure in words: the rule and why there is one, the place, what was sent and answered, and how to see it again. */
import type { Exchange } from "../contract/exchange.js";
import type { ContractResult } from "../contract/result.js";

/** Longer bodies are cut: the pointer says where to look. */
const MOST_CHARACTERS = 1_500;

/** As curl lines have them left out: also where a run was asked not to redact, a test's output tells no secret. */
const SECRET = /^(?:password|secretText|pkcs12Value|proof|client_assertion)$/i;

/** Several lines, the rule first. */
export function failureMessage(result: ContractResult): string {
  const { rule, title, evidence, source, reason, operation, pointer, expected, actual, scenario } = result;
  const { counterexample, curl, exchanges } = result;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["why", `${source} (${evidence.join(", ")})`],
    ["known since", reason],
    ["operation", operation],
    ["at", pointer === "" ? "the whole answer" : pointer],
    ["expected", toText(expected)],
    ["actual", toText(actual)],
    ["found by", scenario === "" ? undefined : scenario],
    ["drawn", counterexample?.text],
    ["again", counterexample === undefined ? undefined : `replay: ${replayOf(counterexample)}`],
    ["curl", curl],
  ];
  return [
    `${rule} ${title}`,
    ...lines.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name.padEnd(11)} ${text}`])),
    ...exchanges.flatMap(describe),
  ].join("\n");
}

/** One line, of what was seen and is no failure. */
export function noteOf({ rule, pointer, expected, actual, reason, source, status }: ContractResult): string {
  const seen = `${rule} ${pointer}: ${toText(expected)} -> ${toText(actual)}`;
  return status === "known" ? `known: ${seen}; ${reason ?? ""} (${source})` : seen;
}

function describe({ step, origin, request, response }: Exchange): readonly string[] {
  const where = origin === undefined ? "" : ` [${origin}]`;
  const head = `  ${request.method} ${request.url} -> ${response.status === 0 ? "no answer" : response.status} (${step})`;
  if (response.text === "") return [`${head}${where}`];
  // What is no JSON may hold anything: it is not shown.
  const body = response.json === undefined ? `${response.text.length} characters, no JSON` : toText(response.json);
  return [`${head}${where}`, `    ${body}`];
}

function replayOf({ scenario, seed, path }: NonNullable<ContractResult["counterexample"]>): string {
  return `{ scenario: ${JSON.stringify(scenario)}, seed: ${seed}, path: ${JSON.stringify(path)} }`;
}

function toText(value: unknown): string {
  const text = JSON.stringify(value ?? null, hide);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}… (${text.length} characters)` : text;
}

/** Private keys stand in `key` of Sign entries, which no answer may show: their rule says so without the bytes. */
function hide(this: unknown, name: string, value: unknown): unknown {
  const isSign = name === "key" && (this as { readonly usage?: unknown }).usage === "Sign";
  return (isSign || SECRET.test(name)) && typeof value === "string" && value !== "" ? `<${name}>` : value;
}
