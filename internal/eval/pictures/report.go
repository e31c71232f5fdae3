package pictures

import (
	"fmt"
	"io"

	"bedside/internal/eval"
)

// Report is what was measured of pictures. What has no figures was not measured, and Notes say why.
type Report struct {
	Clinical []Score     `json:"clinical,omitempty"`
	Plain    *Nothing    `json:"plain,omitempty"`
	Rendered *Rendered   `json:"rendered,omitempty"`
	Likeness *Likenesses `json:"likeness,omitempty"`
	Notes    []string    `json:"notes,omitempty"`
}

// Short lists what is below what it must be.
func (r *Report) Short() []string {
	var short []string
	least := func(name string, c eval.Count, share float64) {
		if c.Of > 0 && c.Share() < share {
			short = append(short, fmt.Sprintf("%s %.3f, not %.2f", name, c.Share(), share))
		}
	}
	if n := len(r.Clinical); n > 0 {
		all := r.Clinical[n-1]
		least("text boxes", all.Boxed, 0.99)
		least("identifiers found", all.Found, 0.90)
		least("identifiers covered", all.Covered, 0.98)
	}
	if r.Rendered != nil {
		least("words of rendered pictures", r.Rendered.Words, 0.95)
		if r.Rendered.Seconds.Most > 3 {
			short = append(short, fmt.Sprintf("%.1f s for a rendered picture, not 3", r.Rendered.Seconds.Most))
		}
	}
	if l := r.Likeness; l != nil {
		least("copies half as large", l.Half, 1)
		least("copies at JPEG 40", l.Low, 1)
		least("mirrored copies", l.Mirrored, 1)
		if l.Unrelated.Hits > 0 {
			short = append(short, fmt.Sprintf("%d unrelated pairs taken for copies", l.Unrelated.Hits))
		}
	}
	return short
}

// Print writes the report as text.
func (r *Report) Print(w io.Writer) error {
	p := &printer{w: w}
	if len(r.Clinical) > 0 {
		p.line("Drawn clinical pictures: words read, words in boxes, identifiers found by their words, covered, codes found, seconds of processor a picture")
	}
	for _, s := range r.Clinical {
		p.line("  %-11s %4d  words %s  boxed %s  found %s  covered %s  codes %d/%d, read %d  other %d  %.2f s, most %.2f", s.Kind, s.Pictures,
			share(s.Words), share(s.Boxed), share(s.Found), share(s.Covered), s.Codes.Hits, s.Codes.Of, s.Decoded.Hits, s.Other, s.Seconds.Mean, s.Seconds.Most)
	}
	if n := r.Plain; n != nil {
		p.line("Pictures of nothing: %d; with false words %d, boxes %d (%.2f %% of their area), codes %d, faces %d, sure %d; %.2f s, most %.2f",
			n.Pictures, n.With.Hits, n.Boxes, 100*n.Share, n.Codes, n.Faces, n.Sure, n.Seconds.Mean, n.Seconds.Most)
	}
	if d := r.Rendered; d != nil {
		p.line("Rendered pictures: words %s; %.2f s, most %.2f", share(d.Words), d.Seconds.Mean, d.Seconds.Most)
	}
	if l := r.Likeness; l != nil {
		p.line("Copies recognised: half as large %s, JPEG 40 %s, mirrored %s, all at once %s; unrelated pairs taken for copies %d of %d, pairs of one kind %d of %d",
			share(l.Half), share(l.Low), share(l.Mirrored), share(l.Together), l.Unrelated.Hits, l.Unrelated.Of, l.Sisters.Hits, l.Sisters.Of)
	}
	for _, n := range r.Notes {
		p.line("  %s", n)
	}
	return p.err
}

// share is a count as its share and both numbers.
func share(c eval.Count) string {
	if c.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f (%d/%d)", c.Share(), c.Hits, c.Of)
}

type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
