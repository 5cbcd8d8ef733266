/** No secret of a run stands in any report of it: a mock that leaks all it can, its results as a run gives them. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scanForSecrets } from "../../../../../src/contract/redaction/scan.js";
import type { ContractResult } from "../../../../../src/contract/result.js";
import { createJsonReport } from "../../../../../src/node/cli/contract-report/json-report.js";
import { openContractReports } from "../../../../../src/node/cli/contract-report/open-contract-reports.js";
import { createTerminalReporter } from "../../../../../src/node/cli/contract-report/terminal-reporter.js";
import { runOnMock } from "../../../../contract/mock-under-test.js";
import { useFolder } from "../../scratch-folder.js";
import { expectValid } from "../command.js";
import { fakeHost } from "../fake-host.js";
import { HEAD, print, tell } from "./sample-results.js";

const path = useFolder();

/** What was sent and must not be shown: found in the requests as the service sees them. */
const SECRET = /"(?:password|pkcs12Value|secretText|proof)":"([^"]{8,})"/g;

/** A run; its secrets are noted between it and the mock. */
async function runAgainstLeaks(
  redaction: "on" | "off",
): Promise<{ results: readonly ContractResult[]; secrets: ReadonlySet<string> }> {
  const secrets = new Set<string>();
  const faults = [
    "secret-in-get",
    "echo-password-in-error",
    "returns-pkcs12",
    "sign-key-leak",
    "thumb-sha256",
  ] as const;
  const results = await runOnMock({ faults }, { budget: { draws: 2 }, redaction }, (fetch) => async (request) => {
    const sent = await request.clone().text();
    const answer = await fetch(request);
    for (const text of [sent, await answer.clone().text()]) {
      for (const [, secret = ""] of text.matchAll(SECRET)) if (!/^\*+$/.test(secret)) secrets.add(secret);
    }
    return answer;
  });
  return { results, secrets };
}

describe("reports of a run against a service that leaks", () => {
  it("have none of its secrets", async () => {
    const { results, secrets } = await runAgainstLeaks("on");
    expect(secrets.size).toBeGreaterThan(5);
    expect(results.filter(({ status }) => status === "fail").length).toBeGreaterThan(5);
    const { host, stdout } = fakeHost();
    const lines = fakeHost();
    const reporters = [
      ...(await openContractReports(
        ["junit", "json", "html", "sarif"].map((kind) => `${kind}=${path(kind)}`),
        false,
        HEAD,
      )),
      createTerminalReporter(host, HEAD, { color: false, verbose: true, json: false }),
      createTerminalReporter(lines.host, HEAD, { color: false, verbose: true, json: true }),
    ];
    for (const reporter of reporters) await tell(reporter, results);
    const written = Object.fromEntries(readdirSync(path()).map((name) => [name, readFileSync(path(name), "utf8")]));
    expectValid(JSON.parse(written["json"] ?? ""), "contract-report");
    for (const [name, text] of Object.entries({ ...written, stdout: stdout(), lines: lines.stdout() })) {
      expect(text.length, name).toBeGreaterThan(1000);
      expect(scanForSecrets(text, [...secrets]).slice(0, 3), name).toEqual([]);
    }
  });

  it("would show them without redaction, and the scanner sees that", async () => {
    const { results, secrets } = await runAgainstLeaks("off");
    const text = await print(createJsonReport, results);
    expect(scanForSecrets(text, [...secrets]).length).toBeGreaterThan(5);
  });
});
