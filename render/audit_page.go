//go:build !js

package render

// auditSource is the page of AuditHTML, a template.
const auditSource = `{{define "where"}}<p class="meta">{{if .DateTime}}<time datetime="{{.DateTime}}">{{.Date}}</time>{{else}}{{.Date}}{{end}} · {{.Place}}{{if .Link}} · {{template "link" .}}{{end}}</p>{{end -}}
{{define "link"}}{{if .IsURL}}<a href="{{.Link}}" rel="noopener noreferrer">{{.Link}}</a>{{else}}<span class="id">{{.Link}}</span>{{end}}{{end -}}
{{define "words"}}{{$p := .}}{{range .Texts}}{{with .Label}}<p class="meta">{{.}}</p>{{end}}<blockquote{{with $p.Lang}} lang="{{.}}"{{end}}>{{range .Lines}}<p>{{range .}}{{if .Cards -}}
<mark class="{{.Class}}"{{if $p.Findings}} aria-describedby="{{range .Cards}}{{$p.Findings}}{{.}} {{end}}"{{end}}>{{with .Number}}<sup>{{.}}</sup>{{end}}{{.Text}}</mark>
{{- else}}{{.Text}}{{end}}{{end}}</p>{{end}}</blockquote>{{end}}{{end -}}
{{define "same"}}{{with .Same}}<p class="same">Nearly the same words or the same picture, and the same to do: {{range $i, $s := .}}{{if $i}}; {{end}}{{.Date}}, {{.Place}}{{if .Link}} ({{template "link" .}}){{end}}{{end}}</p>{{end}}{{end -}}
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Audit: {{.Sentence}}</title>
<style>
{{.Style}}</style>
</head>
<body class="audit">
<main>
<header><h1>What your posts tell</h1><p>{{.Scope}}, read on this computer</p></header>
<div class="banner {{.Class}}">{{template "mark" .Class}}<p><b>{{.Sentence}}</b>{{with .Summary}}<br>{{.}}{{end}}</p></div>
{{with .Chart}}<section class="sheet chart" aria-labelledby="chart">
<h2 id="chart">Posts a month</h2>
<p class="legend"><span class="block">{{template "mark" "block"}} not to leave up</span> <span class="revise">{{template "mark" "revise"}} to change</span> <span class="advise">{{template "mark" "advise"}} to consider</span></p>
<div class="scroll" tabindex="0" role="group" aria-label="The chart, to be scrolled sideways">
<svg viewBox="0 0 {{.Width}} {{.Height}}" width="{{.Width}}" preserveAspectRatio="xMinYMid" role="img" aria-label="{{.Label}}">
{{$c := .}}<path class="line" d="M0 {{.Line}}h{{.Width}}"/>
{{range .Years}}<path class="line" d="M{{.X}} {{$c.Line}}v22"/><text x="{{.X}}" y="{{$c.YearsY}}">{{.Name}}</text>
{{end}}{{range .Bars}}<rect class="bar {{.Class}}" x="{{.X}}" y="{{.Y}}" width="{{$c.Bar}}" height="{{.Height}}" rx="1"><title>{{.Title}}</title></rect>
{{end}}{{range .Marks}}<g class="{{.Class}}" transform="translate({{.X}} {{.Y}})">{{if eq .Class "block"}}<rect x="-4" y="-4" width="8" height="8" rx="1"/>{{else if eq .Class "revise"}}<path d="M0-5 5 0 0 5-5 0z"/>{{else}}<circle r="3.2"/>{{end}}</g>
{{end}}</svg></div>
<details><summary>The same as a table</summary><table><thead><tr><th scope="col">Month</th><th scope="col" class="n">Posts</th><th scope="col" class="n">Not to leave up</th><th scope="col" class="n">To change</th><th scope="col" class="n">To consider</th></tr></thead>
<tbody>{{range .Months}}<tr><th scope="row">{{.Name}}</th><td class="n">{{.Posts}}</td><td class="n">{{.Block}}</td><td class="n">{{.Revise}}</td><td class="n">{{.Advise}}</td></tr>
{{end}}</tbody></table></details>
</section>
{{end}}<div class="columns">
<aside class="first">
<section class="unchecked" aria-labelledby="unchecked"><h2 id="unchecked">Not checked</h2>
<ul>{{range .NotChecked}}<li>{{.}}</li>{{end}}</ul></section>
{{with .Since}}<section class="sheet" aria-labelledby="since"><h2 id="since">Since the last time</h2><p>{{.}}</p>
{{with $.Fixed}}<ul class="plain">{{range .}}<li>Fixed: {{.Where}}{{if .Gone}}, the post is not there any more{{end}} <span class="id">{{.Rule}}</span></li>{{end}}</ul>{{end}}</section>
{{end}}</aside>
<div class="main">
{{range .Clusters}}<article class="sheet cluster {{.Class}}" id="{{.ID}}" aria-labelledby="{{.ID}}-title">
<header>{{template "mark" .Class}}<div><h2 id="{{.ID}}-title">{{.Title}}</h2><p>{{.Days}} {{.Knows}} {{.Crowd}}{{with .Status}} <span class="status">{{.}}</span>{{end}}</p></div></header>
<ol class="thread">{{range $p := .Pieces}}<li{{if .Change}} class="change"{{end}}>
{{template "where" .Post}}{{template "words" .Post}}
{{with .Gives}}<p class="gives">gives: {{.}}</p>{{end}}
{{if or .Alone .SoFar}}<dl class="crowds">{{with .Alone}}<dt>alone</dt><dd><span class="amount" style="--n:{{$p.AloneBar}}%"></span>{{.}}</dd>{{end}}{{with .SoFar}}<dt>so far</dt><dd><span class="amount far" style="--n:{{$p.SoFarBar}}%"></span>{{.}}</dd>{{end}}</dl>{{end}}
</li>{{end}}</ol>
<div class="way"><h3>The smallest change</h3>
{{with .Change}}<p>Change or take down {{range $i, $p := .}}{{if $i}} and {{end}}the one of {{.Date}} ({{.Place}}){{end}}: without it, least is told.</p>{{end}}
{{with .Why}}<p class="why">{{.}}</p>{{end}}
{{with .Sources}}<p class="meta">{{.}}</p>{{end}}</div>
</article>
{{end}}
{{with .MoreClusters}}<h3 class="part">More groups of posts</h3>
<ol class="rows">{{range .}}<li id="{{.ID}}" class="{{.Class}}">{{template "mark" .Class}}<div><p><b>{{.Title}}</b> {{.Days}} {{.Crowd}}{{with .Status}} <span class="status">{{.}}</span>{{end}}</p>
{{range .Change}}<p class="meta">Change this one:</p>{{template "where" .}}{{end}}</div></li>
{{end}}</ol>{{end}}
{{if .BeforeDeleting}}<section aria-labelledby="cleanup"><h2 id="cleanup" class="part">Clean-up</h2>
<div class="hold"><p>{{.BeforeDeleting}}</p></div>
{{range $t := .Tasks}}<article class="card {{.Class}}" id="t{{.ID}}">
<header>{{template "mark" .Class}}<h3>{{.ID}}. {{.Title}}</h3><span class="do">{{.Do}}</span></header>
{{template "where" .Post}}
{{with .Status}}<p class="meta"><span class="status">{{.}}</span> since the last time</p>{{end}}
{{template "words" .Post}}
{{with .How}}<p>{{.}}</p>{{end}}
{{range .Clusters}}<p>Part of <a href="#{{.}}">a group that tells more together</a>.</p>{{end}}
{{if or .Known .Crowd}}<p>{{.Known}} {{.Crowd}}</p>{{end}}
{{with .Findings}}<ol class="findings">{{range .}}<li value="{{.Number}}" id="{{$t.Post.Findings}}{{.Number}}"><b>{{.Title}}</b> <span class="severity">{{.Severity}}</span>{{with .Where}}<br><span class="meta">{{.}}</span>{{end}}<br>{{.Why}}
{{with .Sources}}<p class="meta">{{.}}</p>{{end}}
{{with .Remedy}}<p class="remedy">{{.}}</p>{{end}}</li>{{end}}</ol>{{end}}
{{with .Questions}}<ul class="plain">{{range .}}<li>{{.Prompt}}</li>{{end}}</ul>{{end}}
{{with .Rewrite}}<div class="rewrite"><h4>A wording that keeps the story</h4><blockquote><p>{{range .}}{{if eq .Kind "out"}}<del>{{.Text}}</del>{{else if eq .Kind "in"}}<ins>{{.Text}}</ins>{{else}}{{.Text}}{{end}}{{end}}</p></blockquote></div>
<p class="meta">Checked again: {{$t.Again}}</p>{{end}}
{{template "same" .}}
</article>
{{end}}
{{with .Rows}}{{if $.Tasks}}<h3 class="part">And in short</h3>{{end}}
<ol class="rows">{{range .}}<li value="{{.ID}}" class="{{.Class}}">{{template "mark" .Class}}<div><p><b>{{.Title}}</b> <span class="severity">{{.Severity}}</span>{{with .Status}} <span class="status">{{.}}</span>{{end}}</p>
{{with .Post.First}}<p class="quote">{{.}}</p>{{end}}{{template "where" .Post}}{{template "same" .}}</div><span class="do">{{.Do}}</span></li>
{{end}}</ol>{{end}}
</section>
{{else}}<p class="none">Nothing found by these checks in what was read. What was not checked stands beside it.</p>
{{end}}</div>
<aside class="last">
<section class="sheet" aria-labelledby="years"><h2 id="years">Years and topics</h2>
<table><caption class="hidden">Posts by year, and findings by topic and severity</caption>
<thead><tr><th scope="col">Year</th><th scope="col" class="n">Posts</th><th scope="col">Findings</th></tr></thead>
<tbody>{{range .Years}}<tr><th scope="row">{{.Year}}</th><td class="n">{{.Posts}}</td><td>{{if .Topics}}<ul class="plain">{{range .Topics}}<li>{{.Name}}:{{with .Block}} <span class="block">■ {{.}} not to leave up</span>{{end}}{{with .Revise}} <span class="revise">◆ {{.}} to change</span>{{end}}{{with .Advise}} <span class="advise">◉ {{.}} to consider</span>{{end}}</li>{{end}}</ul>{{else}}none{{end}}</td></tr>
{{end}}</tbody></table></section>
<section class="sheet" aria-labelledby="archives"><h2 id="archives">What was read</h2>
{{range .Archives}}<p>{{.Line}}</p>{{with .Skipped}}<ul class="plain">{{range .}}<li>{{.}}</li>{{end}}</ul>{{end}}
{{with .Settings}}<h3>Settings of the account, as the export holds them</h3><dl class="settings">{{range .}}<dt>{{.Name}}</dt><dd>{{.Value}}</dd>{{end}}</dl>{{end}}{{end}}</section>
</aside>
</div>
<footer>As of <time datetime="{{.AsOf}}">{{.AsOf}}</time> · Bedside {{.Version}}{{with .Packs}} · guidelines: {{.}}{{end}} · Checked on this computer. Nothing has been sent.</footer>
</main>
</body>
</html>
`
