//go:build !js

package render

// pageStyle is the style of the page of HTML: the palette, type and print rules of the project.
const pageStyle = `:root{color-scheme:light dark;--paper:#F6F2EA;--sheet:#FFFDF8;--linen:#EDE7DB;--rule:#DAD1C1;--edge:#8A8071;--ink:#1F2829;--ink2:#4A5352;--ink3:#626A67;
--drape:#175560;--drape-t:#DCEAE9;--dusk:#4B4C93;--dusk-l:#6A6CB9;--dusk-t:#E7E6F6;--iodine:#7B4A00;--iodine-l:#B26F00;--iodine-t:#FAE7C2;
--madder:#98182A;--madder-l:#B92A38;--madder-t:#F9DDD8}
@media (prefers-color-scheme:dark){:root{--paper:#141A1B;--sheet:#1C2324;--linen:#242C2C;--rule:#364040;--edge:#7D8986;--ink:#EDE8DD;--ink2:#BFC3BB;--ink3:#9CA49F;
--drape:#86C7C6;--drape-t:#1B3A3E;--dusk:#BCBDF4;--dusk-l:#9597E0;--dusk-t:#2B2C4C;--iodine:#F2C26B;--iodine-l:#D9A241;--iodine-t:#3C2E12;
--madder:#F7A299;--madder-l:#E5766F;--madder-t:#482021}}
.advise{--text:var(--dusk);--line:var(--dusk-l);--tint:var(--dusk-t)}
.revise{--text:var(--iodine);--line:var(--iodine-l);--tint:var(--iodine-t)}
.block{--text:var(--madder);--line:var(--madder-l);--tint:var(--madder-t)}
.ok,.banner{--text:var(--ink2);--line:var(--edge);--tint:var(--linen)}
.banner.advise{--text:var(--dusk);--line:var(--dusk-l);--tint:var(--dusk-t)}
.banner.revise{--text:var(--iodine);--line:var(--iodine-l);--tint:var(--iodine-t)}
.banner.block{--text:var(--madder);--line:var(--madder-l);--tint:var(--madder-t)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 Inter,system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:20px 16px}
section+section{margin-top:40px}
h3,p,ul,figure,blockquote{margin:0}
h3{font-size:15px;font-weight:600}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.name{font-size:12.5px;font-weight:400;color:var(--ink3);margin:0 0 8px}
.mark{flex:none;width:30px;height:30px;fill:var(--text);stroke:none}
.mark .line{fill:none;stroke:var(--text);stroke-width:1.6}.mark .dashed{stroke-dasharray:2.4 2}.mark .bar{stroke:var(--sheet);stroke-width:2}
.banner{display:flex;gap:12px;align-items:center;padding:12px 14px;background:var(--tint);border:1px solid var(--line);border-left-width:6px;border-radius:8px}
.banner b{font:700 25px/1.1 "Charis SIL",Charter,"Sitka Text",Cambria,Georgia,serif}
.sheet,.card,.unchecked{margin-top:10px;padding:14px 16px;background:var(--sheet);border:1px solid var(--rule);border-radius:8px}
figcaption{font-size:12.5px;color:var(--ink3)}
blockquote{max-width:62ch;font:19px/1.78 "Charis SIL",Charter,"Sitka Text",Cambria,Georgia,serif;overflow-wrap:anywhere}
blockquote p{min-height:1em;white-space:pre-wrap}
.sheet h3+blockquote{font-size:16.5px;line-height:1.55}
mark{color:inherit;background:var(--tint);text-decoration:underline 2px var(--line);text-underline-offset:4px}
mark.advise{text-decoration-style:dotted}mark.block{text-decoration-style:double}
sup{font:600 11px/1 Inter,system-ui,sans-serif;color:var(--text);margin-right:2px}
.card{border-left:4px solid var(--line);padding:10px 13px}
.card>*+*{margin-top:4px}
.number{color:var(--text)}
.severity{font-size:12px;font-weight:400;color:var(--ink3)}
.gauge{display:block;width:100%;height:auto;fill:none;stroke:var(--ink3);stroke-width:1.6}
.gauge .few{stroke:var(--rule)}.gauge .range{stroke:var(--drape);stroke-width:6;stroke-linecap:round}.gauge .likely{stroke:var(--ink);stroke-width:5}
.gauge text{font:17px Inter,system-ui,sans-serif;fill:var(--ink3);stroke:none;text-anchor:middle}.gauge text:first-of-type{text-anchor:start}.gauge text:last-of-type{text-anchor:end}
.where,.again,footer{font-size:12.5px;color:var(--ink3)}
.clauses{padding:0;list-style:none;font-size:12.5px;color:var(--ink2)}
.remedy{padding:6px 10px;background:var(--drape-t);border-radius:7px}
del{color:var(--ink3)}ins{background:var(--drape-t);text-decoration-color:var(--drape)}
code{font-family:"JetBrains Mono",ui-monospace,monospace;font-size:13px}
.sheet p+p{margin-top:4px}
.picture{display:block;width:100%;height:auto;max-height:80vh;margin:8px 0}
.picture .frame{fill:var(--linen);stroke:var(--rule)}.picture rect.dark,.picture rect.light{fill:none;vector-effect:non-scaling-stroke}
.picture rect.dark{stroke:#000;stroke-width:5}.picture rect.light{stroke:#fff;stroke-width:2}.picture .dashed rect.light{stroke-dasharray:7 5}
.picture text{font-family:Inter,system-ui,sans-serif;font-weight:700;fill:#fff;stroke:#000;stroke-width:4;paint-order:stroke;vector-effect:non-scaling-stroke}
.boxes{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:2px 14px;font-size:13px;color:var(--ink2)}
.unchecked{border-style:dashed;border-color:var(--edge);background:none}
.unchecked ul{padding-left:1.2em}
footer{margin-top:14px}
@media (forced-colors:active){mark,ins{background:none}}
@media print{
@page{margin:18mm;@bottom-right{content:counter(page) " of " counter(pages)}}
:root{color-scheme:light;--paper:#fff;--sheet:#fff;--linen:#fff;--ink:#000;--ink2:#000;--ink3:#333;--edge:#000;--rule:#999;--drape-t:#fff;
--dusk:#000;--dusk-l:#000;--dusk-t:#fff;--iodine:#000;--iodine-l:#000;--iodine-t:#fff;--madder:#000;--madder-l:#000;--madder-t:#fff}
body{font-size:10.5pt}main{max-width:none;padding:0}blockquote{font-size:12pt}
.card,.unchecked,.banner{break-inside:avoid}section+section{break-before:page}
.remedy{border:1px solid #999}
}
`
