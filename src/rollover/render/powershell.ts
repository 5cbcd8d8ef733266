/** A plan as a PowerShell script around Invoke-MgGraphRequest. Checked by its structure alone: no test runs PowerShell. */
import type { CloudId } from "../../graph/clouds.js";
import type { Expectation, RolloverPlan, RolloverStep } from "../step.js";
import { bodyFileName, CERTIFICATE_FILE, comment, describePlan, planPhases, toAscii } from "./rendering.js";

/** Names of the clouds in Connect-MgGraph. */
const ENVIRONMENTS: Readonly<Record<CloudId, string>> = {
  global: "Global",
  "us-gov-l4": "USGov",
  "us-gov-l5": "USGovDoD",
  china: "China",
};

const FUNCTIONS = `
function Read-ServicePrincipal([string]$Uri) {
  Invoke-MgGraphRequest -Method GET -Uri $Uri -OutputType Json | ConvertFrom-Json
}
function Update-ServicePrincipal([string]$Uri, [string]$File) {
  $body = Get-Content -Raw -Encoding utf8 -LiteralPath (Join-Path $PSScriptRoot $File)
  Invoke-MgGraphRequest -Method PATCH -Uri $Uri -ContentType 'application/json' -Body $body | Out-Null
}
function Test-SameSet([string[]]$One, [string[]]$Other) {
  (($One | Sort-Object) -join ' ') -eq (($Other | Sort-Object) -join ' ')
}
function Test-Planned($Actual, $Plan) {
  (Test-SameSet @($Actual.keyCredentials | ForEach-Object { $_.keyId }) $Plan.Keys) -and
    (Test-SameSet @($Actual.passwordCredentials | ForEach-Object { $_.keyId }) $Plan.Passwords) -and
    (-not $Plan.ComparesPreferred -or $Actual.preferredTokenSigningKeyThumbprint -eq $Plan.Preferred)
}
function Assert-Planned([string]$Uri, $Plan) {
  if (-not (Test-Planned (Read-ServicePrincipal $Uri) $Plan)) {
    throw 'The service principal is not as planned: stop here and plan anew.'
  }
}
function Wait-Planned([string]$Uri, $Plan, [int]$Hits, [int]$Seconds, [int]$Tries) {
  $seen = 0
  for ($try = 1; $try -le $Tries; $try++) {
    if (Test-Planned (Read-ServicePrincipal $Uri) $Plan) { $seen++ } else { $seen = 0 }
    if ($seen -ge $Hits) { return }
    Start-Sleep -Seconds $Seconds
  }
  throw "Not seen everywhere after $Tries reads."
}`;

/** Needs the module Microsoft.Graph.Authentication, connected; Windows PowerShell 5.1 or PowerShell 7. */
export function renderPowerShell(plan: RolloverPlan, cloud: CloudId): string {
  const phases = planPhases(plan);
  const names = phases.map(([phase]) => quoteForPowerShell(phase)).join(", ");
  return [
    ...comment("#", [
      ...describePlan(plan),
      `Connect first: Connect-MgGraph -Environment ${ENVIRONMENTS[cloud]} -Scopes Application.ReadWrite.All`,
      `Run it phase by phase beside its files: ./rollover.ps1 ${phases.map(([phase]) => phase).join(", then ")}`,
    ]),
    "#Requires -Modules Microsoft.Graph.Authentication",
    `param([Parameter(Mandatory)][ValidateSet(${names})][string]$Phase)`,
    "$ErrorActionPreference = 'Stop'",
    FUNCTIONS,
    "",
    "switch ($Phase) {",
    ...phases.flatMap(([phase, steps]) => [
      `  ${quoteForPowerShell(phase)} {`,
      ...steps.flatMap(renderStep).map((line) => `    ${line}`),
      "  }",
    ]),
    "}",
    "",
  ].join("\n");
}

/** A literal string. PowerShell takes typographic quotes for plain ones, and a doubled one for itself. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}

function renderStep(step: RolloverStep): readonly string[] {
  const say = (text: string): string => `Write-Host ${quoteForPowerShell(toAscii(text))}`;
  const head = [...comment("#", [step.why]), say(step.title)];
  switch (step.kind) {
    case "change": {
      const words = [step.request.url, bodyFileName(step)].map(quoteForPowerShell).join(" ");
      return [...head, `Update-ServicePrincipal ${words}`];
    }
    case "read":
      return [...head, `Assert-Planned ${quoteForPowerShell(step.request.url)} ${renderPlan(step.expect)}`];
    case "poll": {
      const numbers = `${step.hitsInARow} ${step.everySeconds} ${step.mostTries}`;
      return [...head, `Wait-Planned ${quoteForPowerShell(step.request.url)} ${renderPlan(step.expect)} ${numbers}`];
    }
    case "wait":
      return [...head, say(`Then, ${step.days} days from now: ./rollover.ps1 remove`)];
    case "tell": {
      const { thumbprint, notBefore, notAfter } = step.certificate;
      const lines = [
        `Certificate: ${CERTIFICATE_FILE}, SHA-1 ${thumbprint}, valid from ${notBefore} to ${notAfter}`,
        ...(step.metadataUrl === null ? [] : [`Federation metadata: ${step.metadataUrl}`]),
        "When every application has it: ./rollover.ps1 activate",
      ];
      return [...head, ...lines.map(say)];
    }
  }
}

/** ASCII; a keyId that is none was never Graph's, and the script then finds that things are not as planned. */
function literal(text: string): string {
  return quoteForPowerShell(toAscii(text).replaceAll("\n", "\\n"));
}

function renderPlan({ keyCredentials, passwordCredentials, preferredTokenSigningKeyThumbprint }: Expectation): string {
  const list = (keyIds: readonly (string | null)[]): string =>
    `@(${keyIds.map((keyId) => literal(keyId ?? "")).join(", ")})`;
  const preferred = preferredTokenSigningKeyThumbprint;
  const members = [
    `Keys = ${list(keyCredentials)}`,
    `Passwords = ${list(passwordCredentials)}`,
    `ComparesPreferred = $${preferred !== undefined}`,
    `Preferred = ${preferred === null || preferred === undefined ? "$null" : literal(preferred)}`,
  ];
  return `@{ ${members.join("; ")} }`;
}
