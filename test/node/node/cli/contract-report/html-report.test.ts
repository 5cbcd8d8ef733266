/** `--report html=FILE`: one page that asks for nothing, runs nothing, and shows what was found. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { ContractResult } from "../../../../../src/contract/result.js";
import { createHtmlReport } from "../../../../../src/node/cli/contract-report/html-report.js";
import { html } from "../../../../../src/node/cli/contract-report/markup.js";
import { hostileText, RAW } from "../hostile-text.js";
import { failureWith, HEAD, print, sampleExchange, sampleFailure, sampleResults } from "./sample-results.js";

/** The page as XML: what is void gets an end, attributes without a value get one. Throws where tags do not match. */
function toXml(page: string): string {
  const body = page.slice(page.indexOf("<body>"), page.indexOf("</html>"));
  // HTML may hold these two, XML may not.
  return body
    .replace(/[\ufffe\uffff]/g, "")
    .replace(/<(input|br|wbr)([^>]*)>/g, "<$1$2/>")
    .replace(/<details([^>]*) open>/g, '<details$1 open="">');
}

function show(results: readonly ContractResult[], ended: "complete" | "budget" = "complete"): Promise<string> {
  return print(createHtmlReport, results, HEAD, ended);
}

/** Everything that is a link or names a resource. */
function addresses(page: string): readonly string[] {
  return [...page.matchAll(/\s(?:href|src|action|data|poster|srcset)="([^"]*)"/g)].map(([, address = ""]) => address);
}

describe("the HTML report", () => {
  it("shows verdict, target, mode, seed and counts", async () => {
    const page = await show(sampleResults());
    expect(page).toContain("One rule is broken");
    expect(page).toContain("<code>http://127.0.0.1:8080/v1.0</code>");
    expect(page).toContain("<dt>seed</dt><dd>42</dd>");
    expect(page).toContain("<b>2</b>failures");
    expect(await show([])).toContain("Everything that was judged holds");
    expect(await show([], "budget")).toContain("not everything was judged");
  });

  it("opens failures, with exchange, both values, curl and replay", async () => {
    const page = await show([sampleFailure()]);
    expect(page).toMatch(/<details class="failure" open>/);
    expect(page).toContain(`<span class="gone">- &quot;${"AA".repeat(20)}&quot;</span>`);
    expect(page).toMatch(new RegExp(`<mark>\\s*&quot;thumbprint&quot;: &quot;${"BB".repeat(32)}`));
    expect(page).toContain("--mode mock --seed 42 --scenario connector-lifecycle</pre>");
    expect(page).toContain("curl -X POST &#39;http://127.0.0.1:8080/v1.0/identity&#39;</pre>");
  });

  it("has a matrix with a sign and a word in each cell, which leads to what was found", async () => {
    const page = await show(sampleResults());
    expect(page).toMatch(
      /<a class="cell fail"[^>]*href="#failure-1"><span aria-hidden="true">✗<\/span><span class="hidden">C4 /,
    );
    expect(page).toMatch(/<a class="cell known"[^>]*href="#known-1">/);
    expect(page).toMatch(/<a class="cell observation"[^>]*href="#observation-1">/);
    expect(page).toMatch(/<span class="cell pass"/);
    const both = await show([
      sampleFailure({ status: "observation" }),
      sampleFailure({ status: "known" }),
      sampleFailure(),
    ]);
    expect(both).toMatch(/<a class="cell fail"[^>]*href="#failure-1">/);
    expect(await show([sampleFailure({ status: "observation" }), sampleFailure({ status: "known" })])).toMatch(
      /<a class="cell known"[^>]*href="#known-1">/,
    );
    const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => `#${id}`));
    expect([...page.matchAll(/\sid="/g)].length).toBe(ids.size);
    for (const address of addresses(page).filter((it) => it.startsWith("#"))) expect(ids).toContain(address);
  });

  it("tells observations, known differences with their last day, skips by reason, and evidence", async () => {
    const page = await show(sampleResults());
    expect(page).toContain("is a PFX with 3DES taken?");
    expect(page).toContain('<td class="short" rowspan="1">2027-01-31</td>');
    expect(page).toContain('<th scope="row">nothing was there</th>');
    expect(page).toContain('<span class="chip">doc-example</span>');
  });

  it("asks for nothing and runs nothing: its policy allows its own style sheet alone", async () => {
    const page = await show(sampleResults());
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<form|\son[a-z]+=|\sstyle=|@import|url\(/i);
    for (const address of addresses(page)) expect(address).toMatch(/^(#[\w-]+|https:\/\/[^"<>]+)$/);
  });

  it("takes no markup and no address but https from a service", async () => {
    const texts = [
      "<script>alert(1)</script>",
      '"><img src=x onerror=alert(1)>',
      "javascript:alert(1)",
      "</pre></style>",
      'https://e.example/"onclick=x',
    ];
    for (const text of texts) {
      const results = (["fail", "known", "observation", "skip"] as const).map((status) =>
        failureWith(text, { status }),
      );
      const page = await show(results);
      // Names of elements and attributes, without values, which may say what they want.
      const tags = page.replaceAll(/="[^"]*"/g, "").match(/<[^>]*>/g) ?? [];
      for (const tag of tags) expect(tag).not.toMatch(/^<(script|img)|\son[a-z]/i);
      expect(page.match(/<\/style>/g)?.length).toBe(1);
      for (const address of addresses(page)) expect(address).toMatch(/^(#|https:\/\/)/);
    }
  });

  it("is well formed whatever a service answers", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const results = (["fail", "known", "observation", "pass", "skip"] as const).map((status) =>
          failureWith(text, { status }),
        );
        const page = await show([...sampleResults(), ...results]);
        expect(page).not.toMatch(RAW);
        XmlDocument.fromString(toXml(page)).dispose();
      }),
      { numRuns: 40 },
    );
  });

  it("stays small: long bodies, many exchanges and many failures are cut, and it says so", async () => {
    const json = { value: Array.from({ length: 2000 }, () => ({ text: "x".repeat(5000) })) };
    const response = { status: 200, headers: {}, text: JSON.stringify(json), json };
    const exchanges = Array.from({ length: 9 }, (_, index) => sampleExchange({ index, response }));
    const big = await show([sampleFailure({ exchanges, pointer: "/value/1000/text" })]);
    expect(big.length).toBeLessThan(100_000);
    expect(big).toContain("5 earlier ones are left out");
    const many = await show(
      Array.from({ length: 300 }, (_, index) => sampleFailure({ pointer: `/${index}`, rule: `C${index % 12}` })),
    );
    expect(many.match(/<details class="failure"/g)?.length).toBe(200);
    expect(many.match(/<details class="failure" open/g)?.length).toBe(12);
    expect(many).toContain("more failures of this rule are left out");
    const actual = "x".repeat(9000);
    const seen = await show(Array.from({ length: 1200 }, () => sampleFailure({ status: "observation", actual })));
    expect(seen.length).toBeLessThan(1_500_000);
    expect(seen).toContain("200 more are left out");
  });
});

describe("html", () => {
  it("takes parts for text unless a template made them", () => {
    const inner = html`<b>${"<&>"}</b>`;
    expect(html`<p title="${'"\u001b'}">${[inner, 1, false, undefined]}</p>`.toString()).toBe(
      '<p title="&quot;\\1B"><b>&lt;&amp;&gt;</b>1</p>',
    );
  });
});
