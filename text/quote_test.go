package text_test

import (
	"fmt"
	"strings"
	"testing"

	"bedside/text"
)

func TestQuotes(t *testing.T) {
	t.Parallel()
	const m, l, r, s = text.QuoteMarks, text.QuoteLine, text.QuoteRetweet, text.QuoteScreenshot
	tests := []struct {
		name, text string
		want       []string // kind and text
	}{
		{"none", "it's the patients' room", nil},
		{"curly", "he said “go home” today", quote(m, "“go home”")},
		{"straight", `he said "go home" and "ok".`, quote(m, `"go home"`, m, `"ok"`)},
		{"angle", "er sagte «geh»", quote(m, "«geh»")},
		{"single curly", "he said ‘no way’ to it’s", quote(m, "‘no way’")},
		{"single straight", "he said 'no way' to it's", quote(m, "'no way'")},
		{"single at the end", "he said 'it's fine.'", quote(m, "'it's fine.'")},
		{"possessive inside", "the 'patients' rights'.", quote(m, "'patients' rights'")},
		{"clipped words", "get 'em to the patients' room 'til noon", nil},
		{"nested", "“he said ‘no’ and \"so\"” x", quote(m, "“he said ‘no’ and \"so\"”", m, "‘no’", m, `"so"`)},
		{"same nested", "“a “b” c”", quote(m, "“a “b” c”", m, "“b”")},
		{"unmatched straight", `he said "go home`, nil},
		{"unmatched curly", "he said “go home\nNow\n\nnext", quote(m, "“go home\nNow")},
		{"not over paragraphs", "he said \"go\n\nhome\" now", nil},
		{"closing alone", "go” home", nil},
		{"feet and inches", `she is 5'4" and 5’10” tall`, nil},
		{"inches", `a 12" needle and a 3" cut`, nil},
		{"feet in a quote", `"she is 5'4" tall" he said`, quote(m, `"she is 5'4" tall"`)},
		{"number in a quote", `"I weigh 300" he said`, quote(m, `"I weigh 300"`)},
		{"lines", "> so sad\n> very\nmy view", quote(l, "> so sad\n> very")},
		{"greater", "a > b", nil},
		{"lines twice", ">a\nb\n>c", quote(l, ">a", l, ">c")},
		{"retweet", "So true RT @jane: he died. Sad\n\nnext", quote(r, "RT @jane: he died. Sad")},
		{"no retweet", "the rt @jane: x", nil},
		{"screenshot", "Screenshot: he died.", quote(s, "Screenshot: he died.")},
		{"screenshot of", "screenshot of a post: he died", quote(s, "screenshot of a post: he died")},
		{"no screenshot", "my screenshot is here. a: b", nil},
		{"picture", "look [image: a post [sic] here] ok", quote(s, "[image: a post [sic] here]")},
		{"picture without end", "look [photo of a post", quote(s, "[photo of a post")},
		{"marks in a line", "> he said \"no\" ok", quote(l, "> he said \"no\" ok", m, `"no"`)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, q := range new(text.Parser).Parse(tt.text).Quotes {
				got = append(got, fmt.Sprintf("%d %s", q.Kind, tt.text[q.Start:q.End]))
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// quote makes what TestQuotes wants of kinds and texts.
func quote(pairs ...any) (want []string) {
	for i := 0; i < len(pairs); i += 2 {
		want = append(want, fmt.Sprintf("%d %s", pairs[i], pairs[i+1]))
	}
	return want
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	d := new(text.Parser).Parse("he said “go home ‘now’ then” and left\n> so sad\nok")
	var got []string
	for _, tok := range d.Tokens {
		if tok.Flags.Has(text.Quoted) && tok.Kind == text.Word {
			got = append(got, tok.Form)
		}
	}
	if want := "go home now then so sad"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}
