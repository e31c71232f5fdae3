package pictures

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"slices"
	"time"

	"bedside"
	"bedside/internal/eval"
	"bedside/media"
)

// Measure is what pictures are measured with.
type Measure struct {
	Recognisers media.Recognisers
	Check       eval.Check           // nil: what is read is not looked through for identifiers
	Spent       func() time.Duration // processor time so far
}

// look shows a picture to the recognisers and tells how long that took.
func (m Measure) look(file []byte) (*bedside.Seen, time.Duration, error) {
	before := m.Spent()
	seen, err := media.Look(context.Background(), bytes.NewReader(file), m.Recognisers)
	return seen, m.Spent() - before, err
}

// Score is how much was seen of clinical pictures.
type Score struct {
	Kind     string     `json:"kind"`
	Pictures int        `json:"pictures"`
	Words    eval.Count `json:"words"`   // read letter by letter, but for case and signs
	Boxed    eval.Count `json:"boxed"`   // words of which nine tenths lie in boxes
	Found    eval.Count `json:"found"`   // identifiers of which a mention was found where they stand
	Covered  eval.Count `json:"covered"` // identifiers of which every word lies in boxes as they are covered
	Other    int        `json:"other"`   // mentions of identifiers where none was planted
	Codes    eval.Count `json:"codes"`   // found
	Decoded  eval.Count `json:"decoded"` // and read
	Seconds  Seconds    `json:"seconds"`
}

// Seconds is processor time a picture.
type Seconds struct {
	Mean float64 `json:"mean"`
	Most float64 `json:"most"`
	n    int
}

func (s *Seconds) add(d time.Duration) {
	s.Mean = (s.Mean*float64(s.n) + d.Seconds()) / float64(s.n+1)
	s.Most = max(s.Most, d.Seconds())
	s.n++
}

// Clinical measures drawn pictures, by kind and then all together.
func (m Measure) Clinical(all []Picture) ([]Score, error) {
	var scores []Score
	total := Score{Kind: "all"}
	for i := range all {
		p := &all[i]
		at := slices.IndexFunc(scores, func(s Score) bool { return s.Kind == p.Kind })
		if at < 0 {
			at = len(scores)
			scores = append(scores, Score{Kind: p.Kind})
		}
		seen, took, err := m.look(p.JPEG)
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", p.Name, err)
		}
		mentions, err := m.mentions(seen)
		if err != nil {
			return nil, fmt.Errorf("check what is read in %s: %w", p.Name, err)
		}
		for _, s := range []*Score{&scores[at], &total} {
			s.add(p, seen, mentions)
			s.Seconds.add(took)
		}
	}
	return append(scores, total), nil
}

// add counts one picture.
func (s *Score) add(p *Picture, seen *bedside.Seen, mentions []mention) {
	s.Pictures++
	count(&s.Words, wordsRead(p, seen)...)
	boxes := boxesOf(seen)
	for _, w := range p.Words {
		count(&s.Boxed, inside(w.Box, boxes) >= 0.9)
	}
	padded := make([]image.Rectangle, len(boxes))
	for i, b := range boxes {
		pad := media.Pad([4]int{b.Min.X, b.Min.Y, b.Dx(), b.Dy()})
		padded[i] = rectangle(pad)
	}
	for _, planted := range p.Planted {
		covered := true
		for _, b := range planted.Boxes {
			covered = covered && inside(b, padded) >= 0.99
		}
		count(&s.Covered, covered)
		if mentions != nil {
			count(&s.Found, foundIn(mentions, planted))
		}
	}
	for _, m := range mentions {
		if !m.planted(p) {
			s.Other++
		}
	}
	for _, c := range p.Codes {
		kind, text := codeAt(seen, c.Box)
		count(&s.Codes, kind != "")
		count(&s.Decoded, kind == c.Kind && text == c.Text)
	}
}

func count(c *eval.Count, hits ...bool) {
	for _, hit := range hits {
		c.Of++
		if hit {
			c.Hits++
		}
	}
}

// boxesOf is everything that would be covered of words and codes.
func boxesOf(seen *bedside.Seen) []image.Rectangle {
	var boxes []image.Rectangle
	for _, t := range seen.Texts {
		boxes = append(boxes, rectangle(t.Box))
	}
	for _, c := range seen.Codes {
		boxes = append(boxes, rectangle(c.Box))
	}
	return boxes
}

func rectangle(b [4]int) image.Rectangle { return image.Rect(b[0], b[1], b[0]+b[2], b[1]+b[3]) }

// inside is the share of a box that lies in others together.
func inside(b image.Rectangle, others []image.Rectangle) float64 {
	in := 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if slices.ContainsFunc(others, (image.Point{X: x, Y: y}).In) {
				in++
			}
		}
	}
	return float64(in) / float64(max(1, b.Dx()*b.Dy()))
}

func codeAt(seen *bedside.Seen, where image.Rectangle) (kind, text string) {
	for _, c := range seen.Codes {
		if rectangle(c.Box).Overlaps(where) {
			return c.Kind, c.Text
		}
	}
	return "", ""
}
