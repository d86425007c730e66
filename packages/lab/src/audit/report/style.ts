/**
 * How an audit's page looks.
 * @module
 */

export const STYLE = `
:root{--user:light-dark(#e8eef7,#26313f)}
body{margin:0 auto;max-width:60rem;padding:1rem 1.25rem 4rem}
.mark{display:inline-flex;align-items:center;gap:10px;margin-bottom:2rem}
.mark-name{font-size:1.25rem;font-weight:660;letter-spacing:-.03em}
.mark-characters{color:var(--ink-3)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.5rem 0 .25rem}
h2+article{margin-top:.75rem}
h3{display:flex;flex-wrap:wrap;gap:.25rem .75rem;justify-content:space-between;align-items:baseline;font-size:1rem;margin:0 0 .75rem}
.kind{color:var(--pine);font-weight:600}
.finding{font-size:1.08rem;max-width:46rem;margin-bottom:.4rem}
.note,.place,.range,.why,.because,footer{color:var(--ink-3);font-size:.875rem}
.note{max-width:46rem;margin-bottom:.75rem}
.place{font-weight:400;overflow-wrap:anywhere}
.figures{width:100%;min-width:38rem;table-layout:fixed}
.figures thead td{width:9rem}
th,td{padding:.45rem .75rem .45rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th,thead td{border:0;font-size:.8125rem;font-weight:600;color:var(--ink-3);vertical-align:bottom}
tbody th{font-weight:600;white-space:nowrap}
.mean{font-weight:600}
.range{white-space:nowrap}
.bar{display:block;position:relative;height:6px;margin-top:.3rem;border-radius:3px;background:var(--line);max-width:9rem}
.bar i{position:absolute;top:0;bottom:0;border-radius:3px;background:var(--pine);opacity:.45}
.bar b{position:absolute;top:-2px;bottom:-2px;width:3px;margin-left:-1.5px;border-radius:1px;background:var(--pine)}
.counts th,.counts td{padding:.3rem .5rem;text-align:right;font-size:.875rem}
.counts tbody th{text-align:left;padding-left:0}
.counts .none{color:var(--ink-3)}
.counts .agree{background:color-mix(in srgb,var(--pine) calc(var(--shade)*100%),transparent)}
.counts .plain{background:color-mix(in srgb,var(--ink-3) calc(var(--shade)*100%),transparent)}
.counts .differ{background:color-mix(in srgb,var(--alarm) calc(var(--shade)*100%),transparent)}
article{background:var(--raised);border:1px solid var(--line);border-left:4px solid var(--ink-3);border-radius:8px;padding:1rem 1.1rem;margin:0 0 1rem;break-inside:avoid}
article.bad{border-left-color:var(--alarm)}
article.good{border-left-color:var(--pine)}
article.bad .label{color:var(--alarm)}
article.good .label{color:var(--pine)}
.bubble{border-radius:8px;padding:.45rem .75rem;margin:0 0 .5rem;max-width:85%;width:fit-content;border:1px solid var(--line)}
.bubble.user{background:var(--user);border-color:transparent;margin-left:auto}
.next .who{display:none}
.bubble.other{border-style:dashed;color:var(--ink-3)}
.who,.then{font-size:.75rem;color:var(--ink-3)}
.then{text-align:right;margin:.75rem 0 .2rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.would{background:var(--pine-wash);border-radius:8px;padding:.6rem .75rem;margin:.75rem 0 .5rem}
.would .who{font-size:.875rem;color:var(--ink)}
.would em{font-style:normal;font-weight:600;color:var(--pine)}
.would ul{margin:.25rem 0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.35rem}
.would li{border:1px solid var(--pine);border-radius:99px;padding:0 .6rem;font-size:.875rem;overflow-wrap:anywhere}
.why{margin-top:.25rem}
.because{margin-top:.5rem}
.because::first-letter{text-transform:uppercase}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem;max-width:46rem}
footer p{margin-bottom:.4rem}
@media (max-width:36rem){body{padding:1.25rem .9rem 3rem}.bubble{max-width:95%}h1{font-size:1.4rem}.figures{min-width:0;table-layout:auto}.figures thead td{width:auto}.figures th,.figures td{padding-right:.45rem;font-size:.8125rem}.figures thead th{font-size:.6875rem}.range{font-size:.6875rem;display:block}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--page:#fff;--card:#fff;--user:#eee;--accent:#0b5d59;--bad:#8a2a17;--good:#245a2b;--would:#f1f6f5}body{max-width:none;padding:0;font-size:11pt}.wide{overflow:visible}.figures{min-width:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
