/** What is checked in agrees: facts, the constant made of them, the document; and with Microsoft's own text where it is. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkService } from "../../../src/contract/drift/check-service.js";
import { compareWithService } from "../../../src/contract/drift/compare.js";
import { CSDL_FACTS } from "../../../src/contract/drift/facts.generated.js";
import { findStale, judgeDrift } from "../../../src/contract/drift/known-drift.js";
import { readCsdl } from "../../../src/contract/drift/read-csdl.js";
import { readOpenApi } from "../../../src/contract/drift/read-openapi.js";
import { compareDocument } from "../../../tools/check-drift/compare-document.js";
import { readFacts, takeFacts, toConstantText, toFactsText } from "../../../tools/check-drift/write-facts.js";

const root = resolve(import.meta.dirname, "../../..");
const facts = readFacts();
const readText = (path: string): string => readFileSync(resolve(root, path), "utf8");

describe("spec/graph.csdl-facts.json", () => {
  it("is the constant that is compiled in, and is written as the tool writes it", () => {
    expect(CSDL_FACTS).toEqual({ types: facts.types, actions: facts.actions });
    expect(readText("src/contract/drift/facts.generated.ts")).toBe(toConstantText(facts));
    expect(readText("spec/graph.csdl-facts.json")).toBe(toFactsText(facts));
  });

  it("says where it comes from", () => {
    expect(facts.provenance).toMatchObject({ commit: "f54f11b", date: "2026-08-20", license: "MIT" });
    expect(facts.provenance.repository).toContain("microsoftgraph/msgraph-metadata");
  });

  it("is not taken anew from metadata that lacks a part of it", () => {
    const types = facts.types.slice(1);
    expect(() => takeFacts(facts, { ...facts, types }, facts.provenance)).toThrow(/apiAuthenticationConfigurationBase/);
    expect(() => takeFacts(facts, { ...facts, actions: [] }, facts.provenance)).toThrow(/uploadClientCertificate/);
  });

  it("has the facts that everything rests on", () => {
    const find = (name: string) => facts.types.find((type) => type.name === `microsoft.graph.${name}`);
    expect(find("servicePrincipal")).toMatchObject({ open: true, base: "microsoft.graph.directoryObject" });
    expect(find("selfSignedCertificate")).toMatchObject({ open: false, kind: "complex" });
    expect(find("pkcs12CertificateInformation")?.members.filter(({ nullable }) => nullable)).toHaveLength(1);
  });
});

describe("the normalised document", () => {
  const document = readOpenApi(JSON.parse(readText("spec/graph.normalised.json")));

  it("differs from the facts as is known, and each known difference is one", () => {
    const drifts = compareDocument(document, facts);
    expect(judgeDrift(drifts, "document").filter(({ known }) => known === null)).toEqual([]);
    expect(findStale(drifts, "document")).toEqual([]);
  });

  it("would not hide a member that it lost", () => {
    const types = document.types.map((type) => ({
      ...type,
      members: type.members.filter(({ name }) => name !== "preferredTokenSigningKeyThumbprint"),
    }));
    const news = judgeDrift(compareDocument({ ...document, types }, facts), "document").filter(
      ({ known }) => known === null,
    );
    expect(news.map(({ subject }) => subject)).toEqual(["servicePrincipal.preferredTokenSigningKeyThumbprint"]);
  });
});

describe("Microsoft's metadata", () => {
  const path = resolve(root, "../shared/csdl/graph-v1.0-certificates.xml");

  it("agrees with the facts, and each change of it is named", ({ skip }) => {
    if (!existsSync(path)) return skip(`not compared, since there is no ${path}`);
    const xml = readFileSync(path, "utf8");
    const theirs = readCsdl(xml);
    expect(compareWithService(facts, theirs)).toEqual([]);
    expect(takeFacts(facts, theirs, facts.provenance)).toEqual(facts);
    const document = readOpenApi(JSON.parse(readText("spec/graph.normalised.json")));
    const report = checkService(facts, document, theirs);
    expect(report.drifts).toEqual([]);
    expect(report.notCompared).toContain("addIn");

    const isDisabled = '<Property Name="isDisabled" Type="Edm.Boolean" />';
    for (const [before, after, expected] of [
      [isDisabled, "", ["application.isDisabled", "servicePrincipal.isDisabled"]],
      [
        'Name="notAfter" Type="Edm.Int64"',
        'Name="notAfter" Type="Edm.Int32"',
        ["pkcs12CertificateInformation.notAfter"],
      ],
      [
        '<Parameter Name="endDateTime" Type="Edm.DateTimeOffset" />',
        "",
        ["servicePrincipal/addTokenSigningCertificate(endDateTime)"],
      ],
      ["authenticationEventsFlows", "flows", []],
    ] as const) {
      expect(xml).toContain(before);
      const changed = readCsdl(xml.replaceAll(before, after));
      expect(compareWithService(facts, changed).map(({ subject }) => subject)).toEqual(expected);
    }
  });
});
