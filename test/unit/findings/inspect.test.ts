import { describe, expect, it } from "vitest";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import type { Rule, Target } from "../../../src/findings/finding.js";
import { inspect } from "../../../src/findings/inspect.js";
import { RULES } from "../../../src/findings/rules.js";
import { ownVectors } from "../../setup/own-vectors.js";
import { NOW, open, openVector } from "../credential/open-file.js";
import { followedBy, plainPfx } from "../credential/pfx-writer.js";
import { RULE_CASES } from "./all-cases.js";
import { soundPfx } from "./sample-credentials.js";
import { PASSWORD } from "./sample-files.js";

const sound = async (): Promise<OpenedFile> => open(await soundPfx(), PASSWORD);

describe("inspect", () => {
  it.each<Target>(["api-connector", "token-signing", "openssl-3"])(
    "says nothing of a sound file for %s",
    async (target) => {
      expect(inspect({ opened: await sound(), target, now: NOW })).toEqual([]);
    },
  );

  it("lists findings in the order of the rules", async () => {
    const opened = await open(followedBy(plainPfx(), "\n"));
    const findings = inspect({ opened, target: "api-connector", now: NOW });
    expect(findings.map(({ id }) => id)).toEqual(["no-mac", "no-certificate", "no-private-key", "trailing-data"]);
  });

  it("runs the rules that it is given, and takes an observation's severity before the rule's", async () => {
    const rule: Rule = {
      id: "test",
      severity: { "api-connector": "error", "token-signing": "warning", reader: null },
      evidence: "hypothesis",
      reference: "none",
      summary: "A test.",
      check: ({ target, now }) => [
        { at: "a", message: target, fix: "f" },
        { at: "b", message: now.toISOString(), fix: "f", severity: "info" },
      ],
    };
    const { id, evidence, reference } = rule;
    expect(inspect({ opened: await sound(), target: "api-connector", now: NOW }, [rule])).toEqual([
      { id, severity: "error", evidence, reference, at: "a", message: "api-connector", fix: "f" },
      { id, severity: "info", evidence, reference, at: "b", message: NOW.toISOString(), fix: "f" },
    ]);
  });

  it("judges for the time that it is given, not for that of the opening", async () => {
    const opened = await sound();
    const at = (now: string): readonly string[] =>
      inspect({ opened, target: "api-connector", now: new Date(now) }).map(({ id }) => id);
    expect(at("2025-06-30T23:59:59Z")).toEqual(["not-yet-valid"]);
    expect(at("2028-07-01T00:00:01Z")).toEqual(["expired"]);
  });

  it.each([
    ["a wrong password", "made-plain", "wrong", ["wrong-password"]],
    ["a wrong password for an open key", "made-key-bag", "wrong", ["wrong-password"]],
    ["a wrong password without MAC", "openssl-nomac", "wrong", ["wrong-password"]],
    ["an unknown cipher", "openssl-camellia-256", undefined, ["unsupported"]],
    ["an unknown cipher for the key alone", "nss-camellia", undefined, ["unsupported"]],
    ["certificates alone", "openssl-certificates-only", undefined, ["no-private-key"]],
    ["a key alone", "openssl-key-only", undefined, ["no-certificate"]],
    ["another's key", "made-key-mismatch", undefined, ["key-mismatch"]],
  ])("has one reason to reject %s", async (_, id, password, expected) => {
    const findings = inspect({ opened: await openVector(id, password), target: "api-connector", now: NOW });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect([...new Set(errors.map((finding) => finding.id))]).toEqual(expected);
  });
});

describe("all rules together", () => {
  it("find an error in every file that holds no key with its certificate", async () => {
    const files = Object.values(RULE_CASES).flatMap(({ catches, leaves }) => [...catches, ...leaves]);
    for (const { name, file } of files) {
      const opened = await file();
      if (opened.credentials.length > 0) continue;
      const findings = inspect({ opened, target: "api-connector", now: NOW });
      expect(
        findings.map(({ severity }) => severity),
        name,
      ).toContain("error");
    }
  });

  it("find something in every vector that must be refused", async () => {
    const vectors = ownVectors().filter(({ entry }) => entry.expect !== "ok");
    for (const { entry, bytes } of vectors) {
      const opened = await open(bytes, entry.password);
      expect(inspect({ opened, target: "api-connector", now: NOW }), entry.id).not.toEqual([]);
    }
    expect(vectors.length).toBeGreaterThan(20);
  });

  it("judge nothing twice: each finding is of another rule or another place", async () => {
    for (const { catches } of Object.values(RULE_CASES)) {
      for (const { name, file } of catches) {
        const findings = inspect({ opened: await file(), target: "api-connector", now: NOW }, RULES);
        const places = findings.map(({ id, at }) => `${id} ${at}`);
        expect(new Set(places).size, name).toBe(places.length);
      }
    }
  });
});
