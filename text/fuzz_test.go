package text_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"bedside/text"
)

func FuzzParse(f *testing.F) {
	for _, s := range posts(3, 20, 200, richExtras()) {
		f.Add(s)
	}
	for _, unit := range shapes() {
		f.Add(strings.Repeat(unit, 5))
	}
	for _, s := range []string{
		"p4tient f a t t y sooooo #worstpatientever #MICUnights #soooo12", "RT @x: “a 'b' c”\n> d\n\nscreenshot: e [image: f]",
		"Dr. J. R. at 5 p.m. The 1. x", "@a@b.cd a@b.cd www.a.b http://x.y/z_(a) bit.ly/x", "👩🏽\u200d⚕️🇺🇸1️⃣½３４²µg\u200b\u00ad\xff",
	} {
		f.Add(s)
	}
	parsers := []text.Parser{{}, {Known: vocabulary()}, {Known: func(string) bool { return true }}}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range parsers {
			d := p.Parse(s)
			checkTokens(t, d)
			checkCover(t, d)
			checkSentences(t, d)
			checkQuotes(t, d)
			again := text.Document{Tokens: make([]text.Token, 3), Sentences: make([]text.Sentence, 1), Quotes: make([]text.Quote, 1)}
			if p.ParseInto(&again, s); len(d.Tokens) > 0 && !reflect.DeepEqual(d.Tokens, again.Tokens) {
				t.Errorf("tokens differ when parsed again")
			}
		}
		checkWords(t, s)
	})
}

// checkTokens: in range, ascending, apart, whole characters, with a form that folds to itself.
func checkTokens(t *testing.T, d *text.Document) {
	t.Helper()
	at := int32(0)
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.End <= tok.Start || int(tok.End) > len(d.Text) {
			t.Fatalf("token %d is [%d, %d) after %d", i, tok.Start, tok.End, at)
		}
		if tok.Form == "" || !utf8.ValidString(tok.Form) {
			t.Errorf("token %d has the form %q", i, tok.Form)
		}
		word := tok.Kind == text.Word || tok.Kind == text.Number
		if raw := d.Text[tok.Start:tok.End]; word && !tok.Flags.Has(text.Bent) && text.Fold(raw) != tok.Form {
			t.Errorf("token %d is %q and has the form %q, Fold says %q", i, raw, tok.Form, text.Fold(raw))
		}
		if raw := d.Text[tok.Start:tok.End]; word && !tok.Flags.Has(text.Bent) && tok.Flags&(text.Capital|text.Upper) != caseOf(raw) {
			t.Errorf("token %d is %q and has the flags %b", i, raw, tok.Flags)
		}
		at = tok.End
	}
}

func caseOf(s string) (f text.Flags) {
	upper, letters := 0, 0
	for i, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) {
			upper++
			if i == 0 {
				f = text.Capital
			}
		}
	}
	if upper == letters && upper > 1 {
		f |= text.Upper
	}
	return f
}

// checkCover: what is in no token is space, a joiner, an apostrophe, a # or invisible.
func checkCover(t *testing.T, d *text.Document) {
	t.Helper()
	at := int32(0)
	for _, tok := range append(d.Tokens, text.Token{Start: int32(len(d.Text))}) {
		for i, r := range d.Text[at:tok.Start] {
			if !passable(r) {
				t.Errorf("%q at %d is in no token", r, int(at)+i)
			}
		}
		at = tok.End
	}
}

func passable(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("#-_‐‑–＿'`’‘‛ʼ′＇´｀‹›", r) ||
		unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) || strings.ContainsRune("\u115f\u1160\u3164\uffa0", r)
}

// checkSentences: their tokens partition the document's, and their bytes follow from their tokens.
func checkSentences(t *testing.T, d *text.Document) {
	t.Helper()
	next, paragraph := int32(0), int32(0)
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || s.Start < 0 || s.End < s.Start || s.Paragraph < paragraph {
			t.Fatalf("sentence %d: %+v after token %d", i, s, next)
		}
		for _, tok := range d.Tokens[s.First:s.Last] {
			if int(tok.Sentence) != i {
				t.Errorf("a token of sentence %d says %d", i, tok.Sentence)
			}
			if tok.Kind != text.Newline && (tok.Start < s.Start || tok.End > s.End) {
				t.Errorf("a token of sentence %d lies outside it", i)
			}
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if int(next) != len(d.Tokens) {
		t.Errorf("the sentences hold %d of %d tokens", next, len(d.Tokens))
	}
}

// checkQuotes: in range, in order, and the tokens inside them flagged.
func checkQuotes(t *testing.T, d *text.Document) {
	t.Helper()
	at, end := int32(0), int32(0)
	k := 0
	for i, q := range d.Quotes {
		if q.Start < at || q.End <= q.Start || int(q.End) > len(d.Text) {
			t.Errorf("quote %d: %+v after %d", i, q, at)
		}
		at = q.Start
	}
	for i, tok := range d.Tokens {
		for k < len(d.Quotes) && d.Quotes[k].Start <= tok.Start {
			end = max(end, d.Quotes[k].End)
			k++
		}
		if tok.Flags.Has(text.Quoted) != (tok.End <= end) {
			t.Errorf("token %d: quoted is %v", i, tok.Flags.Has(text.Quoted))
		}
	}
}

// checkWords: a pattern is split as a draft is.
func checkWords(t *testing.T, s string) {
	t.Helper()
	var forms []string
	for _, tok := range new(text.Parser).Parse(s).Tokens {
		if tok.Kind != text.Newline {
			forms = append(forms, tok.Form)
		}
	}
	if words := text.Words(s); strings.Join(words, "\x00") != strings.Join(forms, "\x00") {
		t.Errorf("words %q, forms %q", words, forms)
	}
}
