//go:build !js

package render

import (
	"html/template"
	"io"
)

// HTML is left out of the browser build: its templates are a tenth of the download, and a page draws answers itself.

// HTML writes answers as one page that needs nothing else: no scripts, no fonts, no network. It prints as a report.
func HTML(w io.Writer, answers []Answer) error {
	page, err := template.New("page").Funcs(template.FuncMap{"embedded": embedded}).Parse(markSource + gaugeSource + pictureSource + pageSource)
	if err != nil {
		return err
	}
	view := htmlPage{Style: template.CSS(pageStyle), Title: "Bedside"} //nolint:gosec // our own style
	for _, a := range answers {
		view.Sections = append(view.Sections, ViewOf(a, len(answers) > 1))
	}
	if len(answers) == 1 && answers[0].Result != nil {
		view.Title = Sentence(answers[0].Result.Verdict)
	}
	return page.Execute(w, view)
}

// embedded is the address of a picture that stands in the page itself, of our own making.
func embedded(source string) template.URL { return template.URL(source) } //nolint:gosec // our own encoding of a picture

type htmlPage struct {
	Title    string
	Style    template.CSS
	Sections []View
}
