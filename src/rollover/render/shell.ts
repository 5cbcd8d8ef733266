/** A POSIX shell script of a plan; what differs between curl and az is how a request is sent. */
import type { Expectation, RolloverPlan, RolloverStep } from "../step.js";
import { bodyFileName, CERTIFICATE_FILE, comment, describePlan, planPhases, toAscii } from "./rendering.js";

/** How a tool sends requests. */
export interface ShellTool {
  /** What the head says about it. */
  readonly notes: readonly string[];
  /** Lines that run first; then the functions `get URL` (answer on standard output) and `patch URL FILE`. */
  readonly preamble: readonly string[];
}

/** A word for the shell, whatever it holds: only a quote can end single quotes (POSIX.1-2017, XCU 2.2.2). */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const FUNCTIONS = `
fail() { printf '%s\\n' "$1" >&2; exit 1; }

# holds FILE COUNT KEYID...: an answer has that many entries, and all of these.
holds() {
  answer=$1 count=$2
  shift 2
  [ "$(tr ',{' '\\n\\n' <"$answer" | grep -c '"keyId"')" -eq "$count" ] || return 1
  for keyid in "$@"; do grep -qiF "\\"$keyid\\"" "$answer" || return 1; done
}

# prefers FILE VALUE: the preferred certificate of an answer, "..." or null.
prefers() { tr -d ' \\t\\r\\n' <"$1" | grep -qiF "\\"preferredTokenSigningKeyThumbprint\\":$2"; }

# expect CHECK URL FILE: one read.
expect() {
  get "$2" >"$3"
  "$1" "$3" || fail "The service principal is not as planned (see $3): stop here and plan anew."
}

# settle CHECK URL FILE HITS SECONDS TRIES: reads until that many answers in a row are as planned.
settle() {
  hits=0 tries=0
  while :; do
    [ "$tries" -lt "$6" ] || fail "Not seen everywhere after $tries reads (see $3)."
    tries=$((tries + 1))
    if get "$2" >"$3" && "$1" "$3"; then hits=$((hits + 1)); else hits=0; fi
    [ "$hits" -lt "$4" ] || break
    sleep "$5"
  done
}`;

/** The script: `sh rollover.sh add`, then `activate`, then `remove`. */
export function renderShell(plan: RolloverPlan, { notes, preamble }: ShellTool): string {
  const phases = planPhases(plan);
  const names = phases.map(([phase]) => phase).join("|");
  const head = [...describePlan(plan), ...notes, `Run it phase by phase beside its files: sh rollover.sh ${names}`];
  const checks = plan.steps.flatMap((step) =>
    step.kind === "read" || step.kind === "poll" ? [`${checkName(step)}() { ${renderCheck(step.expect)}; }`] : [],
  );
  return [
    "#!/bin/sh",
    ...comment("#", head),
    "set -eu",
    "umask 077",
    "unset CDPATH",
    'cd -- "$(dirname -- "$0")"',
    ...preamble,
    FUNCTIONS,
    "",
    ...checks,
    "",
    'case "$*" in',
    ...phases.flatMap(([phase, steps]) => [
      `  ${phase})`,
      ...steps.flatMap(renderStep).map((line) => `    ${line}`),
      "    ;;",
    ]),
    `  *) printf '%s\\n' ${quoteForShell(`usage: sh rollover.sh ${names}`)} >&2; exit 2 ;;`,
    "esac",
    "",
  ].join("\n");
}

function renderStep(step: RolloverStep): readonly string[] {
  const say = (text: string): string => `printf '%s\\n' ${quoteForShell(toAscii(text))}`;
  const head = [...comment("#", [step.why]), say(step.title)];
  switch (step.kind) {
    case "change":
      return [...head, `patch ${quoteForShell(step.request.url)} ${quoteForShell(bodyFileName(step))}`];
    case "read":
      return [...head, `expect ${readWords(step)}`];
    case "poll":
      return [...head, `settle ${readWords(step)} ${step.hitsInARow} ${step.everySeconds} ${step.mostTries}`];
    case "wait":
      return [...head, say(`Then, ${step.days} days from now: sh rollover.sh remove`)];
    case "tell": {
      const { thumbprint, notBefore, notAfter } = step.certificate;
      const lines = [
        `Certificate: ${CERTIFICATE_FILE}, SHA-1 ${thumbprint}, valid from ${notBefore} to ${notAfter}`,
        ...(step.metadataUrl === null ? [] : [`Federation metadata: ${step.metadataUrl}`]),
        "When every application has it: sh rollover.sh activate",
      ];
      return [...head, ...lines.map(say)];
    }
  }
}

function readWords(step: { readonly id: string; readonly request: { readonly url: string } }): string {
  return `${checkName(step)} ${quoteForShell(step.request.url)} ${quoteForShell(`${step.id}.answer.json`)}`;
}

function checkName({ id }: { readonly id: string }): string {
  return `check_${id.replaceAll("-", "_")}`;
}

function renderCheck({ keyCredentials, passwordCredentials, preferredTokenSigningKeyThumbprint }: Expectation): string {
  const keyIds = [...keyCredentials, ...passwordCredentials];
  // What is no GUID nor anything like it is counted alone.
  const words = keyIds.flatMap((keyId) => (keyId !== null && /^[\w-]+$/.test(keyId) ? [quoteForShell(keyId)] : []));
  const holds = ['holds "$1"', keyIds.length, ...words].join(" ");
  const preferred = preferredTokenSigningKeyThumbprint;
  if (preferred === undefined || (preferred !== null && !/^\w+$/.test(preferred))) return holds;
  return `${holds} && prefers "$1" ${quoteForShell(JSON.stringify(preferred))}`;
}
