/**
 * The palette of Sente's pages: slate and clamshell stones, kaya wood, and one green for what is measured. The same as the
 * studio's, which has it in `packages/studio/src/style/tokens.css`.
 * @module
 */

/** Colours, light and dark; a checked `#theme-light` or `#theme-dark` overrules the system. */
export const TOKENS: string = `
:root{color-scheme:light dark;
--paper:light-dark(#f2f3ef,#0f1211);--surface:light-dark(#fafbf8,#161a18);--raised:light-dark(#fff,#1d2220);
--ink:light-dark(#15181a,#eceee9);--ink-2:light-dark(#454c50,#b9c0ba);--ink-3:light-dark(#5d6568,#929a94);
--line:light-dark(#dcdfd8,#2a302d);--line-firm:light-dark(#868e88,#6f7873);
--pine:light-dark(#17604f,#86cdb6);--pine-wash:light-dark(#dcebe4,#1b332c);
--kaya:light-dark(#e4c88f,#8d6c38);--kaya-deep:light-dark(#d9b877,#7b5c2c);--kaya-line:light-dark(#735726,#2c2009);
--slate:light-dark(#16191c,#050606);--slate-rim:light-dark(#16191c,#7d8782);--slate-shine:light-dark(#4b5258,#3a413e);
--shell:light-dark(#fdfdf8,#f4f4ec);--shell-rim:light-dark(#868e88,#f4f4ec);--shell-shade:light-dark(#dcddd2,#c9cabd);
--alarm:light-dark(#9c2b1d,#f2a391);--alarm-wash:light-dark(#f8e5e0,#3a1e18);
--shade:light-dark(rgb(20 24 22 / 9%),rgb(0 0 0 / 45%));
--sans:-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
:root:has(#theme-light:checked){color-scheme:light}
:root:has(#theme-dark:checked){color-scheme:dark}
@media print{:root,:root:has(input){color-scheme:light}}
*,*::before,*::after{box-sizing:border-box}
html{font:400 100%/1.5 var(--sans);-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--paper);color:var(--ink)}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:inherit;text-underline-offset:.18em;text-decoration-thickness:1px;text-decoration-color:var(--line-firm)}
:focus-visible{outline:2px solid var(--pine);outline-offset:2px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wide{position:relative;overflow-x:auto}
`;
