/**
 * How an audit's page looks.
 * @module
 */

export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2127;--soft:#5c6672;--line:#dfe3e8;--page:#fbfbfa;--card:#fff;--user:#e8eef7;--accent:#0b6e69;--bad:#a3341d;--good:#2d6a35;--would:#e9f4f2}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#9aa5b1;--line:#333a42;--page:#15181b;--card:#1d2125;--user:#26313f;--accent:#5cc4bb;--bad:#f0937c;--good:#8fcf97;--would:#17302e}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.5rem 0 .25rem}
h2+article{margin-top:.75rem}
h3{display:flex;flex-wrap:wrap;gap:.25rem .75rem;justify-content:space-between;align-items:baseline;font-size:1rem;margin:0 0 .75rem}
p{margin:0}
.kind{color:var(--accent);font-weight:600}
.finding{font-size:1.08rem;max-width:46rem;margin-bottom:.4rem}
.note,.place,.range,.why,.because,footer{color:var(--soft);font-size:.875rem}
.note{max-width:46rem;margin-bottom:.75rem}
.place{font-weight:400;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.figures{width:100%;min-width:38rem;table-layout:fixed}
.figures thead td{width:9rem}
th,td{padding:.45rem .75rem .45rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th,thead td{border:0;font-size:.8125rem;font-weight:600;color:var(--soft);vertical-align:bottom}
tbody th{font-weight:600;white-space:nowrap}
.mean{font-weight:600}
.range{white-space:nowrap}
.bar{display:block;position:relative;height:6px;margin-top:.3rem;border-radius:3px;background:var(--line);max-width:9rem}
.bar i{position:absolute;top:0;bottom:0;border-radius:3px;background:var(--accent);opacity:.45}
.bar b{position:absolute;top:-2px;bottom:-2px;width:3px;margin-left:-1.5px;border-radius:1px;background:var(--accent)}
.counts th,.counts td{padding:.3rem .5rem;text-align:right;font-size:.875rem}
.counts tbody th{text-align:left;padding-left:0}
.counts .none{color:var(--soft)}
.counts .agree{background:color-mix(in srgb,var(--accent) calc(var(--shade)*100%),transparent)}
.counts .plain{background:color-mix(in srgb,var(--soft) calc(var(--shade)*100%),transparent)}
.counts .differ{background:color-mix(in srgb,var(--bad) calc(var(--shade)*100%),transparent)}
article{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:8px;padding:1rem 1.1rem;margin:0 0 1rem;break-inside:avoid}
article.bad{border-left-color:var(--bad)}
article.good{border-left-color:var(--good)}
article.bad .label{color:var(--bad)}
article.good .label{color:var(--good)}
.bubble{border-radius:8px;padding:.45rem .75rem;margin:0 0 .5rem;max-width:85%;width:fit-content;border:1px solid var(--line)}
.bubble.user{background:var(--user);border-color:transparent;margin-left:auto}
.next .who{display:none}
.bubble.other{border-style:dashed;color:var(--soft)}
.who,.then{font-size:.75rem;color:var(--soft)}
.then{text-align:right;margin:.75rem 0 .2rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.would{background:var(--would);border-radius:8px;padding:.6rem .75rem;margin:.75rem 0 .5rem}
.would .who{font-size:.875rem;color:var(--ink)}
.would em{font-style:normal;font-weight:600;color:var(--accent)}
.would ul{margin:.25rem 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.35rem}
.would li{border:1px solid var(--accent);border-radius:99px;padding:0 .6rem;font-size:.875rem;overflow-wrap:anywhere}
.why{margin-top:.25rem}
.because{margin-top:.5rem}
.because::first-letter{text-transform:uppercase}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem;max-width:46rem}
footer p{margin-bottom:.4rem}
@media (max-width:36rem){body{padding:1.25rem .9rem 3rem}.bubble{max-width:95%}h1{font-size:1.4rem}.figures{min-width:0;table-layout:auto}.figures thead td{width:auto}.figures th,.figures td{padding-right:.45rem;font-size:.8125rem}.figures thead th{font-size:.6875rem}.range{font-size:.6875rem;display:block}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--page:#fff;--card:#fff;--user:#eee;--accent:#0b5d59;--bad:#8a2a17;--good:#245a2b;--would:#f1f6f5}body{max-width:none;padding:0;font-size:11pt}.wide{overflow:visible}.figures{min-width:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
