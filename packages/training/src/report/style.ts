/**
 * What the report of the experiment has beyond the lab's style.
 * @module
 */

/** CSS; colours come from the tokens. */
export const EXPERIMENT_STYLE: string = `
.top nav a{white-space:nowrap}
.part{padding:2.75rem 0;border-top:1px solid var(--line)}
.hero.single{display:block;max-width:52rem}
.answer{display:grid;gap:.85rem;margin-top:1.4rem;max-width:46rem;font-size:1.0625rem;line-height:1.55;color:var(--ink-2)}
.lede{max-width:56rem;margin-top:.6rem;font-size:.9375rem}
.legend{margin-top:1rem;font-size:.8125rem}
.small-charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,250px),1fr));gap:1.5rem 1.75rem;margin-top:1rem}
.small-chart,.map,.corpus{min-width:0;break-inside:avoid}
.small-chart figcaption,.map figcaption,.corpus figcaption{margin-bottom:.35rem}
.key{display:inline-block;position:relative;width:12px;height:12px;vertical-align:-1px}
.key b,.lane b{position:absolute;top:50%;width:8px;height:8px;margin:-4px 0 0 -4px;border-radius:50%;background:var(--dot);box-shadow:0 0 0 1px var(--paper)}
.key b{left:50%}
.key b.hollow,.lane b.hollow{background:var(--paper);box-shadow:inset 0 0 0 2px var(--dot)}
.corpora{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:2.25rem 3rem;margin-top:1.75rem;align-items:start}
@media (min-width:1080px){.corpus.main:not(:only-child){grid-row:span 3}}
.lanes{width:100%;table-layout:fixed;font-size:.8125rem}
.lanes th,.lanes td{padding:.3rem .7rem .35rem 0;vertical-align:middle}
.lanes tr>:last-child{padding-right:0}
.lanes thead th{font-size:.75rem;vertical-align:bottom}
.lanes thead th:first-child{width:34%}
.lanes thead th:nth-child(2){width:28%}
.lanes tbody tr{border-top:1px solid var(--line)}
.lanes tbody th{font-weight:400;line-height:1.3}
.lanes .rule th{color:var(--ink-3)}
.lanes .value{display:block;font-size:.75rem;line-height:1.3;font-weight:560}
.lane{position:relative;height:12px;background:linear-gradient(var(--line),var(--line)) 0 50%/100% 1px no-repeat}
.lane i{position:absolute;top:50%;height:3px;margin-top:-1.5px;min-width:1px;border-radius:2px;background:var(--dot);opacity:.6}
.lane em{position:absolute;top:-2px;bottom:-2px;width:0;border-left:1.5px solid var(--ink-2)}
.agreement{min-width:34rem;margin-top:.5rem}
.agreement thead th:nth-child(n){width:auto}
.agreement small{white-space:normal}
.maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:1.75rem 2rem;margin-top:1.75rem}
.map table{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:0;font-size:.75rem}
.map th,.map td{padding:0;text-align:center;font-weight:400;font-size:.6875rem;vertical-align:middle;color:var(--ink-2)}
.map thead th,.map thead td{padding-bottom:.1rem;line-height:1.3}
.map thead td,.map tbody th{width:auto;text-align:left}
.map tr>:first-child{width:19%;font-size:.6875rem;color:var(--ink-2)}
.map abbr{text-decoration:none}
.map .cell{height:1.75rem;border:0 solid var(--ink);color:var(--ink);background:color-mix(in srgb,var(--heat-ink) var(--heat),var(--raised));box-shadow:inset 0 0 0 .5px var(--paper);font-size:.6875rem}
.map .edge-top{border-top-width:2.5px}.map .edge-right{border-right-width:2.5px}.map .edge-bottom{border-bottom-width:2.5px}.map .edge-left{border-left-width:2.5px}
.map-agreement{margin-top:.4rem;font-size:.8125rem;color:var(--ink-2)}
:root{--heat-ink:light-dark(#5d9a8a,#2f6b5a)}
.stand.ahead{color:var(--pine)}
table.figures{font-size:.8125rem}
table.figures th,table.figures td{padding:.4rem 1.1rem .4rem 0}
table.figures tbody th{min-width:9rem}
table.figures.all tbody th{min-width:13rem}
table.figures thead th{max-width:9rem}
.sharded small{display:block}
.more>.wide{margin-top:.35rem}
@media screen and (max-width:640px){
.lanes th,.lanes td{padding-right:.5rem}
.lanes thead th:first-child{width:31%}
.part{padding:2rem 0}
.answer{font-size:1rem}
table.figures th[scope=row]{position:sticky;left:0;background:var(--paper);z-index:1}
table.figures tbody th{min-width:7rem;max-width:9rem}
}
@media print{
.part{padding:1.5rem 0}
.small-charts{grid-template-columns:repeat(3,1fr)}
table.figures small{display:block}
table.figures th,table.figures td{padding-right:.6rem}
.maps{grid-template-columns:repeat(2,1fr)}
.map .cell,.key b,.lane b,.lane i,.lane{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.more:not([open]){display:none}
}
`;
