/** `--report`: what is refused before anything is sent, and files that are whole. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openContractReports } from "../../../../../src/node/cli/contract-report/open-contract-reports.js";
import { UsageError } from "../../../../../src/node/cli/failure.js";
import { useFolder } from "../../scratch-folder.js";
import { HEAD, sampleResults, tell } from "./sample-results.js";

const path = useFolder();

describe("openContractReports", () => {
  it("writes each file, whole, in the end", async () => {
    const kinds = ["junit", "json", "html", "sarif"];
    const reporters = await openContractReports(
      kinds.map((kind) => `${kind}=${path(`a=${kind}`)}`),
      false,
      HEAD,
    );
    expect(readdirSync(path())).toEqual([]);
    for (const reporter of reporters) await tell(reporter, sampleResults());
    expect(readdirSync(path()).sort()).toEqual(kinds.map((kind) => `a=${kind}`).sort());
    expect(readFileSync(path("a=junit"), "utf8")).toMatch(/^<\?xml/);
    expect(readFileSync(path("a=html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(JSON.parse(readFileSync(path("a=sarif"), "utf8")).version).toBe("2.1.0");
    expect(JSON.parse(readFileSync(path("a=json"), "utf8")).schemaVersion).toBe(1);
  });

  it("takes several files of a kind, and none", async () => {
    expect(await openContractReports([`json=${path("a")}`, `json=${path("b")}`], false, HEAD)).toHaveLength(2);
    expect(await openContractReports([], true, HEAD)).toEqual([]);
  });

  it.each(["junit", "junit=", "pdf=x", "=x", "toString=x", "json=-"])("refuses %s", async (spec) => {
    await expect(openContractReports([spec], false, HEAD)).rejects.toThrow(UsageError);
  });

  it("refuses one file for two reports", async () => {
    const [one, other] = [`json=${path("a")}`, `html=${path("a")}`];
    await expect(openContractReports([one, other], false, HEAD)).rejects.toThrow("name the same file");
    await expect(openContractReports([one, one], false, HEAD)).rejects.toThrow("is there twice");
  });

  it("replaces a file only by force, and looks for it before the run", async () => {
    writeFileSync(path("a"), "mine");
    await expect(openContractReports([`json=${path("a")}`], false, HEAD)).rejects.toMatchObject({ code: "EEXIST" });
    await expect(openContractReports([`json=${path("none/a")}`], false, HEAD)).rejects.toMatchObject({
      code: "ENOENT",
    });
    const [reporter] = await openContractReports([`json=${path("a")}`], true, HEAD);
    expect(readFileSync(path("a"), "utf8")).toBe("mine");
    if (reporter !== undefined) await tell(reporter, []);
    expect(readFileSync(path("a"), "utf8")).toContain("graph-certkit");
    expect(existsSync(path("none"))).toBe(false);
  });
});
