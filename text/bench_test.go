package text_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bedside/text"
)

// mixer makes posts that do not repeat from a seed, so that no branch predictor learns them by heart.
type mixer struct{ r *rand.Rand }

func newMixer(seed uint64) mixer { return mixer{rand.New(rand.NewPCG(seed, 7))} }

func (m mixer) pick(from []string) string { return from[m.r.IntN(len(from))] }

// word is one of a few hundred common words, or a made-up one.
func (m mixer) word() string {
	if m.r.IntN(10) < 7 {
		return m.pick(common())
	}
	var b strings.Builder
	for range 1 + m.r.IntN(4) {
		b.WriteString(m.pick(syllables()))
	}
	return b.String()
}

// piece is a word as posts have it: capitalised at times, with marks, now and then a number, tag, handle or link.
func (m mixer) piece(extras []string) string {
	w := m.word()
	switch n := m.r.IntN(100); {
	case n < 8:
		w = strings.ToUpper(w[:1]) + w[1:]
	case n < 10:
		w = strings.ToUpper(w)
	case n < 18:
		w += m.pick([]string{".", ".", ",", ",", "!", "?", "...", ":"})
	case n < 21:
		w = fmt.Sprint(m.r.IntN(2000))
	case n < 27:
		w = strings.ReplaceAll(m.pick(extras), "%", w)
	}
	return w
}

func (m mixer) post(size int, extras []string) string {
	var b strings.Builder
	for b.Len() < size {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(m.piece(extras))
	}
	return b.String()[:size]
}

func asciiExtras() []string {
	return []string{
		"don't", "it's", "I'm", "%'s", "can't", "34yo", "3.5mg", "post-%", "@%", "#%", "https://t.co/%", "\"%\"", "(%)", "%/day",
		"Dr. %", "5'4\"", "%\n", "10:30am", "%&%", "#%Life",
	}
}

func richExtras() []string {
	return append(asciiExtras(), "don’t", "“%”", "%…", "😂", "👩🏽‍⚕️", "🇺🇸", "Zoë", "– %", "% 😭😭", "%’s")
}

func common() []string {
	return strings.Fields(`the to and a of in i is that it on you this for but with are have be at or as was so if out not
	my me we they he she just like get got know time when what all about from up one can will no how there do had were been
	patient patients nurse doctor shift night day today tomorrow work working hospital ward clinic family mom dad kid baby
	room floor coffee tired love hate happy sad long short good bad great awful first last new old back home call pager
	surgery medicine resident intern student attending exam study studying class really very much more most some any every
	still never always again over after before through because people person world thing things feel feeling think thought
	said say says tell told ask asked see saw seen make made take took need needed want wanted help helped hope hoping`)
}

func syllables() []string {
	return strings.Fields(`ba ten mor li cu ra pha no sel ter ing ol en ar bet cor dis ex gly hy in jo ker lum mal ner os
	per qui ren sten tro ul ver wex yn zo`)
}

func posts(seed uint64, n, size int, extras []string) []string {
	m := newMixer(seed)
	all := make([]string, n)
	for i := range all {
		all[i] = m.post(size, extras)
	}
	return all
}

// vocabulary is a stand-in for the real one.
func vocabulary() func(string) bool {
	words := map[string]bool{}
	for _, w := range append(common(), syllables()...) {
		words[w] = len(w) > 1
	}
	return func(w string) bool { return words[w] }
}

func BenchmarkParse(b *testing.B) {
	p := text.Parser{Known: vocabulary()}
	for name, extras := range map[string][]string{"ascii": asciiExtras(), "rich": richExtras()} {
		all := posts(1, 20_000, 140, extras)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(140)
			for i := 0; b.Loop(); i++ {
				p.Parse(all[i%len(all)])
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
		})
		b.Run(name+"/reused", func(b *testing.B) {
			b.SetBytes(140)
			b.ReportAllocs()
			var d text.Document
			for i := 0; b.Loop(); i++ {
				p.ParseInto(&d, all[i%len(all)])
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
		})
	}
}

// shapes are inputs that make careless parsers quadratic. Each is repeated to the size wanted.
func shapes() map[string]string {
	return map[string]string{
		"letters": "a", "mixed letters": "abcdefghij", "upper": "A", "digits": "7", "dotted digits": "1.", "spaces": " ", "lines": "\n",
		"at": "@", "handles": "@a", "handle chain": "a@b", "hyphen handle": "@a-", "dots": ".", "dotted letters": "a.", "dotted words": "ab.cd", "hash": "#",
		"tags": "#a", "long tags": "#worstpatienteverworstpatienteverxq ", "underscores": "#_", "hyphens": "a-",
		"open curly": "“", "nested curly": "“‘a", "straight": `"a `, "single": "'a ", "closing": "a” ", "crossing": `“a "b” c" `, "angle": "«",
		"apostrophes": "a'", "feet": `5'4" `, "emoji": "😂", "joined emoji": "👩\u200d", "flags": "🇺", "zero width": "\u200b",
		"letter and zero width": "a\u200b", "spaced": "a ", "spaced known": "i a m ", "stars": "*", "masked": "a*", "star words": "*a ", "leet": "4a", "signs": "a$!",
		"accents": "e\u0301", "accents alone": "\u0301", "cyrillic": "а", "links": "http://", "www": "www.", "mail": "a@b.c ", "slashes": "/",
		"brackets": "[", "images": "[image: ", "quote lines": ">\n", "retweets": "RT @x: ", "screenshots": "screenshot a ", "bad bytes": "\xff\xc3", "hashed emoji": "! 😂 #a ",
		"terminators": "a.) ", "questions": "?!", "abbreviations": "e.g. ", "suffixes": "'s", "keycaps": "1\ufe0f\u20e3", "percent": "a%_+-",
	}
}

// TestLookupsAreLinear counts how often the vocabulary is asked, which is what trying spellings costs.
func TestLookupsAreLinear(t *testing.T) {
	t.Parallel()
	count := func(s string) (n int) {
		p := text.Parser{Known: func(string) bool { n++; return false }}
		p.Parse(s)
		return n
	}
	for name, unit := range shapes() {
		small := count(strings.Repeat(unit, 1<<10))
		large := count(strings.Repeat(unit, 1<<14))
		if large > 16*small+1000 {
			t.Errorf("%s: %d lookups, and %d in a text 16 times as long", name, small, large)
		}
	}
}

func BenchmarkParseShapes(b *testing.B) {
	p := text.Parser{Known: vocabulary()}
	for name, unit := range shapes() {
		for size := 1 << 10; size <= 1<<20; size <<= 5 {
			s := strings.Repeat(unit, size/len(unit)+1)[:size]
			b.Run(fmt.Sprintf("%s/%dKiB", strings.ReplaceAll(name, " ", "-"), size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					p.Parse(s)
				}
			})
		}
	}
}
