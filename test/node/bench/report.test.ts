/** What is printed of a run. */
import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { findNoise } from "../../../tools/bench/report/noise.js";
import { renderCase, renderMachine, renderSummary } from "../../../tools/bench/report/render.js";
import { layTable } from "../../../tools/bench/report/table.js";
import { toJson } from "../../../tools/bench/report/to-json.js";
import { metBound, missedBound, openBound, resultOf, row } from "./sample-rows.js";

const plain = pc.createColors(false);
const colored = pc.createColors(true);
const machine = {
  platform: "linux x64",
  processor: "Some CPU",
  cores: 2,
  node: "20.20.2",
  nodeOpenssl: "3.0.19",
  opensslCommand: "OpenSSL 3.0.22 25 Aug 2026",
  packages: { "graph-certkit": "0.1.0", pkijs: "4.0.0" },
};

describe("layTable", () => {
  it("puts names to the left and numbers to the right", () => {
    const lines = layTable([
      ["", "median"],
      ["long name", "5"],
      ["n", { rest: "takes no part in the widths of columns" }],
    ]);
    expect(lines).toEqual([
      "           median",
      "long name       5",
      "n          takes no part in the widths of columns",
    ]);
  });
});

describe("renderCase", () => {
  it("shows every row and every bound", () => {
    expect(renderCase(resultOf([metBound, missedBound, openBound]), plain).split("\n")).toEqual([
      "Open it (open-it)",
      "           median          p25 .. p75  runs  : ours",
      "  ours    2.00 ms  2.00 ms .. 2.00 ms    10    1.00",
      "  peer    9.00 ms  9.00 ms .. 9.00 ms    10    4.50",
      "  native  1.50 ms  1.50 ms .. 1.50 ms    10    0.75",
      "  other   cannot open it: unknown cipher",
      "  met  peer at least 4 times ours: 4.5",
      "  missed  ours at most 1 times native: 1.33, 33 % off",
      "  not measurable  other at least 4 times ours: other: cannot open it: unknown cipher",
      "",
    ]);
  });

  it("shows sizes as sizes, and no spread of what was measured once", () => {
    const bundle = { name: "bundle", spread: { p25: 30_300, median: 30_300, p75: 30_300, count: 1 } };
    const bound = { quantity: { of: "bundle" }, limit: { atMost: 35_000 } };
    const text = renderCase({ ...resultOf([bound], [bundle, row("run", 250e6)]), unit: "bytes" }, plain);
    expect(text).toMatch(/^ {2}bundle {2}30\.3 kB +1$/m);
    expect(text).toMatch(/^ {2}run +250 MB {2}250 MB \.\. 250 MB/m);
    expect(text).toContain("met  bundle at most 35.0 kB: 30.3 kB");
  });

  it("shows how much one is above another", () => {
    const bound = { quantity: { of: "ours", above: "native" }, limit: { atMost: 0.25 } };
    expect(renderCase(resultOf([bound]), plain)).toContain(
      "missed  ours at most 0.25 ms more than native: 0.50 ms, 100 % off",
    );
  });

  it("is colourful where colours are wanted", () => {
    const text = renderCase(resultOf([metBound, missedBound]), colored);
    expect(text).toContain(colored.green("met"));
    expect(text).toContain(colored.red("missed"));
  });
});

describe("renderSummary", () => {
  it("repeats what is not met and counts what is", () => {
    expect(renderSummary([resultOf([metBound, missedBound])], plain).split("\n")).toEqual([
      "open-it: missed  ours at most 1 times native: 1.33, 33 % off",
      "1 of 2 bounds met",
      "",
    ]);
    expect(renderSummary([resultOf([metBound])], plain)).toBe("1 of 1 bounds met\n");
    expect(renderSummary([resultOf([])], plain)).toBe("no bounds here\n");
  });

  it("doubts measurements that lie far apart", () => {
    const rows = [row("ours", 2), row("peer", 9, 2)];
    expect(renderSummary([resultOf([metBound], rows)], plain)).toContain(
      "busy machine? measurements spread widely for open-it: peer",
    );
  });
});

describe("findNoise", () => {
  it("leaves steady rows alone, and those that no bound is about", () => {
    const rows = [row("ours", 2, 0.1), row("peer", 9), row("native", 1.5, 1)];
    expect(findNoise([resultOf([metBound], rows)])).toEqual([]);
    expect(findNoise([resultOf([missedBound], rows)])).toEqual(["open-it: native"]);
  });
});

describe("renderMachine", () => {
  it("names everybody's version", () => {
    const text = renderMachine(machine);
    for (const fact of ["graph-certkit 0.1.0", "pkijs 4.0.0", "Node 20.20.2", "OpenSSL 3.0.19", "2 cores", "3.0.22"]) {
      expect(text).toContain(fact);
    }
  });
});

describe("toJson", () => {
  it("holds the machine, every row with its ratio, every bound with its verdict", () => {
    const document = JSON.parse(toJson({ machine, cases: [resultOf([metBound, missedBound, openBound])] }));
    expect(document.machine).toEqual(machine);
    expect(document.bounds).toEqual({ met: 1, missed: 1, notMeasurable: 1 });
    expect(document.ok).toBe(false);
    const [only] = document.cases;
    expect(only).toMatchObject({ id: "open-it", unit: "ms", reference: "ours", ok: false });
    expect(only.rows[1]).toEqual({ name: "peer", median: 9, p25: 9, p75: 9, count: 10, ratio: 4.5 });
    expect(only.rows[3]).toEqual({ name: "other", failure: "cannot open it: unknown cipher" });
    expect(only.bounds[0]).toEqual({
      of: "peer",
      over: "ours",
      atLeast: 4,
      verdict: { result: "met", value: 4.5 },
    });
  });

  it("is ok where every bound is met", () => {
    expect(JSON.parse(toJson({ machine, cases: [resultOf([metBound])] })).ok).toBe(true);
    expect(JSON.parse(toJson({ machine, cases: [resultOf([openBound])] })).ok).toBe(false);
  });
});
