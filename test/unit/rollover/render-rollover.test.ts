import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../src/bytes/base64.js";
import { quoteForPowerShell } from "../../../src/rollover/render/powershell.js";
import { quoteForShell } from "../../../src/rollover/render/shell.js";
import type { RolloverFormat } from "../../../src/rollover/render-rollover.js";
import { ROLLOVER_FORMATS, renderRollover } from "../../../src/rollover/render-rollover.js";
import { FIRST_THUMBPRINT, guid } from "../audit/sample-service-principal.js";
import { changesOf, current, NEW_THUMBPRINT, PASSWORD, PFX, planFor, secretTexts } from "./sample-plan.js";

const SCRIPTS: readonly RolloverFormat[] = ROLLOVER_FORMATS.filter((format) => format !== "json");

/** Names and ids that a shell, PowerShell or a client of .http files may act on, each with a mark to look for. */
const HOSTILE =
  "MARK'; touch /tmp/x; echo '\"$(touch x)`touch y`\u2019; Remove-Item x\r\n### evil\nGET http://evil/ {{token}}";
const hostile = () => ({
  ...current(),
  id: HOSTILE,
  displayName: HOSTILE,
  passwordCredentials: current().passwordCredentials.map((entry) => ({
    ...entry,
    keyId: entry.hint ? HOSTILE : (entry.keyId ?? null),
  })),
});

describe("every script", () => {
  it.each(SCRIPTS)("%s holds no secret, in whatever form, and its secret files say so", (format) => {
    const { script, files, isSecret } = renderRollover(planFor(), format);
    for (const secret of secretTexts()) expect(script).not.toContain(secret);
    expect(isSecret).toBe(false);
    for (const { name, content, isSecret: isSecretFile } of files) {
      const isHolding = [JSON.stringify(PASSWORD).slice(1, -1), encodeBase64(PFX)].some((it) => content.includes(it));
      expect([name, isSecretFile]).toEqual([name, isHolding]);
    }
    expect(files.filter((file) => file.isSecret).map(({ name }) => name)).toEqual(["add.json"]);
  });

  it.each(SCRIPTS)("%s has each body in a file of its own, as planned, in ASCII", (format) => {
    const plan = planFor();
    const { script, files } = renderRollover(plan, format);
    const bodies = files.filter(({ name }) => name.endsWith(".json"));
    expect(bodies.map(({ content }) => JSON.parse(content))).toEqual(
      changesOf(plan).map(({ request }) => request.body),
    );
    for (const { name } of bodies) expect(script).toContain(name);
    for (const { name, content } of files) {
      expect(name).toMatch(/^[a-z0-9-]+\.(json|pem|xml)$/);
      expect(content).toMatch(/^[\n\x20-\x7e]+$/);
    }
    expect(files.map(({ name }) => name)).toContain("new-certificate.pem");
  });

  it.each(SCRIPTS)("%s is ASCII without an end of line that somebody else chose", (format) => {
    const { script } = renderRollover(planFor(hostile()), format);
    expect(script).toMatch(/^[\n\x20-\x7e]+$/);
    expect(script).toContain("MARK");
    for (const line of script.split("\n")) expect(line).not.toMatch(/^(### evil|GET http:\/\/evil)/);
  });

  it.each(SCRIPTS)("%s names every request of the plan", (format) => {
    const plan = planFor();
    const { script } = renderRollover(plan, format);
    for (const step of plan.steps) {
      if ("request" in step) expect(script).toContain(step.request.url);
      expect(script).toContain(step.why);
    }
  });

  it("has a name", () => {
    const names = ROLLOVER_FORMATS.map((format) => renderRollover(planFor(), format).name);
    expect(names).toEqual(["rollover.json", "rollover.sh", "rollover.sh", "rollover.ps1", "rollover.http"]);
  });

  it("is of a known format", () => {
    expect(() => renderRollover(planFor(), "perl" as "curl")).toThrow(/"format" expected json, curl/);
  });
});

describe("json", () => {
  it("is the whole plan, and secret", () => {
    const plan = planFor();
    const { script, isSecret, files } = renderRollover(plan, "json");
    expect(JSON.parse(script)).toEqual({ schemaVersion: 1, ...plan });
    expect(isSecret).toBe(true);
    expect(files).toEqual([]);
  });
});

describe("curl and az", () => {
  it.each(["curl", "az"] as const)("%s has a phase for each decision, and none for what is not planned", (format) => {
    const full = renderRollover(planFor(), format).script;
    for (const phase of ["add", "activate", "remove"]) expect(full).toMatch(new RegExp(`^  ${phase}\\)$`, "m"));
    const short = renderRollover(planFor(current(), { remove: "none" }), format).script;
    expect(short).not.toMatch(/^ {2}remove\)$/m);
    expect(short).toContain("usage: sh rollover.sh add|activate'");
  });

  it("has the token of curl on no command line", () => {
    const { script } = renderRollover(planFor(), "curl");
    const lines = script.split("\n").filter((line) => /\$token|GRAPH_TOKEN|Bearer/.test(line) && !line.startsWith("#"));
    expect(lines.map((line) => line.trim())).toEqual([
      ': "$' + '{GRAPH_TOKEN:?expected an access token for Microsoft Graph}"',
      "token=$GRAPH_TOKEN",
      "unset GRAPH_TOKEN",
      "printf 'Authorization: Bearer %s\\n' \"$token\" |",
    ]);
  });

  it("calls az rest with a body from a file, for the Graph of the cloud", () => {
    const { script } = renderRollover(planFor(current(), { cloud: "us-gov-l5" }), "az");
    expect(script).toContain("az rest --only-show-errors --method patch --resource 'https://dod-graph.microsoft.us/'");
    expect(script).toContain("--headers 'Content-Type=application/json' --body \"@$2\"");
    expect(script).not.toContain("curl");
  });

  it("quotes whatever stands in a word", () => {
    expect(quoteForShell('it\'s $x `y` "z" \\')).toBe("'it'\\''s $x `y` \"z\" \\'");
  });
});

describe("PowerShell", () => {
  it("asks for a phase and reads bodies from files", () => {
    const { script } = renderRollover(planFor(), "powershell");
    expect(script).toContain("[ValidateSet('add', 'activate', 'remove')]");
    expect(script).toContain("Get-Content -Raw -Encoding utf8 -LiteralPath (Join-Path $PSScriptRoot $File)");
    expect(script).toContain(`'https://graph.microsoft.com/v1.0/servicePrincipals/${guid(1)}' 'add.json'`);
    expect(script).toContain(`Preferred = '${NEW_THUMBPRINT}'`);
    expect(script).toContain(`Keys = @('${guid(10)}', '${guid(11)}', '${guid(90)}', '${guid(91)}')`);
  });

  it.each([
    ["global", "Global"],
    ["us-gov-l4", "USGov"],
    ["us-gov-l5", "USGovDoD"],
    ["china", "China"],
  ] as const)("connects to %s", (cloud, environment) => {
    const { script } = renderRollover(planFor(current(), { cloud }), "powershell");
    expect(script).toContain(`Connect-MgGraph -Environment ${environment} `);
  });

  it("quotes the quotes that PowerShell knows, typographic ones too", () => {
    expect(quoteForPowerShell("it's \u2018a\u2019 $x `")).toBe("'it''s \u2018\u2018a\u2019\u2019 $x `'");
  });

  it("has every brace closed outside of its texts", () => {
    const { script } = renderRollover(planFor(hostile()), "powershell");
    const code = script.replace(/^\s*#.*$/gm, "").replace(/'(?:[^']|'')*'/g, "");
    expect(code).not.toContain("'");
    expect(code.split("{").length).toBe(code.split("}").length);
    expect(code.split("(").length).toBe(code.split(")").length);
    expect(code).not.toContain("MARK");
    expect(code).not.toContain("Remove-Item");
  });
});

describe("http", () => {
  it("has a request for each call, its token a variable, its body a file", () => {
    const { script } = renderRollover(planFor(), "http");
    const blocks = script.split(/^### /m).slice(1);
    expect(blocks.map((block) => block.split("\n")[0])).toEqual(planFor().steps.map(({ id }) => id));
    const add = blocks.find((block) => block.startsWith("add\n")) ?? "";
    expect(
      add
        .split("\n")
        .filter((line) => !line.startsWith("#"))
        .join("\n")
        .trim(),
    ).toBe(
      [
        "add",
        `PATCH https://graph.microsoft.com/v1.0/servicePrincipals/${guid(1)}`,
        "Authorization: Bearer {{token}}",
        "Content-Type: application/json",
        "",
        "< ./add.json",
      ].join("\n"),
    );
    expect(script).toContain(`# Must show preferredTokenSigningKeyThumbprint: ${FIRST_THUMBPRINT}`);
  });
});
