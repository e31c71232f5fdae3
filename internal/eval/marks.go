package eval

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/internal/locate"
)

// marks compares the words that a result marks with those that the label quotes.
type marks struct {
	hit     Count            // gold spans
	inside  Count            // marked words
	byTopic map[string]Count // gold spans, by topic
	unfound int              // gold spans that their part does not hold: the label needs mending
}

func mark(r *Record, got *bedside.Result) marks {
	m := marks{byTopic: map[string]Count{}}
	var gold []bedside.Span
	for _, f := range r.Gold.Findings {
		for _, s := range f.Spans {
			if !markable(s.Part) {
				continue
			}
			places := locate.Find(r.Draft, s.Part, s.Text)
			if len(places) == 0 {
				m.unfound++
				continue
			}
			gold = append(gold, places...)
			m.addSpan(f.Topic, one(overlapped(places, evidenceOf(got, f.Topic))))
		}
	}
	m.inside = wordsInside(r.Draft, evidenceOf(got, ""), gold)
	return m
}

func (m *marks) addSpan(topic string, c Count) {
	m.hit.add(c)
	sum := m.byTopic[topic]
	sum.add(c)
	m.byTopic[topic] = sum
}

// markable reports whether a result can point into a part. Labels also quote the note and the relationship.
func markable(p bedside.PartKind) bool {
	return slices.Contains([]bedside.PartKind{
		bedside.PartText, bedside.PartAlt, bedside.PartCaption, bedside.PartBio, bedside.PartReplyTo, bedside.PartTimeline,
	}, p)
}

// evidenceOf lists the marked spans of a topic, or of all findings.
func evidenceOf(r *bedside.Result, topic string) []bedside.Span {
	var out []bedside.Span
	for _, f := range r.Findings {
		if topic != "" && f.Topic != topic {
			continue
		}
		for _, e := range f.Evidence {
			out = append(out, bedside.Span{Part: e.Part, Index: e.Index, Start: e.Start, End: e.End})
		}
	}
	return out
}

func overlapped(a, b []bedside.Span) bool {
	return slices.ContainsFunc(a, func(s bedside.Span) bool { return slices.ContainsFunc(b, s.Overlaps) })
}

// wordsInside counts each marked word once, and whether a gold span touches it.
func wordsInside(d bedside.Draft, marked, gold []bedside.Span) Count {
	var c Count
	if len(marked) == 0 {
		return c
	}
	for _, p := range locate.Parts(d) {
		for _, w := range wordSpans(p) {
			if slices.ContainsFunc(marked, w.Overlaps) {
				c.add(one(slices.ContainsFunc(gold, w.Overlaps)))
			}
		}
	}
	return c
}

// wordSpans are the runs of letters, digits and the marks inside words.
func wordSpans(p locate.Part) []bedside.Span {
	var out []bedside.Span
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, bedside.Span{Part: p.Kind, Index: p.Index, Start: start, End: end})
		}
		start = -1
	}
	for i := 0; i < len(p.Text); {
		r, size := utf8.DecodeRuneInString(p.Text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' {
			if start < 0 {
				start = i
			}
		} else {
			flush(i)
		}
		i += size
	}
	flush(len(p.Text))
	return out
}
