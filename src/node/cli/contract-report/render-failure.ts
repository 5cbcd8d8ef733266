/** A failure, or what is known, for a terminal: everything that is needed to see it, believe it and do it again. */
import type { ContractResult } from "../../../contract/result.js";
import { escapeUnprintable } from "../../../x509/name.js";
import type { Style } from "../style.js";
import { field } from "../text-layout.js";
import { chooseExchanges } from "./chosen-exchanges.js";
import { citationsOf } from "./citations.js";
import type { RunHead } from "./contract-reporter.js";
import type { ExchangeView, MessageView } from "./exchange-view.js";
import type { FocusedLine } from "./focused-json.js";
import { replayCommand } from "./replay-command.js";
import { printableCommand } from "./shell-words.js";
import { diffValues, firstDifference } from "./value-diff.js";

const LIMITS = { lines: 16, characters: 100 };
const MAX_EXCHANGES = 3;
const LABEL_WIDTH = 8;

/**
 * Several lines, with the last one's end: what is wrong comes first, then why, then what was sent. Commands stand in one
 * line each, however long: they are copied.
 * @param isRepeated - true where the rule has failed in full before: what is the same there is not told again
 */
export function renderFailure(result: ContractResult, head: RunHead, style: Style, isRepeated = false): string {
  const { colors, width } = style;
  const { rule, title, status, operation, pointer, scenario, source, evidence, curl, counterexample } = result;
  const row = (label: string, text: string): string =>
    field(label, text, { indent: 2, labelWidth: LABEL_WIDTH, width, paintLabel: colors.dim });
  const paintSign = status === "fail" ? (text: string) => colors.red(colors.bold(text)) : colors.yellow;
  const layout = { indent: 0, labelWidth: 0, width: width - 8, paintText: colors.bold };
  const [firstLine = "", ...lines] = field("", `${rule}  ${title}`, layout).split("\n");
  const citations = citationsOf(source).map(({ text }, index) => row(index === 0 ? "why" : "", text));
  const command = (label: string, text: string): string =>
    `  ${colors.dim(label.padEnd(LABEL_WIDTH))}  ${colors.cyan(printableCommand(text))}`;
  const told = [
    `${paintSign(status === "fail" ? "FAIL" : "KNOWN")}  ${firstLine.trimStart()}`,
    ...lines.map((line) => `    ${line}`),
    row("where", placeOf(operation, pointer)),
    ...(scenario === "" ? [] : [row("scenario", scenario)]),
    ...(counterexample === undefined ? [] : [row("drawn", counterexample.text)]),
    ...renderValues(result, style, row),
  ];
  const again = command("again", replayCommand(result, head));
  if (isRepeated) return [...told, again, ""].join("\n");
  return [
    ...told,
    ...citations,
    row("evidence", evidence.join(", ")),
    ...(result.reason === undefined ? [] : [row("reason", result.reason)]),
    ...renderExchanges(result, style),
    ...(curl === undefined ? [] : [command("curl", curl)]),
    again,
    "",
  ].join("\n");
}

/** `""` is the whole of an answer. */
export function placeOf(operation: string, pointer: string): string {
  return [operation === "" ? "the whole run" : operation, ...(pointer === "" ? [] : [pointer])].join("  ");
}

function renderExchanges(result: ContractResult, style: Style): readonly string[] {
  const { views, left } = chooseExchanges(result, MAX_EXCHANGES, LIMITS);
  const { colors } = style;
  const note =
    left === 0
      ? []
      : [colors.dim(`  ${left} earlier exchange${left === 1 ? "" : "s"} left out: --report json=FILE has more`)];
  const isAboutHeaders = result.pointer.startsWith("header:");
  return [
    ...note,
    ...views.flatMap((view, index) =>
      renderExchange(index < views.length - 1 ? toOutline(view) : withoutTransport(view, isAboutHeaders), style),
    ),
  ];
}

/** One that led to the fault: what was sent, and whether it was taken. */
function toOutline(view: ExchangeView): ExchangeView {
  const { sent, received } = withoutTransport(view, false);
  const body = Number(received.head) >= 400 ? received.body : [];
  return { ...view, sent, received: { ...received, headers: [], body, note: body.length === 0 ? "" : received.note } };
}

/** Headers matter where the rule is about one; else the id is enough, by which a service finds the request in its logs. */
function withoutTransport({ sent, received, ...view }: ExchangeView, isAboutHeaders: boolean): ExchangeView {
  if (isAboutHeaders) return { ...view, sent, received };
  const headers = received.headers.filter(({ text }) => text.startsWith("request-id:"));
  const note = sent.body.length === 0 ? "" : sent.note;
  return { ...view, sent: { ...sent, headers: [], note }, received: { ...received, headers } };
}

function renderExchange({ name, step, sent, received }: ExchangeView, style: Style): readonly string[] {
  const { colors } = style;
  const title = `  ${colors.dim(escapeUnprintable(step === "" ? name : `${name}: ${step}`))}`;
  return [title, ...renderMessage(">", sent, style), ...renderMessage("<", received, style)];
}

function renderMessage(sign: string, { head, headers, body, note }: MessageView, { colors }: Style): readonly string[] {
  const line = (text: string, paint: (text: string) => string = (it) => it): string =>
    `    ${colors.dim(sign)} ${paint(escapeUnprintable(text))}`;
  const marked = ({ text, isMarked }: FocusedLine): string =>
    isMarked ? `  ${colors.red("▸")} ${colors.dim(sign)} ${colors.red(escapeUnprintable(text))}` : line(text);
  return [
    line(body.length === 0 && note !== "" ? `${head}, ${note}` : head, colors.bold),
    ...headers.map(marked),
    ...body.map(marked),
    ...(body.length === 0 || note === "" ? [] : [line(`(${note})`, colors.dim)]),
  ];
}

function renderValues(
  { expected, actual, detail }: ContractResult,
  { colors }: Style,
  row: (label: string, text: string) => string,
): readonly string[] {
  const lines = diffValues(expected, actual);
  const isShort = lines.length <= 2 && lines.every(({ sign }) => sign !== "…");
  const shown = isShort
    ? lines.map(({ sign, text }) => {
        const isExpected = sign === "-";
        const label = (isExpected ? "expected" : "actual").padEnd(LABEL_WIDTH);
        return `  ${colors.dim(label)}  ${(isExpected ? colors.green : colors.red)(escapeUnprintable(text))}`;
      })
    : [
        `  ${colors.green("- expected")}  ${colors.red("+ actual")}`,
        ...lines.map(({ sign, text }) => {
          const paint = sign === "-" ? colors.green : sign === "+" ? colors.red : colors.dim;
          return paint(`    ${sign} ${escapeUnprintable(text)}`);
        }),
      ];
  const difference = detail ?? firstDifference(expected, actual);
  return [...shown, ...(difference === undefined ? [] : [row("", difference)])];
}
