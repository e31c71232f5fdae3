package main

import (
	"fmt"
	"io"

	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/text"
)

// tally counts exact spans of one kind.
type tally struct{ found, gold, both int }

func (t tally) precision() float64 { return 100 * float64(t.both) / float64(max(t.found, 1)) }
func (t tally) recall() float64    { return 100 * float64(t.both) / float64(max(t.gold, 1)) }

func (t tally) f1() float64 { return 200 * float64(t.both) / float64(max(t.found+t.gold, 1)) }

func (t tally) String() string {
	return fmt.Sprintf("%.1f (P %.1f, R %.1f)", t.f1(), t.precision(), t.recall())
}

// scorer labels posts as the product does and compares.
type scorer struct {
	detect  *detect.Detector
	model   *tagger.Model
	bias    tagger.Bias
	parser  text.Parser
	scratch tagger.Scratch
	tallies [perhaps + 1]tally
}

func newScorer(d *detect.Detector, m *tagger.Model, bias tagger.Bias) *scorer {
	return &scorer{detect: d, model: m, bias: bias, parser: text.Parser{Known: d.Known}}
}

func kindOfLabel(l tagger.Label) kind {
	switch l {
	case tagger.BeginPerson:
		return person
	case tagger.BeginPlace:
		return place
	default:
		return organisation
	}
}

// add scores a post.
func (s *scorer) add(p post) {
	words, names := p.render()
	doc := s.parser.Parse(words)
	gold := map[span]bool{}
	for _, n := range names {
		if n.kind != perhaps {
			gold[n] = true
			s.tallies[n.kind].gold++
		}
	}
	s.detect.TaggerTokens(doc, func(sentence int, tokens []tagger.Token) {
		first := int(doc.Sentences[sentence].First)
		for _, x := range s.model.Tag(tokens, s.bias, &s.scratch) {
			k := kindOfLabel(x.Kind)
			s.tallies[k].found++
			if gold[span{int(doc.Tokens[first+x.First].Start), int(doc.Tokens[first+x.Last-1].End), k}] {
				s.tallies[k].both++
			}
		}
	})
}

// views are ways to write the posts of a set that a name must survive.
type view struct {
	name string
	of   func(post) post
}

func score(w io.Writer, d *detect.Detector, m *tagger.Model, name string, posts []post, views []view) {
	for _, v := range views {
		s := newScorer(d, m, 0)
		for _, p := range posts {
			s.add(v.of(p))
		}
		fmt.Fprintf(w, "%-22s %-14s person %-26v place %-26v organisation %v\n", name, v.name, s.tallies[person], s.tallies[place], s.tallies[organisation])
	}
}
