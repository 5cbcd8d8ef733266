/** The style sheet of the HTML report: light, dark and paper; contrasts are those of WCAG 2.2 level AA. */

/** Colours have the names of what they say. */
export const STYLE = `
:root { color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --text: #1b2430; --soft: #566270; --link: #0b5cad; --code: #f1f3f6;
  --fail: #b3261e; --fail-back: #fdecea; --pass: #1a7040; --pass-back: #e6f4ec; --known: #8a5300; --known-back: #fff3dc;
  --seen: #0b5cad; --seen-back: #e6f0fb; --mark: #ffe9a8; --shade: 0 1px 2px rgb(20 30 45 / .06), 0 4px 16px rgb(20 30 45 / .05); }
@media (prefers-color-scheme: dark) { :root {
  --page: #10151b; --card: #19212a; --line: #2e3945; --text: #e6ebf1; --soft: #9fadbc; --link: #7db8f5; --code: #11181f;
  --fail: #ff8f85; --fail-back: #3d1d1c; --pass: #6fd19b; --pass-back: #15321f; --known: #f2bd6a; --known-back: #37290f;
  --seen: #7db8f5; --seen-back: #16293d; --mark: #5a4708; --shade: none; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
a { color: var(--link); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre, .mono { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
.wrap { max-width: 1240px; margin: 0 auto; padding: 0 24px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: static; width: auto; height: auto; clip-path: none; display: inline-block; padding: 8px; }
header { background: var(--card); border-bottom: 1px solid var(--line); border-top: 5px solid var(--pass); padding: 26px 0 22px; }
header.findings { border-top-color: var(--fail); }
header.early { border-top-color: var(--known); }
h1 { margin: 0; font-size: 15px; font-weight: 600; color: var(--soft); letter-spacing: .01em; }
.verdict { margin: 4px 0 2px; font-size: 31px; line-height: 1.25; font-weight: 700; letter-spacing: -.015em; }
.verdict .sign { color: var(--pass); } .findings .verdict .sign { color: var(--fail); } .early .verdict .sign { color: var(--known); }
.target { margin: 0; color: var(--soft); overflow-wrap: anywhere; } .target code { color: var(--text); font-size: .95em; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px; margin: 20px 0 0; padding: 0; list-style: none; }
.counts li { background: var(--page); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; }
.counts a { color: inherit; text-decoration: none; } .counts a:hover { text-decoration: underline; }
.counts b { display: block; font-size: 25px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .fail b { color: var(--fail); } .counts .pass b { color: var(--pass); } .counts .known b { color: var(--known); } .counts .observation b { color: var(--seen); }
.counts .zero b { color: var(--soft); }
.facts { display: flex; flex-wrap: wrap; gap: 4px 26px; margin: 16px 0 0; color: var(--soft); font-size: 14px; }
.facts div { display: flex; gap: 7px; } .facts dt { margin: 0; } .facts dd { margin: 0; color: var(--text); overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 16px 0 0; padding: 14px 0 0; border-top: 1px solid var(--line); list-style: none; font-size: 14px; }
main { padding: 6px 0 60px; }
section { margin-top: 34px; } h2 { font-size: 20px; margin: 0 0 4px; letter-spacing: -.01em; }
section > .wrap > p.lead { margin: 0 0 12px; color: var(--soft); max-width: 110ch; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shade); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; } caption { text-align: left; }
.list th, .list td { text-align: left; vertical-align: top; padding: 8px 14px; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.list thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: 13px; white-space: nowrap; }
.list th.id, .list td.short { white-space: nowrap; } .list .answer { font-weight: 600; }
.matrix thead th { vertical-align: bottom; font-weight: 500; font-size: 12.5px; color: var(--soft); padding: 8px 2px 6px; }
.matrix thead .group { text-align: left; padding: 10px 6px 2px; font-weight: 600; color: var(--text); border-left: 1px solid var(--line); white-space: nowrap; }
.matrix thead .name { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; text-align: left; display: inline-block; padding: 2px 0; }
.matrix tbody th { text-align: left; font-weight: 400; padding: 4px 14px; min-width: 19rem; width: 100%; line-height: 1.35; position: sticky; left: 0; background: var(--card); font-size: 13.5px; }
.matrix tbody th[scope="row"] { padding-left: calc(14px + 2.7em); text-indent: -2.7em; } .matrix tbody th b { display: inline-block; min-width: 2.4em; text-indent: 0; }
.matrix tbody tr > * { border-top: 1px solid var(--line); }
.matrix tbody tr.set > th { background: var(--page); color: var(--soft); font-weight: 600; font-size: 12.5px; padding: 6px 14px; }
.matrix tbody tr:hover > * { background: var(--code); }
.matrix td { width: 34px; min-width: 34px; height: 30px; padding: 2px; text-align: center; }
.matrix td.first, .matrix thead .first { border-left: 1px solid var(--line); }
.cell { position: relative; display: inline-grid; place-items: center; min-width: 26px; height: 24px; padding: 0 3px; border-radius: 6px; font-weight: 700; font-size: 12.5px; line-height: 1; text-decoration: none; }
a.cell:hover { outline: 2px solid currentColor; }
.cell.fail { color: var(--fail); background: var(--fail-back); } .cell.pass { color: var(--pass); }
.cell.known { color: var(--known); background: var(--known-back); } .cell.observation { color: var(--seen); background: var(--seen-back); }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; margin: 0 0 10px; font-size: 13.5px; color: var(--soft); }
.legend label { margin-left: auto; color: var(--text); }
body:has(#only:checked) .matrix tr.quiet { display: none; }
.rule { margin-top: 18px; padding: 18px 20px 20px; border-left: 4px solid var(--fail); }
.rule h3 { margin: 0; font-size: 17px; line-height: 1.35; } .rule h3 .id { color: var(--fail); margin-right: 6px; }
.why { margin: 4px 0 0; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
.chip { display: inline-block; border: 1px solid var(--line); border-radius: 99px; padding: 0 9px; font-size: 12.5px; color: var(--soft); background: var(--page); white-space: nowrap; }
details.failure { margin-top: 12px; border: 1px solid var(--line); border-radius: 10px; overflow: clip; }
summary { cursor: pointer; } details.failure > summary { padding: 9px 14px; background: var(--code); overflow-wrap: anywhere; }
details.failure > summary code { font-size: .92em; } details.failure > summary .at { color: var(--soft); }
.inside { padding: 4px 16px 16px; scroll-margin-top: 4rem; }
.inside h4 { margin: 16px 0 6px; font-size: 12.5px; text-transform: uppercase; letter-spacing: .05em; color: var(--soft); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; } 
@media (max-width: 800px) { .pair { grid-template-columns: 1fr; } }
.pair > div, .exchange > div { min-width: 0; }
.pair h4 { margin-top: 12px; }
pre { margin: 0; padding: 10px 0; background: var(--code); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 2; }
pre > span { display: block; padding: 0 12px; } pre .gone { color: var(--pass); background: var(--pass-back); } pre .come { color: var(--fail); background: var(--fail-back); }
pre .dim { color: var(--soft); } pre .head { font-weight: 700; } pre mark { display: block; padding: 0 12px 0 9px; border-left: 3px solid var(--known); background: var(--mark); color: inherit; }
.detail { margin: 8px 0 0; font-size: 14px; }
details.exchange-of { margin-top: 8px; } details.exchange-of > summary { font-size: 14px; color: var(--soft); padding: 3px 0; }
.exchange { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-top: 4px; } @media (max-width: 900px) { .exchange { grid-template-columns: 1fr; } }
pre.command { user-select: all; padding: 10px 12px; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: 13.5px; padding: 18px 0 40px; }
@media print { :root { color-scheme: light; } body { background: #fff; font-size: 12px; } .card, .counts li { box-shadow: none; break-inside: avoid; }
  .rule, details.failure { break-inside: auto; } details::details-content { content-visibility: visible; block-size: auto; }
  .legend label, .skip { display: none; } .scroll { overflow: visible; } .wrap { max-width: none; padding: 0; }
  nav { display: none; } a { color: inherit; } }
`;
