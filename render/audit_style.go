//go:build !js

package render

// auditStyle is what the page of AuditHTML adds to pageStyle.
const auditStyle = `.audit main{max-width:82rem;padding:24px 24px 40px}
.audit h1,.audit h2,.part{font-family:"Charis SIL",Charter,"Sitka Text",Cambria,Georgia,serif;font-weight:700;margin:0}
.audit h1{font-size:26px;line-height:1.15}.audit h2{font-size:19px;line-height:1.2}.audit .part{font-size:19px;margin:22px 0 0}
main>header{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;margin-bottom:14px;color:var(--ink2)}main>header h1{color:var(--ink)}
a{color:var(--drape);overflow-wrap:anywhere}a:focus-visible,.scroll:focus-visible{outline:2.5px solid var(--drape);outline-offset:2px}
.meta,.gives,.same,.id{font-size:12.5px;color:var(--ink3);overflow-wrap:anywhere}.id{font-family:"JetBrains Mono",ui-monospace,monospace;font-size:12px}
.chart h2{display:inline-block;font:600 14px/1.45 Inter,system-ui,sans-serif;margin-right:18px}
.legend{display:inline-flex;flex-wrap:wrap;gap:4px 16px;font-size:12.5px;color:var(--ink2)}.legend span{display:inline-flex;gap:6px;align-items:center}.legend .mark{width:15px;height:15px}
.scroll{overflow-x:auto;margin-top:8px;direction:rtl}.scroll svg{direction:ltr}
.chart .scroll svg{display:block;min-width:100%;height:auto;max-height:150px;fill:var(--text);font:12px Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
.chart .line{fill:none;stroke:var(--edge);stroke-width:1}.chart text{fill:var(--ink2)}
.chart .bar{fill:#9DB3B0;stroke:none}.chart g.advise{fill:none;stroke:var(--line);stroke-width:1.8}.chart g.revise,.chart g.block{fill:var(--line)}
.audit .banner{align-items:flex-start}
summary{display:inline-block;min-height:24px;font-size:12.5px;color:var(--drape);cursor:pointer}summary:focus-visible{outline:2.5px solid var(--drape);outline-offset:2px}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 22rem;grid-template-rows:auto 1fr;gap:0 18px;align-items:start}
.main{grid-column:1;grid-row:1/3}.first{grid-column:2;grid-row:1}.last{grid-column:2;grid-row:2}
.audit ul{padding-left:1.2em}.audit ul.plain{padding:0;list-style:none}
.unchecked h2{margin-bottom:4px}.unchecked ul,.plain{font-size:13.5px}
.cluster{padding:0;border-top:4px solid var(--line);overflow:hidden}
.cluster>header{display:flex;gap:12px;align-items:flex-start;padding:14px 16px 10px}.cluster>header p{color:var(--ink2)}
.thread{list-style:none;margin:0 16px;padding:0}
.thread li{position:relative;padding:10px 0 12px 22px;border-top:1px solid var(--rule)}
.thread li:before{content:"";position:absolute;left:0;top:15px;width:9px;height:9px;border:2px solid var(--line);border-radius:2px;background:var(--sheet);z-index:1}
.thread li.change:before{background:var(--line)}
.thread li:not(:last-child):after{content:"";position:absolute;left:5.5px;top:24px;bottom:-15px;width:2px;background:var(--line)}
.audit blockquote{font-size:17px;line-height:1.6;margin:3px 0}
.crowds{display:grid;grid-template-columns:4.2em 1fr;gap:1px 8px;margin:6px 0 0;max-width:26rem;font-size:12.5px;color:var(--ink2);font-variant-numeric:tabular-nums}.crowds dt,.crowds dd{margin:0}
.crowds dd{display:flex;gap:8px;align-items:center}.amount{height:8px;width:calc(var(--n)*.7);background:var(--rule);border-radius:2px}.amount.far{background:var(--line)}
.way{padding:12px 16px 14px;background:var(--linen)}.way p{margin-top:3px}.why{color:var(--ink2)}
.hold{margin-top:10px;padding:12px 14px;border:2px solid var(--ink2);border-radius:8px;background:var(--linen);font-weight:500}
.card>header{display:flex;gap:10px;align-items:center}.card>header .mark{width:18px;height:18px}.card>header h3{flex:1}
.do{flex:none;align-self:flex-start;padding:1px 10px;border:1px solid var(--edge);border-radius:7px;font-size:12.5px;font-weight:600;color:var(--drape)}
.status{padding:0 6px;border-radius:4px;background:var(--linen);font-size:12px;color:var(--ink2)}
.findings{margin:8px 0 0;padding-left:1.5em}.findings li+li{margin-top:8px}.findings .remedy{margin-top:4px}
.rewrite{margin-top:8px;padding:8px 12px;border:1px solid var(--rule);border-radius:8px}.rewrite h4{margin:0;font-size:12.5px;font-weight:600}.rewrite blockquote{font-size:16px}
.rows{list-style:none;margin:10px 0 0;padding:0;background:var(--sheet);border:1px solid var(--rule);border-radius:8px}
.rows>li{display:flex;gap:10px;padding:8px 13px}.rows>li+li{border-top:1px solid var(--rule)}.rows>li>div{flex:1;min-width:0}.rows .mark{width:16px;height:16px;margin-top:3px}
.quote{font:15px/1.5 "Charis SIL",Charter,"Sitka Text",Cambria,Georgia,serif;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin-top:6px;font-size:13px}th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-top:1px solid var(--rule)}th{font-weight:600}.n{text-align:right;font-variant-numeric:tabular-nums}
td .block,td .revise,td .advise{color:var(--text)}td .plain{font-size:13px}
.last p{font-size:13.5px;overflow-wrap:anywhere}.last h3{margin-top:8px;font-size:13.5px}.settings{display:grid;grid-template-columns:auto 1fr;gap:0 12px;margin:4px 0 0;font-size:13px}.settings dd{margin:0;overflow-wrap:anywhere}
.none{margin-top:18px}
@media (prefers-color-scheme:dark){.chart .bar{fill:#53696A}}
@media (max-width:60rem){.audit main{padding:16px}.columns{display:block}.audit h1{font-size:24px}}
@media (forced-colors:active){.chart .bar{fill:CanvasText}.thread li:after,.amount{background:CanvasText}}
@media print{details{display:none}.audit main{max-width:none;padding:0}.columns{display:block}.scroll{overflow:visible}.chart .scroll svg{width:100%;min-width:0}.chart .bar{fill:#777}
.audit .card{break-inside:auto}.audit header{break-inside:avoid;break-after:avoid}.thread li,.findings>li,.rewrite,.rows>li,.way,.hold,.chart,tr{break-inside:avoid}.audit h2,.audit h3{break-after:avoid}.audit blockquote{font-size:11.5pt}.hold{border-color:#000}.do{color:#000}a{color:#000}.last{break-before:auto}
.thread li:before{border-color:#000}.thread li:after{background:#000}.thread li.change:before{background:#000;print-color-adjust:exact}.amount{background:#999;print-color-adjust:exact}.amount.far{background:#000}}
`
