package text_test

import (
	"strings"
	"testing"

	"bedside/text"
)

// known is a vocabulary for tests, as Parser wants it.
func known(words string) func(string) bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return func(w string) bool { return set[w] }
}

// show prints tokens as kind:form, and a hyphen before those glued to the one before.
func show(d *text.Document) string {
	kinds := map[text.Kind]string{
		text.Word: "", text.Number: "n:", text.Punct: "p:", text.Emoji: "e:", text.Handle: "h:", text.Link: "l:",
		text.Email: "m:", text.Newline: "nl:",
	}
	var b strings.Builder
	for i, t := range d.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		if t.Flags.Has(text.Glued) {
			b.WriteByte('-')
		}
		b.WriteString(kinds[t.Kind] + strings.ReplaceAll(t.Form, "\n", "/"))
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"spaces", " \t\u00a0 ", ""},
		{"words", "She said Hello", "she said hello"},
		{"age", "34yo", "n:34 -yo"},
		{"ward", "4west 4 West", "n:4 -west n:4 west"},
		{"mixed", "HbA1c", "hba -n:1 -c"},
		{"ordinal", "the 5th", "the n:5 -th"},
		{"decimal", "3.5mg", "n:3.5 -mg"},
		{"thousands", "1,200 of 1,200,000.", "n:1,200 of n:1,200,000 -p:."},
		{"date and time", "12/03/2024 10:30, 1/2", "n:12/03/2024 n:10:30 -p:, n:1/2"},
		{"number at the end", "at 10:", "at n:10 -p::"},
		{"iso date", "2024-03-12", "n:2024 -n:03 -n:12"},
		{"minus", "-5 to 5-10", "p:- -n:5 to n:5 -n:10"},
		{"hyphens", "34-year-old Loeys-Dietz", "n:34 -year -old loeys -dietz"},
		{"underscore", "vital_signs _x_", "vital -signs p:_ -x -p:_"},
		{"en dash", "5–10 New York–based", "n:5 -n:10 new york -based"},
		{"free hyphen", "a - b – c — d", "a p:- b p:- c p:- d"},
		{"em dash", "word—word", "word -p:- -word"},
		{"double hyphen", "well--no", "well -p:- -no"},
		{"hanging hyphen", "pre- and post-op", "pre -p:- and post -op"},
		{"marks", "wait... what?! no!!!", "wait -p:... what -p:? -p:! no -p:!"},
		{"ellipsis", "so…", "so -p:..."},
		{"slashes", "and/or h/o w/", "and -p:/ -or h -p:/ -o w -p:/"},
		{"ampersand", "L&D", "l -p:& -d"},
		{"line ends", "a\nb\r\nc\rd\n\n", "a nl:/ b nl:/ c nl:/ d nl:/ nl:/"},
		{"percent and money", "$5 50%", "p:$ -n:5 n:50 -p:%"},
		{"masks", "f**k sh*t B**** **bold** 5*3", "f**k sh*t b**** p:* -bold -p:* n:5 -p:* -n:3"},
		{"fractions", "½ 3½ m²", "n:1/2 n:3 -n:1/2 m -n:2"},
		{"wide digits", "３４yo", "n:34 -yo"},
		{"bad bytes", "a\xffb", "a -p:\ufffd -b"},
		{"control characters", "a\x00b", "a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := show(new(text.Parser).Parse(tt.text)); got != tt.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestApostrophes(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"contraction", "don't DON'T don’t don`t", "dont dont dont dont"},
		{"genitive", "the patient's José’s", "the patient -'s jose -'s"},
		{"verbs", "I'm you're we've she'll he'd", "i -'m you -'re we -'ve she -'ll he -'d"},
		{"in upper case", "I'M SHE'S", "i -'m she -'s"},
		{"twice", "I'd've shouldn't've", "i -'d -'ve shouldnt -'ve"},
		{"names", "O'Brien D’Angelo", "obrien dangelo"},
		{"inner", "ma'am y'all're rock'n'roll", "maam yall -'re rocknroll"},
		{"left out", "'em 'cause patients' rooms", "-em -cause patients rooms"},
		{"after numbers", "the 90's", "the n:90 -'s"},
		{"after a handle", "@jane's", "h:jane -'s"},
		{"after a tag", "#covid's", "covid -'s"},
		{"feet", `5'4" 6'`, `n:5 -p:' -n:4 -p:" n:6 -p:'`},
		{"alone", "' ’", "p:' p:'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := show(new(text.Parser).Parse(tt.text))
			if strings.TrimPrefix(got, "-") != strings.TrimPrefix(tt.want, "-") {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"handle", "@Jane_Doe, hi", "h:jane_doe -p:, hi"},
		{"handle after a mark", ".@jane (@joe)", "p:. -h:jane p:( -h:joe -p:)"},
		{"fediverse", "@jane@mstdn.social!", "h:jane@mstdn.social -p:!"},
		{"bluesky", "@jane-doe.bsky.social.", "h:jane-doe.bsky.social -p:."},
		{"dotted", "@dr.smith.md.", "h:dr.smith.md -p:."},
		{"sentence after", "@jane.Thanks", "h:jane -p:. -thanks"},
		{"hyphen after", "@jane-led", "h:jane -led"},
		{"time", "@5pm @ 5 @10:30", "p:@ -n:5 -pm p:@ n:5 p:@ -n:10:30"},
		{"only marks", "@@ @_", "p:@ p:@ -p:_"},
		{"mail", "Write a.b-c+d@x-y.Example.org.", "write m:a.b-c+d@x-y.example.org -p:."},
		{"mail that begins with digits", "123@abc.com", "m:123@abc.com"},
		{"no mail", "a@b fun@home", "a -p:@ -b fun -p:@ -home"},
		{"link", "see https://t.co/aB1).", "see l:https://t.co/ab1 -p:) -p:."},
		{"link with brackets", "https://en.org/a_(b)", "l:https://en.org/a_(b)"},
		{"www", "WWW.Foo.health/x?y=1, ok", "l:www.foo.health/x?y=1 -p:, ok"},
		{"bare", "foo.com x-y.co.uk clinic.ca.", "l:foo.com l:x-y.co.uk l:clinic.ca -p:."},
		{"bare with a path", "bit.ly/x t.co/y is.it b.i.d", "l:bit.ly/x l:t.co/y is -p:. -it b -p:. -i -p:. -d"},
		{"no link", "done.Then and.or p.m. e.g.", "done -p:. -then and -p:. -or p -p:. -m -p:. e -p:. -g -p:."},
		{"glued to digits", "3m.com 7news.com", "l:3m.com l:7news.com"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := show(new(text.Parser).Parse(tt.text)); got != tt.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestEmoji(t *testing.T) {
	t.Parallel()
	for _, e := range []string{
		"😂", "❤️", "👍🏽", "👩🏽\u200d⚕️", "👨\u200d👩\u200d👧\u200d👦", "🇺🇸", "1️⃣", "#️⃣", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"🏳️\u200d🌈", "✓", "★", "🫀",
	} {
		d := new(text.Parser).Parse("a" + e + e + " b")
		if len(d.Tokens) != 4 || d.Tokens[1].Kind != text.Emoji || d.Tokens[2].Kind != text.Emoji || int(d.Tokens[1].End) != 1+len(e) {
			t.Errorf("%s: got %s", e, show(d))
		}
	}
	if got := text.Words("👍🏽 ❤️"); got[0] != "👍" || got[1] != "❤" {
		t.Errorf("forms keep colour or style: %q", got)
	}
}

func TestFlags(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want text.Flags // of the first token
	}{
		{"word", 0},
		{"Word", text.Capital},
		{"ICU", text.Capital | text.Upper},
		{"I", text.Capital},
		{"McD", text.Capital},
		{"iPad", 0},
		{"Zoë", text.Capital},
		{"ÉCOLE", text.Capital | text.Upper},
		{"O'BRIEN", text.Capital | text.Upper},
		{"#ICU", text.Capital | text.Upper | text.InTag},
		{"#tag", text.InTag},
		{"F**K", text.Capital | text.Upper},
		{"cаme", text.Bent}, // with a Cyrillic а
		{"pa\u200btient", text.Bent},
		{"pa\u00adtient", 0},
		{"имя", 0},
	}
	for _, tt := range tests {
		d := new(text.Parser).Parse(tt.text)
		if got := d.Tokens[0].Flags; got != tt.want|text.SentenceStart {
			t.Errorf("%q: got flags %07b, want %07b", tt.text, got, tt.want|text.SentenceStart)
		}
	}
}
