//go:build !js

package render

// markSource is the mark of a severity, a template for pages.
const markSource = `{{define "mark"}}<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
{{- if eq . "block"}}<rect x="1.5" y="1.5" width="15" height="15" rx="2"/><path class="bar" d="M5 9h8"/>
{{- else if eq . "revise"}}<path class="line" d="M9 1.5 16.5 9 9 16.5 1.5 9z"/><path d="M1.5 9h15L9 16.5z"/>
{{- else if eq . "advise"}}<circle class="line" cx="9" cy="9" r="7"/><circle cx="9" cy="9" r="2.5"/>
{{- else}}<circle class="line dashed" cx="9" cy="9" r="7"/>{{end}}</svg>{{end -}}
`

// gaugeSource is how many people fit, on a ruler and as a table.
const gaugeSource = `{{define "gauge"}}<svg class="gauge" viewBox="-6 0 1012 52" aria-hidden="true"><path class="few" d="M0 12h173v16H0zM0 28l16-16M24 28l16-16M48 28l16-16M72 28l16-16M96 28l16-16M120 28l16-16M144 28l16-16"/>
<path class="scale" d="M0 20h1000M0 14v12M173 10v20M717 10v20M1000 14v12"/><path class="range" d="M{{.From}} 20H{{.To}}"/><path class="likely" d="M{{.At}} 8v24"/>
<text x="0" y="48">1</text><text x="173" y="48">11</text><text x="717" y="48">20,000</text><text x="1000" y="48">1 million</text></svg>
<table class="hidden"><caption>How many people fit</caption><tr><th scope="row">at least</th><td>{{.Low}}</td></tr><tr><th scope="row">likely</th><td>{{.Likely}}</td></tr><tr><th scope="row">at most</th><td>{{.High}}</td></tr></table>
{{end -}}
`

// pictureSource is a picture with boxes over it, and what they are in words.
const pictureSource = `{{define "picture"}}<figure class="sheet"><figcaption>{{.Label}}</figcaption>
<svg class="picture" viewBox="0 0 {{.Width}} {{.Height}}" role="img" aria-label="{{.Label}}, with {{len .Boxes}} marked"><rect class="frame" width="{{.Width}}" height="{{.Height}}"/>
{{with .Source}}<image href="{{. | embedded}}" width="{{$.Width}}" height="{{$.Height}}"/>{{end}}
{{range .Boxes}}<g class="{{.Class}}{{if not .Solid}} dashed{{end}}"><rect class="dark" x="{{.X}}" y="{{.Y}}" width="{{.Width}}" height="{{.Height}}"/><rect class="light" x="{{.X}}" y="{{.Y}}" width="{{.Width}}" height="{{.Height}}"/><text x="{{.LetterX}}" y="{{.LetterY}}" font-size="{{$.Font}}">{{.Letter}}</text></g>
{{end}}</svg>
<ul class="boxes">{{range .Boxes}}<li><b>{{.Letter}}</b> {{.Words}} <span class="severity">{{range $n, $c := .Cards}}{{if $n}}, {{end}}{{$c}}{{end}}</span></li>{{end}}</ul></figure>
{{end -}}
`

// pageSource is the page of HTML, a template.
const pageSource = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}</title>
<style>
{{.Style}}</style>
</head>
<body>
<main>
<h1 class="hidden">Bedside</h1>
{{range $i, $s := .Sections}}
<section>
{{with .Name}}<h2 class="name">{{.}}</h2>{{end}}
{{if .Error}}<div class="banner"><p><b>This could not be checked.</b><br>{{.Error}}</p></div>
{{else}}<div class="banner {{.Class}}">{{template "mark" .Class}}<p><b>{{.Sentence}}</b>{{with .Summary}}<br>{{.}}{{end}}</p></div>
{{range .Texts}}<figure class="sheet">{{with .Label}}<figcaption>{{.}}</figcaption>{{end}}
<blockquote{{with $s.Lang}} lang="{{.}}"{{end}}>{{range .Lines}}<p>{{range .}}{{if .Cards -}}
<mark class="{{.Class}}" aria-describedby="{{range .Cards}}f{{$i}}-{{.}} {{end}}">{{with .Number}}<sup>{{.}}</sup>{{end}}{{.Text}}</mark>
{{- else}}{{.Text}}{{end}}{{end}}</p>{{end}}</blockquote></figure>
{{end}}
{{- range .Pictures}}
{{template "picture" .}}{{end}}
{{range .Cards}}<article class="card {{.Class}}" id="f{{$i}}-{{.Number}}">
<h3><span class="number">{{.Number}}</span> {{.Title}} <span class="severity">{{.Severity}}</span></h3>
{{with .Where}}<p class="where">{{.}}</p>{{end}}
<p>{{.Why}}</p>
{{with .Crowd}}<p>{{.}}</p>{{end}}{{range .Gauges}}
{{template "gauge" .}}{{end}}
{{if .Clauses}}<ul class="clauses">{{range .Clauses}}<li>{{.Source}}{{with .Text}}<span class="clause">: {{.}}</span>{{end}}</li>{{end}}</ul>{{end}}
{{with .Remedy}}<p class="remedy">{{.}}</p>{{end}}
</article>
{{end}}
{{with .Questions}}<div class="sheet"><h3>What only you can answer</h3>
{{range .}}<p>{{.Prompt}}<br><code>{{.ID}}</code> = {{range $n, $o := .Options}}{{if $n}} | {{end}}{{$o}}{{end}}</p>
{{end}}</div>
{{end}}
{{with .Rewrite}}<div class="sheet"><h3>A wording that keeps the story</h3>
<blockquote{{with $s.Lang}} lang="{{.}}"{{end}}><p>{{range .}}{{if eq .Kind "out"}}<del>{{.Text}}</del>{{else if eq .Kind "in"}}<ins>{{.Text}}</ins>{{else}}{{.Text}}{{end}}{{end}}</p></blockquote>
<p class="again">Checked again: {{$s.Again}}</p></div>
{{end}}
{{with .NotChecked}}<div class="unchecked"><h3>Not checked</h3>
<ul>{{range .}}<li>{{.}}</li>{{end}}</ul></div>
{{end}}
<footer>As of <time datetime="{{.AsOf}}">{{.AsOf}}</time> · Bedside {{.Version}}{{with .Packs}} · guidelines: {{.}}{{end}} · Checked on this computer. Nothing has been sent.</footer>
{{end}}
</section>
{{end}}
</main>
</body>
</html>
`
