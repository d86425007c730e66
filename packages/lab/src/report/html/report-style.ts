/**
 * How a run's report looks.
 * @module
 */

/** Style of the page; colours come from the tokens. */
export const REPORT_STYLE: string = `
body{font-size:.9375rem}
main,.top,footer{max-width:1160px;margin:0 auto;padding:0 2rem}
.top{display:flex;align-items:center;gap:2rem;min-height:64px;font-size:.8125rem}
.mark{display:inline-flex;align-items:center;gap:10px}
.mark-name{font-size:1.25rem;font-weight:660;letter-spacing:-.03em}
.mark-characters{color:var(--ink-3)}
.top nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-left:auto;color:var(--ink-2)}
.top nav a{text-decoration:none}
.top nav a:hover{color:var(--ink);text-decoration:underline}
.themes{display:flex;flex:none;margin:0;padding:2px;border:1px solid var(--line);border-radius:999px}
.themes label span{display:block;padding:2px 10px;border-radius:999px;color:var(--ink-3);cursor:pointer;font-size:.75rem}
.themes input:checked+span{background:var(--ink);color:var(--paper)}
.themes input:focus-visible+span{outline:2px solid var(--pine);outline-offset:2px}
.hero{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.02fr);gap:1rem 3.5rem;align-items:center;padding:3rem 0 4rem}
.hero.plain{align-items:start}
.kicker{margin-bottom:1.1rem;color:var(--ink-3);font-size:.8125rem;font-weight:560}
.kicker::before{content:"";display:inline-block;width:10px;height:10px;margin-right:.6em;border-radius:50%;background:radial-gradient(circle at 34% 28%,var(--slate-shine),var(--slate) 62%);box-shadow:inset 0 0 0 1px var(--slate-rim)}
h1{font-size:2.125rem;font-weight:620;letter-spacing:-.025em;line-height:1.2;text-wrap:balance}
h1.long{font-size:1.75rem}
.second{margin-top:1.1rem;font-size:1.125rem;line-height:1.5;color:var(--ink-2);max-width:34em;text-wrap:pretty}
.rules{margin-top:.75rem;color:var(--ink-2);max-width:40em}
.facts{margin-top:1.6rem}
.small,.caption,small{color:var(--ink-3)}
.small,.caption{font-size:.8125rem}
small{font-size:.75rem;white-space:nowrap}
.warning{margin-top:1rem;padding:.45rem .9rem;border-left:3px solid var(--kaya-deep);background:color-mix(in srgb,var(--kaya) 18%,transparent);font-size:.8125rem;max-width:52rem}
.radar{display:block;width:100%;height:auto;overflow:visible}
.ring{fill:none;stroke:var(--line);stroke-width:1}
.radar text{font:500 14px var(--sans);fill:var(--ink)}
.radar .axis{font-weight:620}
.radar .axis-value{fill:var(--ink-3);font-size:13px}
.agents{display:grid;gap:.3rem 1rem;margin-top:.5rem;font-size:.8125rem}
.agents>div{display:grid;grid-template-columns:7.2rem minmax(0,1fr);gap:.75rem}
.agents dd{color:var(--ink-3)}
.swatch{display:inline-flex;align-items:center;gap:.45em;white-space:nowrap}
.swatch svg{flex:none}
h2{font-size:1.5rem;font-weight:620;letter-spacing:-.02em;line-height:1.25}
h3{margin-top:1.75rem;font-size:.875rem;font-weight:620}
h4{margin:1.25rem 0 .25rem;font-size:.8125rem;font-weight:620}
.lede{margin-top:.4rem;max-width:52rem;color:var(--ink-2);font-size:.875rem}
.glance,.probe,.talks{padding:2.75rem 0;border-top:1px solid var(--line)}
th,td{padding:.6rem 1rem .6rem 0;text-align:left;vertical-align:top}
thead th,thead td{padding-bottom:.4rem;font-size:.8125rem;font-weight:560;color:var(--ink-2);vertical-align:bottom}
.glance-table{width:100%;margin-top:1.5rem;font-size:.9375rem}
.glance-table tbody{border-top:1px solid var(--line)}
.glance-table tr:not(:first-child) td{padding-top:.1rem}
.glance-probe{white-space:nowrap;font-weight:620}
.glance-probe a{text-decoration:none}
.glance-probe a:hover{text-decoration:underline}
.glance-metric{min-width:11.5rem;max-width:15rem;font-size:.875rem;line-height:1.35}
.glance-metric small{display:block}
.glance-strip{width:140px}
.strip{display:block;width:140px;height:auto}
.glance-table .range{font-size:.6875rem}
.glance-table td{padding-right:.75rem}
.figure b{font-weight:620}
.figure{white-space:nowrap}
.many .range{display:block}
.figure.focus b,td.focus b{color:var(--pine)}
.cell-agent{display:none}
.few{color:var(--alarm)}
.none{color:var(--ink-3)}
.stand{white-space:nowrap}
.figure .stand{display:block;font-size:.75rem}
.stand.ahead{color:var(--pine)}
.stand.behind{color:var(--alarm)}
.stand.open,.stand.none{color:var(--ink-3)}
.published{font-size:.75rem;line-height:1.45;color:var(--ink-3);min-width:8rem}
.published b{color:var(--ink-2);font-weight:560}
.stone{display:inline-grid;place-items:center;flex:none;width:26px;height:26px;margin-right:.35rem;border-radius:50%;font-size:.75rem;font-weight:600;letter-spacing:0;line-height:1;vertical-align:.08em;font-variant-numeric:tabular-nums}
.stone.black{background:radial-gradient(circle at 34% 28%,var(--slate-shine),var(--slate) 62%);box-shadow:inset 0 0 0 1px var(--slate-rim),0 1px 2px var(--shade);color:#fff}
.glance-probe .stone{width:22px;height:22px;font-size:.6875rem}
.question{margin-top:.35rem;font-size:1.125rem;color:var(--ink-2);max-width:44rem}
.probe header .small{margin-top:.4rem}
.figures,.comparisons{margin-top:1.25rem;font-size:.8125rem}
.figures th,.figures td,.comparisons th,.comparisons td{padding:.4rem 1.5rem .4rem 0}
.figures tbody tr,.comparisons tbody tr{border-top:1px solid var(--line)}
.figures tbody th,.comparisons tbody th{font-weight:400;min-width:11rem}
.figures tbody td{white-space:nowrap}
.figures .group th{padding-top:1rem;font-weight:620}
.figures .headline th{font-weight:620}
.figures td b,.comparisons b{font-weight:560}
.figures .headline b{font-weight:620}
code{font:.6875rem ui-monospace,"SF Mono",Menlo,Consolas,monospace;color:var(--ink-3)}
.number{white-space:nowrap}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:2.25rem 3rem;margin-top:2rem}
.plot{break-inside:avoid;min-width:0}
figcaption{font-weight:620;font-size:.875rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.3rem 0 .2rem;font-size:.75rem;color:var(--ink-2)}
.chart{display:block;width:100%;height:auto;overflow:visible;color:var(--ink-2);fill:currentColor;font:11.5px var(--sans);text-anchor:middle}
.chart text{white-space:pre}
.caption{margin-top:.35rem;max-width:34rem}
summary{cursor:pointer}
.numbers,.more{margin-top:.75rem;font-size:.8125rem}
.more{margin-top:1rem}
.more+.more{margin-top:.4rem}
.numbers>summary,.more>summary,.weighed>summary{color:var(--pine);width:fit-content}
.numbers table{margin-top:.25rem;font-size:.75rem}
.numbers th,.numbers td{padding:.15rem 1rem .15rem 0;font-weight:400}
.users{display:flex;flex-wrap:wrap;gap:.5rem 2.25rem;margin-top:.4rem;font-size:.8125rem}
.users dt{color:var(--ink-2)}
.users dt span{color:var(--ink-3)}
.users dd{font-weight:560;font-variant-numeric:tabular-nums}
.notes{margin-top:1.25rem;padding-left:1.1em;list-style:disc;font-size:.8125rem;color:var(--ink-2);max-width:52rem}
.source{margin-top:1.25rem}
.filters{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:1.25rem 0 .75rem;font-size:.8125rem;color:var(--ink-2)}
.filters select{max-width:100%;min-height:34px;margin-left:.35rem;padding:0 .5rem;border:1px solid var(--line-firm);border-radius:6px;background:var(--raised);color:var(--ink);font:inherit}
.talk-list{position:relative;min-height:2.5rem}
/* Lies behind the first row, and shows when the filters leave none. */
.talk-list::before{content:"No conversation of the sample is both.";position:absolute;top:.5rem;font-size:.8125rem;color:var(--ink-3)}
.talk{position:relative;min-height:2.3rem;background:var(--paper);border-top:1px solid var(--line)}
.talk>summary{display:grid;grid-template-columns:7rem 9rem minmax(0,1fr) 7rem;gap:0 1rem;align-items:center;padding:.4rem 0;list-style:none;font-size:.8125rem}
.talk>summary::-webkit-details-marker{display:none}
.talk>summary:hover{background:color-mix(in srgb,var(--line) 35%,transparent)}
.talk-probe{font-weight:620}
.talk-case{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--ink-2)}
.talk-first{margin-left:1em;color:var(--ink-3)}
.talk-loss{display:flex;align-items:center;justify-content:flex-end;gap:.5rem;font-variant-numeric:tabular-nums;color:var(--ink-3)}
.talk-loss i{width:48px;height:5px;border-radius:3px;background:linear-gradient(90deg,var(--alarm) var(--loss),var(--line) var(--loss))}
.talk-body{display:grid;gap:.75rem;padding:.75rem 0 2rem;max-width:46rem}
.turn{max-width:40rem}
.turn.user{justify-self:end;max-width:34rem}
.turn .text,.turn .silent{padding:.55rem .9rem;border-radius:12px 12px 12px 3px;background:var(--raised);box-shadow:inset 0 0 0 1px var(--line);white-space:pre-wrap;overflow-wrap:anywhere;width:fit-content}
.turn.user .text,.turn.user .silent{border-radius:12px 12px 3px 12px;background:var(--pine-wash);box-shadow:none;margin-left:auto}
.turn.event .text,.turn.event .silent{background:none;border-radius:6px;box-shadow:inset 0 0 0 1px var(--line-firm);color:var(--ink-2)}
.turn .silent{color:var(--ink-3);font-style:italic}
.who{font-size:.6875rem;color:var(--ink-3);margin-bottom:.15rem}
.turn.user .who{text-align:right}
.act{padding:0 .45em;border:1px solid var(--line-firm);border-radius:999px;font-size:.6875rem;color:var(--ink-2)}
.note{margin-top:.25rem;font-size:.8125rem;color:var(--ink-2)}
.note::before{content:"↳ ";color:var(--ink-3)}
.weighed{margin-top:.3rem;font-size:.75rem}
.weighed .why{margin:.25rem 0;color:var(--ink-2);max-width:38rem}
.weighed ol{display:grid;gap:.2rem;margin-top:.3rem}
.weighed li{display:grid;grid-template-columns:5.4rem minmax(0,1fr) 90px 3.2rem;gap:.6rem;align-items:center}
.weighed .act{justify-self:start}
.weighed .label{overflow-wrap:anywhere;color:var(--ink-2)}
.weighed em{color:var(--ink-3)}
.weighed .taken .label{color:var(--ink);font-weight:560}
.weighed .taken .act{background:var(--slate);border-color:var(--slate-rim);color:#fff}
.weighed .number{text-align:right;font-variant-numeric:tabular-nums}
.scale{position:relative;height:10px}
.scale::before{content:"";position:absolute;inset:4.5px 0;background:var(--line)}
.scale i{position:absolute;top:3px;bottom:3px;border-radius:2px;background:var(--pine);opacity:.35}
.scale b{position:absolute;top:1px;bottom:1px;width:3px;margin-left:-1.5px;border-radius:1px;background:var(--pine)}
.talk-figures{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;padding-top:.5rem;font-size:.75rem;color:var(--ink-3)}
.talk-figures b{color:var(--ink-2);font-weight:560}
footer{padding-block:2rem 4rem;border-top:1px solid var(--line);color:var(--ink-3);font-size:.75rem}
footer p{max-width:60rem;margin-bottom:.4rem;overflow-wrap:anywhere}
@media screen and (max-width:900px){
main,.top,footer{padding-inline:1.25rem}
.top{flex-wrap:wrap;gap:.5rem 1rem;padding-block:.75rem}
.top nav{order:3;width:100%;margin:0;flex-wrap:nowrap;overflow-x:auto;padding-bottom:.25rem}
.themes{margin-left:auto}
.hero{grid-template-columns:minmax(0,1fr);padding:1.75rem 0 2.25rem}
h1{font-size:1.75rem}
h1.long{font-size:1.5rem}
.second{font-size:1rem}
.glance-table,.glance-table tbody,.glance-table tr{display:block}
.glance-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.glance-table tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:.25rem .75rem;padding:.75rem 0}
.glance-table th,.glance-table td,.glance-table tr:not(:first-child) td{display:block;padding:0}
.glance-table .glance-probe,.glance-table .glance-metric,.glance-table .glance-strip,.glance-table .published{grid-column:1/-1;max-width:none;width:auto}
.glance-table .glance-metric small{display:inline}
.glance-table .published:empty{display:none}
.glance-table .figure{white-space:normal}
.glance-table .range{display:block}
.strip{width:100%;max-width:420px}
.cell-agent{display:block;font-size:.75rem;color:var(--ink-3)}
}
@media screen and (max-width:640px){
.agents>div{grid-template-columns:6.2rem minmax(0,1fr)}
.talk>summary{grid-template-columns:minmax(0,1fr) auto;gap:.1rem 1rem}
.talk-case{grid-column:1;grid-row:2}
.talk-loss{grid-column:2;grid-row:2}
.weighed li{grid-template-columns:auto minmax(0,1fr) 3rem}
.weighed .scale{grid-column:1/3;grid-row:2}
}
@media print{
@page{margin:14mm}
html{font-size:12px}
body{background:#fff}
.themes,.top nav,.filters,.numbers,.talk:not([open]),.weighed:not([open]),.talks:not(:has(.talk[open])){display:none}
main,.top,footer{max-width:none;padding-inline:0}
.hero{padding:1rem 0 1.5rem;gap:1rem 2rem}
h1,h1.long{font-size:1.625rem}
th,td{padding-right:.6rem}
.glance-strip,.strip{width:84px}
.glance-metric{min-width:8rem}
.glance-table .range{display:block}
.published{min-width:6rem}
.figures th,.figures td,.comparisons th,.comparisons td{padding-right:.9rem}
.glance,.probe{padding:1.5rem 0}
.plots{grid-template-columns:1fr 1fr;gap:1.5rem}
tr,.plot,.turn,h2,header{break-inside:avoid}
h2,h3,header{break-after:avoid}
.wide{overflow:visible}
.more::details-content{content-visibility:visible;display:block}
}
`;
